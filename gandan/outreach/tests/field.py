"""Plain makers of sessions and visits in xã Chí Minh, in the week of Monday 23/11/2026."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.models import FieldSession, Force, HomeVisit, Member, Team
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet, HamletKind
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

VIETNAM = make.VIETNAM
MONDAY = make.MONDAY
SATURDAY = make.moment(28, 8)
SIX = ("wounded", "disabled", "sick", "gravely_ill", "elderly_alone", "lonely")


def minh() -> User:
    return User.objects.filter(username="minh").first() or make.officer("minh")


def hamlets(count: int = 5, agency: Agency | None = None) -> list[Hamlet]:
    place = agency or make.commune()
    return [
        Hamlet.objects.get_or_create(commune=place, kind=HamletKind.TDP, name=f"Số {number}",
                                     defaults={"sort_name": bytes([number])})[0]
        for number in range(1, count + 1)
    ]  # fmt: skip


def switch(kind: str, *, since: date = date(2026, 11, 16), **parameters: Any) -> Programme:
    wanted = Switch(kind=kind, agency=make.commune(), name=f"Mô hình {kind}", parameters=parameters, since=since)
    return switch_on(wanted, by=None, now=datetime(2026, 11, 16, 8, tzinfo=VIETNAM))


def saturdays(**parameters: Any) -> Programme:
    return switch("field_sessions", **parameters)


def home_service(**parameters: Any) -> Programme:
    return switch("home_service", **parameters)


def session(**facts: Any) -> FieldSession:
    """The first Saturday of the rotation over two hamlets."""
    hamlets(2)
    if not Programme.objects.filter(kind="field_sessions").exists():
        saturdays(ahead_weeks=2, **facts)
    actions.plan_sessions(make.commune(), by=None, now=MONDAY)
    return FieldSession.objects.select_related("commune", "hamlet").order_by("starts_at")[0]


def members(*forces: str) -> list[Member]:
    team, _ = Team.objects.get_or_create(commune=make.commune(), name="Tổ lưu động", defaults={"made_at": MONDAY})
    return [
        Member.objects.create(team=team, name=f"Người {force}", force=Force(force), since=date(2026, 1, 1))
        for force in forces
    ]


def recorded(key: str = "may-1-ban-ghi-1", *, kind: str = "dossier", **content: Any) -> actions.Recorded:
    """A dossier written on the phone at 9:10 on Saturday, the birth certificate seen."""
    facts = {
        "group": "residence", "procedure": make.PROCEDURE, "applicant": {"name": "Đỗ Văn Tuấn", "phone": "0912 345 118"},
        "answers": {"child_name": "Đỗ Gia Bảo", "born_on": "2026-11-05", "sex": "male"}, "seen": ["birth_proof"],
    }  # fmt: skip
    return actions.Recorded(key=key, kind=kind, recorded_at=make.moment(28, 9, 10), content={**facts, **content})


def asked(**facts: Any) -> actions.Asked:
    """The neighbour of a disabled person calls."""
    told = {
        "purpose": "both", "name": "Phạm Thị Hiền", "phone": "0912 345 119", "address": "Số nhà 12", "group": "disabled",
        "asked_by": "Hàng xóm Lê Văn Tư",
    }  # fmt: skip
    return actions.Asked(**{**told, **facts})


def visit(**facts: Any) -> HomeVisit:
    if not Programme.objects.filter(kind="home_service").exists():
        home_service()
    return actions.ask_visit(make.commune(), asked(**facts), by=None, now=MONDAY)


def planned(*, hour: int = 9, visitor: User | None = None, **facts: Any) -> HomeVisit:
    """Asked on Monday, planned for Tuesday."""
    made = visit(**facts)
    plan = actions.VisitPlan(at=make.moment(24, hour), visitor=visitor or minh())
    actions.schedule_visit(made, plan=plan, by=minh(), now=MONDAY)
    return made
