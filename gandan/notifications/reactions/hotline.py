"""Who keeps a line is told of missed calls; leaders of hours nobody keeps and of requests to listen."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.hotline import events
from gandan.hotline.models import Call, DutyShift, Line, Listening
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import User

from ..actions import tell
from ..staff import colleagues, leader_of


def _call(event: events.CallEvent) -> tuple[Call, str]:
    call = Call.objects.select_related("line", "commune").get(pk=event.hotline_call_id)
    return call, reverse("hotline:detail", args=[call.pk])


def _on_duty(event: events.CallMissed | events.CallBackOverdue, call: Call, entry: Entry) -> list[User | None]:
    """Whoever keeps the line; nobody on the roster: the leader."""
    found = User.objects.filter(pk=event.on_duty_id).first() if event.on_duty_id else None
    return [found or leader_of(call.commune, localdate(entry.at))]


@follows(events.CallMissed)
def tell_call_missed(event: events.CallMissed, entry: Entry) -> None:
    call, link = _call(event)
    facts: dict[str, Any] = {"line": call.line, "caller": call.caller_masked or "không hiện số", "due_at": event.due_at}
    for to in colleagues(_on_duty(event, call, entry), call.commune):
        tell(to, event="call_missed", entry=entry, urgent=True, link=link, **facts)


@follows(events.CallBackOverdue)
def tell_call_back_overdue(event: events.CallBackOverdue, entry: Entry) -> None:
    call, link = _call(event)
    people = [*_on_duty(event, call, entry), leader_of(call.commune, localdate(entry.at))]
    for to in colleagues(people, call.commune):
        tell(to, event="call_back_overdue", entry=entry, urgent=True, link=link, line=call.line)


@follows(events.DutyHoleFound)
def tell_duty_hole(event: events.DutyHoleFound, entry: Entry) -> None:
    line = Line.objects.select_related("commune").get(pk=event.line_id)
    for to in colleagues([leader_of(line.commune, localdate(entry.at))], line.commune):
        tell(to, event="duty_hole", entry=entry, link=reverse("hotline:roster"), line=line, at=event.starts)


@follows(events.DutyGiven)
def tell_duty_given(event: events.DutyGiven, entry: Entry) -> None:
    shift = DutyShift.objects.select_related("line__commune", "person").filter(pk=event.shift_id).first()
    if shift is None:  # given and taken away before this was told
        return
    for to in colleagues([shift.person], shift.line.commune):
        tell(to, event="duty_given", entry=entry, link=reverse("hotline:roster"), line=shift.line, at=shift.starts_at)


@follows(events.ListeningAsked)
def tell_listening_asked(event: events.ListeningAsked, entry: Entry) -> None:
    one = Listening.objects.select_related("recording__call__commune").get(pk=event.listening_id)
    commune, link = one.recording.call.commune, reverse("hotline:listening", args=[one.pk])
    for to in colleagues([leader_of(commune, localdate(entry.at), other_than=one.asked_by)], commune):
        tell(to, event="listening_asked", entry=entry, link=link)
