"""Setting the clocks of a dossier: reads its limits, pauses and calendar, and fills its date columns. The caller saves.

Two clocks side by side: the statutory one starts again after a supplement (NĐ 118/2025, Điều 19, khoản 5), the 766 one
subtracts the waiting. The date given to the citizen is the promised one where the commune promised, else the statutory.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from gandan.catalog.models import LimitKind, TimeLimit
from gandan.core.errors import RuleBroken
from gandan.places.calendar import Calendar
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import half_day_end
from gandan.places.working import Due, Unit

from .attribution import LegTimes, attribute
from .deadlines import Limit, Waiting, clock_766, due_without_waiting, outcome, restart
from .marking import marks_at_reception
from .models import Dossier, ExtensionStatus, Leg, LegStatus, Pause, PauseKind, UnderProgramme
from .promises import Promise, earliest, is_open_day, marks_of, programme_words, told_after_giving_up

CLOCK_FIELDS = [
    "due_at", "first_due_at", "statutory_due_at", "clock766_due_at", "is_provisional", "working", "clock_started_at",
    "citizen_minutes", "changed_at",
]  # fmt: skip
UNVERIFIED = "Thời hạn của thủ tục này chưa được cán bộ xác nhận nguồn, ngày hẹn là tạm tính."


def calendar_for(dossier: Dossier) -> Calendar:
    return calendar_of(dossier.agency)


def _limit(fact: TimeLimit) -> Limit:
    return Limit(fact.count, Unit(fact.unit), fact.cutoff)


def statutory_limit(dossier: Dossier) -> TimeLimit:
    fact = dossier.version.limit(LimitKind.STATUTORY, dossier.commune)
    if fact is None:
        raise RuleBroken(
            f"Thủ tục “{dossier.procedure}” chưa có thời hạn giải quyết. Nhờ văn thư ghi thời hạn và nguồn trước khi tiếp nhận."
        )
    return fact


def set_clocks(dossier: Dossier, marks: Iterable[UnderProgramme] = ()) -> None:
    """Compute every date anew from `received_at`, `clock_started_at`, pauses, the signed extension and the marks.

    Marks are all those of the dossier, kept or not; `promised_at` of shortened limits is filled in, the caller saves it.
    """
    if dossier.received_at is None or dossier.clock_started_at is None:
        return
    know_limits(dossier)
    calendar, pauses, marks = calendar_for(dossier), list(dossier.pauses.all()), list(marks)
    lawful = statutory_limit(dossier)
    statutory = _count(dossier, lawful, pauses, calendar)
    own = dossier.version.limit(LimitKind.PROMISED, dossier.commune) or lawful
    given = earliest(dossier, marks, own, dossier.received_at, lambda fact: _count(dossier, fact, pauses, calendar))
    promised = told_after_giving_up(given.due, dossier, marks)
    waits = [Waiting(pause.started_at, pause.ended_at) for pause in pauses]
    beside = clock_766(dossier.received_at, _limit(given.limit or own), waits, calendar, dossier.supplement_count)
    dossier.statutory_due_at, dossier.clock766_due_at = statutory.at, beside.due_at
    dossier.due_at = _extended(dossier) or promised.at
    dossier.first_due_at = dossier.first_due_at or promised.at
    dossier.is_provisional = promised.is_provisional or not given.is_verified
    dossier.working = {
        "due": promised.working.as_json(),
        "statutory": statutory.working.as_json(),
        "clock766": beside.working.as_json(),
        "note": "" if given.is_verified else UNVERIFIED,
        **programme_words(dossier, given, marks),
    }
    dossier.citizen_minutes = sum(_minutes(pause, calendar) for pause in pauses)


def due_without_promise(dossier: Dossier, now: datetime) -> datetime | None:
    """The date that would hold if the promises of a fast day were given up at `now`. Nothing is changed."""
    marks = marks_of(dossier)
    for mark in filter(is_open_day, marks):
        mark.fell_back_at = now
    told = copy(dossier)
    set_clocks(told, marks)
    return told.due_at


def know_limits(dossier: Dossier) -> None:
    """Read the limits of the version once for all that ask: clocks, programmes, papers."""
    prefetch_related_objects([dossier.version], "limits")


def _minutes(pause: Pause, calendar: Calendar) -> int:
    return calendar.working_minutes_between(pause.started_at, pause.ended_at) if pause.ended_at else 0


def _count(dossier: Dossier, fact: TimeLimit, pauses: list[Pause], calendar: Calendar) -> Due:
    """From the start of the clock; waiting for the citizen's tax or fee does not count."""
    assert dossier.clock_started_at is not None
    if dossier.clock_started_at != dossier.received_at and not any(_is_payment(pause) for pause in pauses):
        return _told(restart(dossier.clock_started_at, _limit(fact), calendar), fact)
    paying = [Waiting(pause.started_at, pause.ended_at) for pause in pauses if _is_payment(pause)]
    return _told(due_without_waiting(dossier.clock_started_at, _limit(fact), paying, calendar), fact)


