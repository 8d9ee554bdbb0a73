"""Plain makers of lines, rosters and calls. Monday 23/11/2026, 9 o'clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from gandan.feedback.tests.make import (
    NOW,
    at,
    binh,
    commune,
    dung,
    hoa,
    minh,
    moment,
    nam,
    police,
    promise,
    signed_in,
)
from gandan.gateways.actions import Call as Reported
from gandan.gateways.models import CallDirection, CallState
from gandan.hotline import actions
from gandan.hotline.actions import Duty, LineFacts
from gandan.hotline.actions.recordings import Sound
from gandan.hotline.models import Call, DutyShift, Hours, Line, Listening, Recording
from gandan.hotline.programmes import CONDUCT, LINES
from gandan.people.models import User
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

__all__ = ["NOW", "at", "binh", "commune", "dung", "hoa", "minh", "moment", "nam", "police", "promise", "signed_in"]

OFFICER = "/can-bo/duong-day-nong/"
SECURITY, ORDER = "0220 3000 113", "0220 3000 114"
CALLER = "0912345118"


def security() -> Line:
    """Day and night, the police answer."""
    return Line.objects.filter(name="An ninh").first() or actions.keep_line(
        commune(), LineFacts(name="An ninh", scope="An ninh, trật tự", unit=police(), number=SECURITY, category="an_ninh"),
        by=hoa(), now=NOW,
    )  # fmt: skip


def order() -> Line:
    """Building, pollution, pavements, in office hours."""
    facts = LineFacts(
        name="Đô thị", scope="Xây dựng, môi trường, vỉa hè", unit=commune(), number=ORDER, hours=Hours.OFFICE, extensions=["101"]
    )  # fmt: skip
    return Line.objects.filter(name="Đô thị").first() or actions.keep_line(commune(), facts, by=hoa(), now=NOW)


def _switch(kind: str, name: str, **values: object) -> None:
    if not Programme.objects.filter(kind=kind, agency=commune()).exists():
        since = NOW - timedelta(days=120)
        switch_on(
            Switch(kind=kind, agency=commune(), name=name, parameters=values, since=since.date()), by=hoa(), now=since
        )


def conduct(**values: object) -> None:
    """≤ 3 rings, call back within 30 minutes, recordings for 90 days."""
    _switch(CONDUCT, "Quy chế điện thoại", **values)


def keeping(**values: object) -> None:
    _switch(LINES, "Đường dây nóng", **values)


def shift(line: Line | None = None, person: User | None = None, starts: datetime = NOW, hours: float = 8) -> DutyShift:
    duty = Duty(
        line=line or security(), person=person or dung(), starts_at=starts, ends_at=starts + timedelta(hours=hours)
    )
    return actions.put_on_duty(duty, by=hoa(), now=NOW)


def report(
    state: str, *, at: datetime = NOW, call_id: str = "1.17", line: str = "02203000113", **more: object
) -> Reported:
    known = {"caller": CALLER, "rings": 2, **more}
    return Reported(call_id=call_id, line=line, state=CallState(state), at=at, **known)  # type: ignore[arg-type]  # a story tells what it needs


def told(line: Line | None = None, state: str = "ringing", **more: object) -> Call:
    reported = report(state, **more)  # type: ignore[arg-type]  # as above
    return actions.merge_report(line or security(), reported, now=reported.at)


def missed(**more: object) -> Call:
    return told(state="missed", **more)  # type: ignore[arg-type]  # as above


def answered(**more: object) -> Call:
    return told(state="ended", seconds=60, **more)  # type: ignore[arg-type]  # as above


def outgoing(**more: object) -> Call:
    return told(state="ended", call_id="2.1", direction=CallDirection.OUT, **more)  # type: ignore[arg-type]  # as above


def recording() -> Recording:
    conduct()
    return actions.keep_recording(answered(), Sound(b"RIFF loi noi", "audio/wav"), now=at(hours=1))


def asked() -> Listening:
    return actions.ask_to_listen(recording(), "Công dân phản ánh thái độ", by=minh(), now=at(hours=2))


def heard() -> Listening:
    one = asked()
    actions.approve_listening(one, by=hoa(), now=at(hours=3))
    actions.listen(one, by=minh(), now=at(hours=4))
    one.refresh_from_db()
    return one


def fresh(call: Call) -> Call:
    return Call.objects.get(pk=call.pk)
