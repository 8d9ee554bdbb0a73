"""The words of the commune for one kind of letter, in versions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import LetterTextKept
from ..models import LetterText
from ..wording import Words, check
from .drafting import words_of


@transaction.atomic
def keep_letter_text(commune: Agency, kind: str, words: Words, *, by: User, now: datetime) -> LetterText | None:
    """A new version; None when nothing changed. Letters drafted before keep their words."""
    if not words.title.strip() or not words.body.strip():
        raise RuleBroken("Mẫu thư cần tên thư và nội dung.")
    check(kind, words.body)
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    if words == words_of(commune, kind):
        return None
    last = LetterText.objects.filter(commune=commune, kind=kind).aggregate(last=Max("version"))["last"] or 0
    made = LetterText.objects.create(
        commune=commune,
        kind=kind,
        version=last + 1,
        title=words.title.strip(),
        body=words.body.strip(),
        made_by=by,
        made_at=now,
    )
    told = LetterTextKept(kind=kind, version=made.version)
    record(told, about=made, by=by, at=now, is_first=True)
    return made
