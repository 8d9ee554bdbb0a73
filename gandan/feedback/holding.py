"""Photos of a report that is still being written: sealed on disk under a signed name, so that nobody takes a photo twice.

The page carries the name; what is never sent is forgotten after a day.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.utils import timezone

from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.dossiers.uploads import CleanFile

FOLDER, SALT, DAY = "feedback/waiting", "feedback.held", timedelta(days=1)
logger = logging.getLogger(__name__)


def hold(photo: CleanFile) -> str:
    """Keep a cleaned photo; gives back its signed name for a hidden field."""
    name = sealed_storage().save(f"{FOLDER}/{new_key()}", photo.content)
    return signing.dumps([name, photo.media_type, photo.size, photo.sha256], salt=SALT)


def held(names: Iterable[str]) -> list[CleanFile]:
    """The photos behind signed names; forged, old or forgotten names give nothing."""
    found = []
    for signed in names:
        try:
            name, media_type, size, digest = signing.loads(signed, salt=SALT, max_age=DAY)
            content = sealed_storage().open(name).read()
        except (signing.BadSignature, FileNotFoundError, ValueError):
            continue
        found.append(CleanFile(ContentFile(content, name=f"{digest[:16]}.jpg"), media_type, size, digest))
    return found


def forget_old(now: datetime) -> int:
    """Photos held for more than a day; how many."""
    storage, gone = sealed_storage(), 0
    if not storage.exists(FOLDER):
        return 0
    for name in storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if timezone.localtime(storage.get_modified_time(path)) < now - DAY:
            storage.delete(path)
            gone += 1
    logger.info("%s held photos forgotten.", gone)
    return gone
