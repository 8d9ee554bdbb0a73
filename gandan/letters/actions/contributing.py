"""What people give to the commune; a letter of thanks follows at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import ContributionRegistered
from ..models import Contribution, LetterKind
from .drafting import Draft, draft_letter


@dataclass(frozen=True)
class Gift:
    """`value` in đồng, None where it cannot be told."""

    giver: str
    kind: str
    what: str
    day: date
    value: int | None = None
    address: str = ""


@transaction.atomic
def register_contribution(commune: Agency, gift: Gift, *, by: User, now: datetime) -> Contribution:
    """One row, and one draft of thanks. The same gift of the same day twice is one gift."""
    if gift.day > localdate(now):
        raise RuleBroken("Ngày đóng góp chưa tới.")
    facts = {"commune": commune, "giver": gift.giver.strip(), "what": gift.what.strip(), "day": gift.day}
    if known := Contribution.objects.filter(**facts).first():
        return known
    made = Contribution.objects.create(
        **facts, kind=gift.kind, value=gift.value, address=gift.address, made_by=by, made_at=now
    )
    record(ContributionRegistered(contribution_id=made.pk), about=made, by=by, at=now, is_first=True)
    thanks = Draft(
        LetterKind.THANKS, made.giver, {"dong_gop": made.what}, address=gift.address, contribution=made,
    )  # fmt: skip
    draft_letter(commune, thanks, by=None, now=now)
    return made
