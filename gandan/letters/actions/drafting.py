"""A letter is proposed: by an event, or by an officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..events import LetterDrafted, LetterEdited
from ..models import Contribution, Letter, LetterKind, LetterText
from ..programmes import letters_rule
from ..wording import SHIPPED, Words, fill
from ..workflow import LetterStatus

WITHIN = 2
"""Working days to hand over a letter where no programme says otherwise (S1.13: visit within two days)."""


@dataclass(frozen=True)
class Draft:
    """What a letter is made of; `facts` fill the variables of its words."""

    kind: str
    recipient: str
    facts: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    phone: str = ""
    dossier: Dossier | None = None
    contribution: Contribution | None = None


@transaction.atomic
def draft_letter(commune: Agency, draft: Draft, *, by: User | None, now: datetime) -> Letter:
    """The words of the commune for this kind, filled in. One per dossier and kind: asked again, the same letter comes back."""
    if not draft.recipient.strip():
        raise RuleBroken("Ghi người nhận thư.")
    about = {"dossier": draft.dossier} if draft.dossier else {"contribution": draft.contribution}
    known = Letter.objects.filter(kind=draft.kind, **about).first() if any(about.values()) else None
    if known is not None and draft.kind != LetterKind.APOLOGY:
        return known
    words = words_of(commune, draft.kind)
    facts = {"xa": commune.name_within, "nguoi_nhan": draft.recipient.strip(), **draft.facts}
    made = Letter.objects.create(
        commune=commune, kind=draft.kind, dossier=draft.dossier, contribution=draft.contribution,
        recipient=draft.recipient.strip(), address=draft.address, phone=draft.phone, title=words.title,
        body=fill(words.body, facts), occasion_at=now, due_at=_due(commune, now), drafted_by=by,
    )  # fmt: skip
    told = LetterDrafted(letter_id=made.pk, kind=made.kind, dossier_id=made.dossier_id)
    record(told, about=made, by=by, at=now, is_first=True)
    return made


def words_of(commune: Agency, kind: str) -> Words:
    """The newest words the commune wrote, else the shipped ones."""
    own = LetterText.objects.filter(commune=commune, kind=kind).order_by("-version").first()
    return Words(own.title, own.body) if own else SHIPPED[kind]


def _due(commune: Agency, now: datetime) -> datetime:
    today = localdate(now)
    rule, calendar = letters_rule(commune, today), calendar_of(commune, on=today)
    day = today
    for _ in range(rule.values["within"] if rule else WITHIN):
        day = calendar.next_working_day(day)
    return calendar.end_of_day(day)


@dataclass(frozen=True)
class Page:
    """What stands on a letter: reader, where the reader lives, words."""

    recipient: str
    address: str
    body: str


@transaction.atomic
def edit_letter(letter: Letter, page: Page, *, by: User, now: datetime) -> None:
    """Words and reader of a draft; whoever confirmed the reader before has to do so again."""
    if letter.status != LetterStatus.DRAFTED:
        raise RuleBroken("Chỉ sửa được thư đang dự thảo. Thư chờ ký thì lãnh đạo trả lại trước.")
    if not page.recipient.strip() or not page.body.strip():
        raise RuleBroken("Thư cần người nhận và nội dung.")
    letter.recipient, letter.address, letter.body = page.recipient.strip(), page.address.strip(), page.body.strip()
    letter.checked_by = None
    letter.save(update_fields=["recipient", "address", "body", "checked_by"])
    record(LetterEdited(letter_id=letter.pk), about=letter, by=by, at=now)
