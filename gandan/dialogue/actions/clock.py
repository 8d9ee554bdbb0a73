"""What time does: weeks and months judged, a calendar that is missing."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.measures.periods import following_month
from gandan.people.models import User
from gandan.places.models import Agency

from ..cadence import Span, months, weeks
from ..events import CalendarMissing, DutyMissed
from ..missing import has_calendar
from ..models import Duty, DutyKind, Occasion, OccasionKind
from ..rules import Rules, rules_of
from ..workflow import OccasionStatus

Wanted = dict[tuple[str, str, date], Span]


@transaction.atomic
def judge_duties(commune: Agency, *, by: User | None, now: datetime) -> int:
    """Write every week and month since the programme began, met or not. Returns how many ended unmet just now."""
    today = localdate(now)
    rules = rules_of(commune, today)
    if not rules.is_promised:
        return 0
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    wanted = _wanted(rules, today)
    known = set(Duty.objects.filter(commune=commune).values_list("kind", "seat", "starts_on"))
    Duty.objects.bulk_create(
        Duty(commune=commune, kind=kind, seat=seat, starts_on=start, ends_on=span.end)
        for (kind, seat, start), span in wanted.items()
        if (kind, seat, start) not in known
    )
    return sum(_judge(duty, by=by, now=now) for duty in Duty.objects.filter(commune=commune, met_at__isnull=True))


def _wanted(rules: Rules, today: date) -> Wanted:
    assert rules.since is not None
    visits: Wanted = {(DutyKind.VISIT, "", span.start): span for span in weeks(rules.since, today)}
    heads: Wanted = {
        (DutyKind.RECEPTION, seat, span.start): span for seat in rules.heads for span in months(rules.since, today)
    }
    return visits | heads


def _judge(duty: Duty, *, by: User | None, now: datetime) -> bool:
    """True when it is found missed for the first time. Held late but recorded later still counts by its own day."""
    held = _held_in(duty)
    if held is not None:
        duty.met_at = held
        duty.save(update_fields=["met_at"])
        return False
    if duty.missed_at or duty.ends_on >= localdate(now):
        return False
    duty.missed_at = now
    duty.save(update_fields=["missed_at"])
    record(DutyMissed(duty_id=duty.pk, kind=duty.kind, starts_on=duty.starts_on), about=duty, by=by, at=now)
    return True


def _held_in(duty: Duty) -> datetime | None:
    """When the first fitting occasion of the span was held."""
    rows = Occasion.objects.filter(
        commune=duty.commune_id, status=OccasionStatus.HELD, held_at__date__range=(duty.starts_on, duty.ends_on)
    )
    rows = rows.filter(kind=OccasionKind.VISIT) if duty.kind == DutyKind.VISIT else rows.filter(
        kind=OccasionKind.RECEPTION, seat=duty.seat
    )  # fmt: skip
    return rows.order_by("held_at").values_list("held_at", flat=True).first()


@transaction.atomic
def warn_calendar(commune: Agency, *, by: User | None, now: datetime) -> bool:
    """From the day of warning on, once a month: no published reception of the next month."""
    today = localdate(now)
    rules, month = rules_of(commune, today), following_month(today.replace(day=1))
    if not rules.is_promised or today.day < rules.warn_day or has_calendar(commune, month):
        return False
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    told = CalendarMissing(agency_id=commune.pk, month=month)
    if Entry.objects.about(commune).filter(kind="CalendarMissing", data__month=month.isoformat()).exists():
        return False
    record(told, about=commune, by=by, at=now)
    return True
