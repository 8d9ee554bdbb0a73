"""Calls as the exchange tells them, in whatever order; calls of a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.gateways.actions import Call as Reported
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..events import CallCame, CallFollowed, CallMissed, CallsImported
from ..merging import Known, Step, merged
from ..models import Call, CallBack, CallDirection, CallState, Line, Outcome
from ..programmes import conduct_of
from ..routing import route_of
from .lines import dialled

KNOWN = ("began_at", "answered_at", "missed_at", "ended_at", "rings", "seconds")


@transaction.atomic
def merge_report(line: Line, report: Reported, *, by: User | None = None, now: datetime) -> Call:
    """One step of a call is added to what is known; told twice nothing changes. A missed one is owed a call."""
    call, is_new = Call.objects.select_for_update(of=("self",)).get_or_create(
        call_id=report.call_id, defaults=_first_facts(line, report)
    )
    before = "" if is_new else call.state
    _merge(call, report)
    told: CallCame | CallFollowed | None = None
    if is_new:
        told = CallCame(hotline_call_id=call.pk, line_id=line.pk, on_duty_id=call.on_duty_id)
        _note_heard(line, report.at)
    elif call.state != before:
        told = CallFollowed(hotline_call_id=call.pk, state=call.state)
    if told:
        record(told, about=call, by=by, at=now, is_first=is_new)
    if call.state != before:
        _settle_debts(call, before, now=now)
    return call


def _first_facts(line: Line, report: Reported) -> dict[str, object]:
    """What is known at the first word of a call, and the rule of that day."""
    route, called = route_of(line, report.at), dialled(report.line)
    return {
        "commune": line.commune, "line": line, "direction": str(report.direction), "caller": report.caller,
        "began_at": report.at, "extension": "" if called == line.dialled else called,
        "is_after_hours": route.is_after_hours, "forwarded_to": route.forwarded_to, "on_duty": route.on_duty,
        "ring_limit": conduct_of(line.commune, localdate(report.at)).ring_limit,
    }  # fmt: skip


def _merge(call: Call, report: Reported) -> None:
    known = Known(direction=call.direction, **{name: getattr(call, name) for name in KNOWN})
    step = Step(state=str(report.state), at=report.at, rings=report.rings, seconds=report.seconds)
    after = merged(known, step)
    for name in KNOWN:
        setattr(call, name, getattr(after, name))
    call.state = CallState(after.state)
    call.caller = call.caller or report.caller
    if call.answered_at and call.direction == CallDirection.IN and call.answered_by is None:
        call.answered_by = call.on_duty
    call.save()


def _note_heard(line: Line, at: datetime) -> None:
    if line.last_heard_at is None or line.last_heard_at < at:
        Line.objects.filter(pk=line.pk).update(last_heard_at=at)


def _settle_debts(call: Call, before: str, *, now: datetime) -> None:
    """A missed call opens a debt; an answer with the same number, whoever dialled, pays those that are open."""
    if call.state == CallState.MISSED:
        _owe(call, now)
    elif call.answered_at is not None and before not in (CallState.TALKING, CallState.ENDED):
        outcome = Outcome.CAME_AGAIN if call.direction == CallDirection.IN else Outcome.REACHED
        rows = CallBack.objects.filter(done_at__isnull=True, call__commune=call.commune)
        same = rows.filter(call__caller_index=call.caller_index) if call.caller_index else rows.filter(call=call)
        same.filter(call__began_at__lte=call.answered_at).update(
            done_at=call.answered_at, done_by=call.answered_by, outcome=outcome
        )


def _owe(call: Call, now: datetime) -> None:
    """Within the minutes of the rule; counted from the next opening where the line is kept in office hours."""
    due_at = None
    if call.caller:
        start, day = call.missed_at or call.ended_at or now, localdate(call.began_at)
        if not call.line.is_open_at(start):
            start = calendar_of(call.commune, on=day).next_office_time(start)
        due_at = start + timedelta(minutes=conduct_of(call.commune, day).call_back_minutes)
        CallBack.objects.get_or_create(call=call, defaults={"due_at": due_at})
    told = CallMissed(hotline_call_id=call.pk, line_id=call.line_id, on_duty_id=call.on_duty_id, due_at=due_at)
    record(told, about=call, at=now)


@transaction.atomic
def import_calls(commune: Agency, calls: Sequence[tuple[Line, Reported]], *, by: User, now: datetime) -> int:
    """Call details from a file of the exchange; those told before change nothing. How many were new."""
    known = Call.objects.filter(call_id__in=[report.call_id for _, report in calls])
    before = set(known.values_list("call_id", flat=True))
    for line, report in calls:
        merge_report(line, report, by=by, now=now)
    made = len({report.call_id for _, report in calls} - before)
    record(CallsImported(calls=made), about=commune, by=by, at=now)
    return made
