"""Fast days and shorter limits of xã Chí Minh for the stories, switched on the week before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.dossiers import actions
from gandan.dossiers.models import Channel, Dossier, UnderProgramme
from gandan.dossiers.workflow import Status
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

from . import make, office

BEFORE = datetime(2026, 11, 16, 8, 0, tzinfo=make.VIETNAM)
SINCE = BEFORE.date()
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (make.moment(day, 8, 10) for day in (24, 25, 26, 27))
BASIS = "Quyết định 45/QĐ-UBND ngày 10/11/2026"
ROUTE = [
    [{"key": "appraise", "name": "Thẩm tra", "agency": "commune", "role": "specialist", "half_days": 2}],
    [{"key": "approve", "name": "Ký", "agency": "commune", "role": "leader", "half_days": 1}],
]


def programme(kind: str, name: str, *, since: date = SINCE, now: datetime = BEFORE, **values: Any) -> Programme:
    switch = Switch(kind=kind, agency=make.commune(), name=name, parameters=values, since=since, basis=BASIS)
    return switch_on(switch, by=None, now=now)


def no_waiting(**values: Any) -> Programme:
    """“Ngày không chờ”: Tuesday and Friday, limits of 3, 5 and 7 days (S2.8)."""
    return programme("fast_day", "Ngày không chờ", **{"weekdays": [1, 4], **values})


def no_appointment(**values: Any) -> Programme:
    """“Ngày thứ năm không hẹn”: Thursday, up to 5 days, also at the commune police (S2.9)."""
    own = {"weekdays": [3], "limits": [5], "up_to": True, "units": ["center", "cong_an"]}
    return programme("fast_day", "Ngày thứ năm không hẹn", **{**own, **values})


def version(code: str = make.PROCEDURE, *, days: int = 5, handled_by: str = "ubnd_xa") -> ProcedureVersion:
    """A procedure with a limit of so many working days, done within the commune. The same one for the same code."""
    found = ProcedureVersion.objects.filter(procedure__code=code).select_related("procedure").first()
    made = found or make.version(code, working_days=days, route=ROUTE, steps=[])
    Procedure.objects.filter(pk=made.procedure_id).update(handled_by=handled_by)
    return ProcedureVersion.objects.select_related("procedure").get(pk=made.pk)


def received(of: ProcedureVersion, at: datetime, *, channel: str = Channel.COUNTER) -> Dossier:
    return make.dossier(Status.RECEIVED, of=of, now=at, channel=channel)


def settle(dossier: Dossier, at: datetime) -> Dossier:
    """Handed over, appraised and signed, all at `at`."""
    if dossier.status == Status.RECEIVED:
        actions.hand_over(dossier, by=office.minh(), now=at)
    make.finish_legs(dossier, at)
    actions.approve(office.fresh(dossier), by=office.hoa(), now=at)
    return office.fresh(dossier)


def mark(dossier: Dossier, kind: str = "fast_day") -> UnderProgramme:
    return dossier.under.get(kind=kind)
