"""Plain makers of booking. Monday 23/11/2026, 9:00; the next day, a Tuesday, is the first a programme can hold from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from gandan.booking import actions
from gandan.booking.actions.booking import Wish
from gandan.booking.models import Appointment
from gandan.booking.programmes import DEATH, EXTRA_HOURS
from gandan.catalog.models import Procedure
from gandan.catalog.tests.make import version
from gandan.people.models import Role, User
from gandan.people.tests import make as people
from gandan.places.models import Agency
from gandan.programmes import actions as programmes
from gandan.programmes.models import Programme

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
PHONE = "0912345118"
WEEK = [
    {"weekday": day, "from": start, "to": end}
    for day in range(5) for start, end in (("06:00", "07:30"), ("11:30", "13:00"), ("17:00", "19:00"))
]  # fmt: skip
PHUONG_4: dict[str, Any] = {
    "windows": [*WEEK, {"weekday": 5, "from": "07:30", "to": "11:30"}],
    "matters": "Chứng thực\nXác nhận chữ ký\nTư vấn pháp luật liên quan đến công tác quản lý Nhà nước",
    "needs_leader": True,
}
CENTRE: dict[str, Any] = {
    "windows": [{"weekday": day, "from": "17:00", "to": "18:00"} for day in range(4)], "walk_in": True,
}  # fmt: skip


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """Of November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def programme(
    parameters: dict[str, Any] | None = None, *, of: Agency | None = None, kind: str = EXTRA_HOURS, **more: Any
) -> Programme:
    """Phường 4's hours, from this Monday on, unless told otherwise."""
    facts: dict[str, Any] = {
        "kind": kind, "agency": of or people.commune(), "name": "Đặt lịch ngoài giờ",
        "parameters": PHUONG_4 if parameters is None else parameters, "since": MONDAY.date(),
    }  # fmt: skip
    now = more.pop("now", MONDAY)
    return programmes.switch_on(programmes.Switch(**(facts | more)), by=None, now=now)


def on_call(days: dict[str, list[str]] | None = None, nights: dict[str, list[str]] | None = None) -> Programme:
    whole = {str(day): ["minh", "hoa"] for day in range(7)}
    return programme({"days": days or whole, "nights": nights or whole}, kind=DEATH, name="Khai tử 24/24")


def wish(of: Programme, at: datetime, **more: Any) -> Wish:
    facts: dict[str, Any] = {
        "programme_id": of.pk,
        "starts_at": at,
        "name": "Phạm Thị Lan",
        "phone": PHONE,
        "matter": "Chứng thực",
    }
    return Wish(**(facts | more))


def appointment(
    of: Programme | None = None, at: datetime | None = None, *, now: datetime = MONDAY, **more: Any
) -> Appointment:
    """Tuesday, 12:00, unless told otherwise."""
    held = of or programme()
    return actions.book(held.agency, wish(held, at or moment(24, 12), **more), by=None, now=now)


def officer(username: str = "minh", role: str = str(Role.RECEPTION), *, of: Agency | None = None) -> User:
    known = User.objects.filter(username=username).first()
    return known or people.staff(
        username, role, agency=of or people.commune(), full_name=username.title(), phone="0987654321"
    )


def leader(username: str = "hoa", *, of: Agency | None = None) -> User:
    return officer(username, str(Role.LEADER), of=of)


def procedure(code: str = "1.001193", name: str = "Đăng ký khai sinh") -> Procedure:
    found = Procedure.objects.filter(code=code).first()
    return found or version(code, name).procedure


def fresh(one: Appointment) -> Appointment:
    return Appointment.objects.get(pk=one.pk)


def day(number: int) -> date:
    return moment(number, 0).date()
