"""Plain makers for the stories of tasks."""

from __future__ import annotations

from datetime import datetime, timedelta

from gandan.people.models import Role, User
from gandan.people.tests.make import NOW, commune, division, staff
from gandan.places.models import Agency
from gandan.tasks import actions
from gandan.tasks.models import Task

__all__ = ["NOW", "at", "centre", "commune", "hoa", "minh", "order", "task"]


def at(days: float) -> datetime:
    return NOW + timedelta(days=days)


def centre() -> Agency:
    return division(commune(), "center", "Trung tâm Phục vụ hành chính công")


def _person(username: str, role: str, agency: Agency, full_name: str) -> User:
    found = User.objects.filter(username=username).first()
    return found or staff(username, role, agency=agency, full_name=full_name)


def minh() -> User:
    return _person("minh", str(Role.RECEPTION), centre(), "Nguyễn Văn Minh")


def hoa() -> User:
    return _person("hoa", str(Role.LEADER), commune(), "Phạm Thị Hoa")


def order(
    title: str = "Nghiên cứu 13 mô hình, đề xuất thí điểm", *, due_in: float = 10, agency: Agency | None = None
) -> actions.Order:
    return actions.Order(
        agency=agency or centre(), given_by=commune(), title=title, due_at=at(due_in), source="500/UBND-VHXH, mục 1"
    )


def task(*steps: str, due_in: float = 10, agency: Agency | None = None) -> Task:
    """A task given now, and taken through `steps` by the unit."""
    made = actions.assign_task(order(due_in=due_in, agency=agency), by=hoa(), now=NOW)
    who = minh() if agency is None else hoa()
    for step in steps:
        if step == "acknowledge":
            actions.acknowledge(made, by=who, now=at(0.1))
        if step == "finish":
            actions.finish(made, result="Đã trình tờ 12/TTr.", by=who, now=at(0.2))
    return made