def _told(due: Due, fact: TimeLimit) -> Due:
    """The limit's own law before the general rule of counting."""
    if not fact.citation:
        return due
    is_same_day = fact.unit == Unit.SAME_DAY
    return due.retold(citation=fact.citation if is_same_day else f"{fact.citation}; {due.working.citation}")


def _is_payment(pause: Pause) -> bool:
    return pause.kind == PauseKind.PAYMENT


def _extended(dossier: Dossier) -> datetime | None:
    extension = getattr(dossier, "extension", None)
    is_signed = extension is not None and extension.status == ExtensionStatus.SIGNED
    return extension.new_due_at if extension is not None and is_signed else None


def expected_promise(dossier: Dossier, now: datetime) -> Promise:
    """What would be promised if the dossier were received now: for the check page and before reception."""
    know_limits(dossier)
    own, calendar = (
        dossier.version.limit(LimitKind.PROMISED, dossier.commune) or statutory_limit(dossier),
        calendar_for(dossier),
    )
    marks = marks_at_reception(dossier, now)
    return earliest(dossier, marks, own, now, lambda fact: _told(_limit(fact).due_from(now, calendar), fact))


def expected_due(dossier: Dossier, now: datetime) -> Due:
    """The date of `expected_promise`."""
    return expected_promise(dossier, now).due


def start_leg(leg: Leg, now: datetime, calendar: Calendar, *, latest: datetime | None) -> None:
    """The leg runs from now to the end of its budget, but never past `latest`, the date given to the citizen."""
    end = half_day_end(now, leg.half_days, calendar) if leg.half_days else now
    leg.status, leg.started_at = LegStatus.RUNNING, now
    leg.due_at = min(end, latest) if latest and latest > now else end


def set_outcome(dossier: Dossier, at: datetime) -> None:
    """Early, on time or late, and the working time used."""
    if dossier.due_at is None or dossier.received_at is None:
        return
    calendar = calendar_for(dossier)
    dossier.outcome = outcome(at, dossier.due_at)
    used = calendar.working_minutes_between(dossier.received_at, at)
    dossier.working_minutes = max(0, used - dossier.citizen_minutes)
    dossier.is_same_day = localdate(at) == localdate(dossier.received_at)


def share_lateness(dossier: Dossier, legs: list[Leg], at: datetime) -> int:
    """Give each leg its share of the delay; the shares add up to the returned office minutes."""
    if dossier.due_at is None:
        return 0
    worked = [leg for leg in legs if leg.started_at is not None]
    stages: dict[int, list[LegTimes]] = {}
    for leg in worked:
        assert leg.started_at is not None
        times = LegTimes(leg.key, leg.agency.name, leg.started_at, leg.finished_at or at, leg.half_days)
        stages.setdefault(leg.stage, []).append(times)
    shared = attribute([stages[stage] for stage in sorted(stages)], dossier.due_at, at, calendar_for(dossier))
    minutes = {part.name: part.minutes for part in shared.parts}
    for leg in worked:
        leg.late_minutes = minutes.get(leg.key, 0)
    return shared.total_minutes
