"""Plain makers of models, their versions and adoptions, for the tests of this app and of those above."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from gandan.people.models import Role, User
from gandan.people.tests.make import (
    NOW,
    TODAY,
    commune,
    division,
    other_commune,
    partner,
    province,
    signed_in,
    staff,
)
from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Proposal, Running, declare, knows
from gandan.programmes.parameters import Weekdays, Whole
from gandan.reforms import actions
from gandan.reforms.models import Adoption, Reform, ReformVersion
from gandan.reforms.packages import digest
from gandan.reforms.workflow import Status

__all__ = [
    "NOW", "TODAY", "above", "adoption", "clerk", "commune", "division", "leader", "other_commune", "package", "partner",
    "plan", "planned", "province", "reform", "running", "signed_in", "staff", "version",
]  # fmt: skip

KIND = "tried_day"


def _clashes(proposal: Proposal, other: Running) -> str:
    shared = set(proposal.values["weekdays"]) & set(other.values["weekdays"])
    return f"“{other.name}” đã chạy ngày này." if shared else ""


def _check(proposal: Proposal) -> list[str]:
    return ["Hạn rút ngắn không quá 30 ngày."] if proposal.values["days"] > 30 else []


if not knows(KIND):
    declare(
        Kind(
            name=KIND, label="Ngày thử", help="Loại chương trình chỉ có trong kiểm thử.", changes="Không đổi gì.",
            parameters=(Weekdays("weekdays", "Ngày trong tuần", default=[3]), Whole("days", "Hạn", default=5, unit="ngày")),
            clash=_clashes, check=_check, against=(KIND,), runs_on=lambda values, day: day.weekday() in values["weekdays"],
        )
    )  # fmt: skip


def leader(agency: Agency | None = None, username: str = "hoa") -> User:
    return staff(username, Role.LEADER, agency=agency, full_name="Trần Thị Hoa")


def clerk(agency: Agency | None = None, username: str = "minh") -> User:
    return staff(username, Role.SPECIALIST, agency=agency)


def above(username: str = "sonoivu") -> User:
    """A person of the province who follows the communes."""
    return staff(username, Role.OVERSIGHT, agency=province(), full_name="Lê Văn Sở")


def reform(code: str = "ngay-thu-nam-khong-hen", name: str = "Ngày thứ năm không hẹn", **more: Any) -> Reform:
    known = {
        "summary": "Giải quyết ngay trong ngày thứ Năm.",
        "status": Status.RECOGNISED,
        "made_at": NOW,
        "changed_at": NOW,
    }
    return Reform.objects.create(code=code, name=name, **{**known, **more})


def package(**more: Any) -> dict[str, Any]:
    setting = {"kind": KIND, "name": "Ngày thứ năm không hẹn", "parameters": {"weekdays": [3], "days": 5}}
    known = {
        "format": 1, "programmes": [setting], "measures": ["on_time_rate"],
        "texts": [{"key": "notice", "title": "Thông báo", "kind": "notice", "body": "{unit} bắt đầu từ {start}."}],
        "thresholds": [{"measure": "on_time_rate", "at_least": 80}],
    }  # fmt: skip
    return {**known, **more}


def version(of: Reform | None = None, **more: Any) -> ReformVersion:
    content = package(**more)
    model = of or reform()
    number = model.versions.count() + 1
    return ReformVersion.objects.create(
        reform=model, number=number, content="Từng bước.", package=content, digest=digest(content), made_at=NOW
    )


def plan(by: User, *, start_on: date = TODAY, weekdays: list[int] | None = None, **more: Any) -> actions.Plan:
    settings = () if weekdays is None else (_setting(weekdays),)
    return actions.Plan(start_on=start_on, responsible=by, scope="Mọi thủ tục", settings=settings, **more)


def _setting(weekdays: list[int]) -> Mapping[str, Any]:
    return {"kind": KIND, "name": "Ngày không hẹn", "parameters": {"weekdays": weekdays, "days": 5}}


def adoption(by: User, of: Reform | None = None, *, agency: Agency | None = None, **duty: Any) -> Adoption:
    """Being studied on the own wish; with `obligation=…` assigned by a directive."""
    where = agency or by.agency
    assert where is not None
    model = of or version().reform
    if not duty:
        return actions.begin_adoption(model, agency=where, by=by, now=NOW)
    known = {"directive_no": "500/UBND-VHXH", "due_at": NOW + timedelta(days=10)}
    return actions.assign(actions.Assignment(reform=model, agency=where, **{**known, **duty}), by=by, now=NOW)


def planned(by: User, **more: Any) -> Adoption:
    made = adoption(by)
    actions.submit(made, plan(by, **more), by=by, now=NOW)
    actions.approve(made, by=by, now=NOW)
    return made


def running(by: User, **more: Any) -> Adoption:
    made = planned(by, **more)
    actions.switch_on(made, by=by, now=NOW)
    return made
