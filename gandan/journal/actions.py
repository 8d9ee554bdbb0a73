"""The journal's verb: `record`."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone

from .events import Event
from .following import followers_of, tell
from .models import Entry


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def entry_hash(previous: str, fact: dict[str, Any]) -> str:
    """SHA-256 over the previous hash and the fact in canonical JSON."""
    body = json.dumps(fact, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(f"{previous}{body}".encode()).hexdigest()


@transaction.atomic
def record(event: Event, *, about: models.Model, by: models.Model | None = None, at: datetime | None = None) -> Entry:
    """Write what happened and wake its followers, inside the caller's transaction.

    The caller has changed (and so locked) the row of `about`; entries about one subject therefore come one after another.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("record() belongs inside the transaction of the change")
    subject = {"subject_type": ContentType.objects.get_for_model(about), "subject_id": about.pk}
    previous = Entry.objects.filter(**subject).order_by("-pk").values_list("hash", flat=True).first() or ""
    at = at or timezone.now()
    kind = type(event).__name__
    data = event.as_data()
    fact = {"at": _moment(at), "by": by.pk if by else None, "about": about.pk, "kind": kind, "data": data}
    entry = Entry.objects.create(
        **subject, at=at, actor_id=by.pk if by else None, kind=kind, data=data,
        previous_hash=previous, hash=entry_hash(previous, fact),
    )  # fmt: skip
    tell(followers_of(type(event)), entry)
    return entry


def is_unbroken(subject: models.Model) -> bool:
    """Recompute the chain of hashes of everything recorded about `subject`."""
    previous = ""
    for entry in Entry.objects.about(subject):
        fact = {
            "at": _moment(entry.at),
            "by": entry.actor_id,
            "about": entry.subject_id,
            "kind": entry.kind,
            "data": entry.data,
        }
        if entry.previous_hash != previous or entry.hash != entry_hash(previous, fact):
            return False
        previous = entry.hash
    return True
