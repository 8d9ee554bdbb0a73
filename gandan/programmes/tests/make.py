"""Plain makers of programmes. Two kinds of the tests stand beside the real ones: days of the week, and a promise in days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from gandan.dossiers.tests.make import MONDAY, commune, leader, officer
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.programmes import actions
from gandan.programmes.kinds import Kind, Proposal, Running, Values
from gandan.programmes.models import Programme
from gandan.programmes.parameters import Flag, Hour, Limits, Procedures, Roster, Weekdays, Whole

__all__ = ["MONDAY", "TODAY", "clerk", "commune", "elsewhere", "leader", "officer", "programme", "switch"]

TODAY = MONDAY.date()
THURSDAY = 3


def _runs_on(values: Values, day: date) -> bool:
    return day.weekday() in values["weekdays"]


def _lawful(proposal: Proposal) -> Sequence[str]:
    return ["Luật cấm làm việc sau 17 giờ."] if proposal.values["until_hour"].hour > 17 else []


def _clash(proposal: Proposal, other: Running) -> str:
    shared = set(proposal.values["weekdays"]) & set(other.values["weekdays"])
    return f"“{other.name}” cũng chạy thứ ấy." if shared else ""


DAYS = Kind(
    name="test_days", label="Ngày phục vụ", help="Chọn những thứ trong tuần.", changes="Trung tâm mở thêm theo thứ đã chọn.",
    parameters=(
        Weekdays("weekdays", "Thứ trong tuần"),
        Hour("until_hour", "Nhận đến", default="16:00"),
        Procedures("procedures", "Thủ tục"),
        Whole("most", "Nhiều nhất", least=1, most=500, unit="hồ sơ", required=False),
    ),
    measures=("received", "on_time"), runs_on=_runs_on, check=_lawful, clash=_clash, against=("test_days",),
    announce=lambda values: f"Trung tâm nhận hồ sơ đến {values['until_hour'].hour} giờ",
)  # fmt: skip
PROMISE = Kind(
    name="test_promise", label="Cam kết rút ngắn", help="Thủ tục và số ngày còn lại.", changes="Ngày hẹn sớm hơn.",
    parameters=(Limits("limits", "Rút còn"), Roster("roster", "Phân công"), Flag("loud", "Thông báo trên loa")),
)  # fmt: skip
KINDS = (DAYS, PROMISE)


def clerk(username: str = "thu", agency: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or officer(username, str(Role.CLERK), agency=agency)


def elsewhere() -> Agency:
    return commune("11593", "Xã An Phong", "000.31.53.H24")


def switch(**more: Any) -> actions.Switch:
    """Thursdays from tomorrow on, unless told otherwise."""
    facts: dict[str, Any] = {
        "kind": DAYS.name, "agency": None, "name": "Ngày thứ năm không hẹn", "parameters": {"weekdays": [THURSDAY]},
        "since": TODAY + timedelta(days=1),
    }  # fmt: skip
    facts |= more
    facts["agency"] = facts["agency"] or commune()
    return actions.Switch(**facts)


def programme(**more: Any) -> Programme:
    return actions.switch_on(switch(**more), by=clerk(), now=MONDAY)
