"""How a citizen wants to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import PreferenceChosen
from ..models import Preference

LADDER = ("zalo", "sms")


@dataclass(frozen=True)
class Wish:
    """`order`: channels of the ladder, the first one tried first."""

    order: Sequence[str]
    wants_email: bool = True
    wants_push: bool = True
    wants_ordinary: bool = True


@transaction.atomic
def choose_ways(citizen: User, wish: Wish, *, now: datetime) -> Preference:
    """From the next notice on. Whoever wants neither Zalo nor SMS is called when something must be told."""
    order = list(dict.fromkeys(wish.order))
    if set(order) - set(LADDER):
        raise RuleBroken("Chọn Zalo, SMS, hoặc cả hai.")
    chosen, _ = Preference.objects.update_or_create(
        user=citizen,
        defaults={
            "order": order, "wants_email": wish.wants_email, "wants_push": wish.wants_push,
            "wants_ordinary": wish.wants_ordinary, "changed_at": now,
        },
    )  # fmt: skip
    record(PreferenceChosen(preference_id=chosen.pk), about=chosen, by=citizen, at=now)
    return chosen
