"""A partner's desk: the legs given to its agency, by their due moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from gandan.dossiers.models import Leg, LegStatus
from gandan.dossiers.remaining import Remainder, remainder
from gandan.dossiers.workflow import WITH_CITIZEN
from gandan.people.offices import Office
from gandan.places.calendars import calendar_of

from .inbox import end_of

CHIPS = {"": "Tất cả", "tre": "Trễ", "hom-nay": "Đến hạn hôm nay", "sap-toi": "Sắp tới lượt"}


@dataclass(frozen=True)
class Piece:
    leg: Leg
    left: Remainder | None


def pieces(office: Office, chip: str, now: datetime) -> QuerySet[Leg]:
    """Legs at work (or soon to come) at this agency."""
    mine = Leg.objects.filter(agency=office.agency, dossier__ended_at=None)
    found = mine.filter(_of_chip(chip, now))
    return found.select_related("dossier__procedure", "agency").order_by("due_at", "pk")


def _of_chip(chip: str, now: datetime) -> Q:
    running = Q(status=LegStatus.RUNNING)
    if chip == "tre":
        return running & Q(due_at__lt=now)
    if chip == "hom-nay":
        return running & Q(due_at__gte=now, due_at__lte=end_of(now.date()))
    return Q(status=LegStatus.WAITING) if chip == "sap-toi" else running


def counts(office: Office, now: datetime) -> dict[str, int]:
    mine = Leg.objects.filter(agency=office.agency, dossier__ended_at=None)
    return mine.aggregate(
        **{name.replace("-", "_") or "all": Count("pk", filter=_of_chip(name, now)) for name in CHIPS}
    )


def shown(legs: list[Leg], office: Office, now: datetime) -> list[Piece]:
    calendar = calendar_of(office.agency)
    return [
        Piece(leg, remainder(leg.due_at, leg.started_at, now, calendar))
        if leg.due_at and leg.started_at and leg.dossier.status not in WITH_CITIZEN
        else Piece(leg, None)
        for leg in legs
    ]
