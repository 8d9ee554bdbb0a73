"""The office proposes an hour: the couple keeps it, chooses another, or gives it back (S1.9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from gandan.places.models import Agency

from .. import offers
from ..models import Appointment
from ..programmes import WEDDING, matters_of
from ..slots import Slot
from .booking import Wish, book


@transaction.atomic
def propose_handover(agency: Agency, wish: Wish, *, wanted: date | None, now: datetime) -> Appointment | None:
    """The first free hour of the wedding hand-over on or after the wanted day, else the first free one at all.

    `wish` names the couple and the dossier; its programme and hour are found here. None where the commune hands over
    without appointment, no hour is free, or an hour was proposed for the dossier before.
    """
    today = localtime(now).date()
    rule = next((one for one in offers.services(agency, today) if one.kind == WEDDING), None)
    if rule is None or Appointment.objects.filter(agency=agency, about=wish.about).exists():
        return None
    slot = _first([slot for day in offers.free_days(agency, rule, now) for slot in day.slots], wanted or today)
    if slot is None:
        return None
    matter = next(iter(matters_of(rule.values)), "")
    found = replace(wish, programme_id=rule.programme_id, starts_at=slot.starts_at, matter=matter)
    return book(agency, found, by=None, now=now)


def _first(slots: list[Slot], wanted: date) -> Slot | None:
    later = (one for one in slots if localtime(one.starts_at).date() >= wanted)
    return next(later, slots[0] if slots else None)
