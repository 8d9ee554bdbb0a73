"""Plain makers of machines, visits and results in compartments. Monday 23/11/2026, 19:30: the office is shut."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests.under import MONDAY_BEFORE, WEEK_BEFORE
from gandan.dossiers.workflow import Status
from gandan.gateways.locker import SimulatedLocker
from gandan.kiosks import actions
from gandan.kiosks.actions import MachineFacts
from gandan.kiosks.models import Compartment, Machine, Placement, Visit
from gandan.kiosks.rules import KIND
from gandan.people.models import Role, User
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

MARRIAGE = "1.004873"
EVENING = dossiers.moment(23, 19, 30)
CARD = "030190012412||Nguyễn Thị Lan|05031990|Nữ|Thôn Ngọc Lâm, xã Chí Minh, thành phố Hải Phòng|15082021"
STEPS: list[dict[str, Any]] = [
    {
        "key": "subject", "title": "Người được xác nhận",
        "fields": [
            {"key": "subject_name", "label": "Họ, chữ đệm và tên"},
            {"key": "subject_birth_date", "label": "Ngày sinh", "type": "date", "rules": ["past"]},
            {"key": "subject_id_number", "label": "Số định danh", "type": "id_number"},
            {"key": "residence", "label": "Nơi cư trú", "type": "address"},
            {"key": "marital_state", "label": "Tình trạng hiện nay", "type": "choice",
             "options": [["single", "Chưa kết hôn lần nào"], ["divorced", "Đã ly hôn"]]},
        ],
    },
]  # fmt: skip
ROUTE: list[list[dict[str, Any]]] = [
    [{"key": "appraise", "name": "Xác minh", "agency": "commune", "role": "specialist", "half_days": 1}],
    [{"key": "approve", "name": "Phê duyệt, ký", "agency": "commune", "role": "leader", "half_days": 1}],
]


def marriage() -> Any:
    """“Xác nhận tình trạng hôn nhân”: 8.000 đ online, one paper that is seldom needed."""
    version = dossiers.version(
        MARRIAGE, steps=STEPS, route=ROUTE, results=[{"code": "", "name": "Giấy xác nhận tình trạng hôn nhân"}],
        components=[
            {"key": "birth_proof", "name": "Văn bản ủy quyền", "group": "when", "when": "Nhờ người khác"}
        ],
    )  # fmt: skip
    procedure = version.procedure
    procedure.name, procedure.short_name = (
        "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        "Xác nhận tình trạng hôn nhân",
    )
    procedure.save()
    return version


def programme(**parameters: Any) -> Programme:
    switch = Switch(kind=KIND, agency=dossiers.commune(), name="Máy APS", parameters=parameters, since=MONDAY_BEFORE)
    return switch_on(switch, by=None, now=WEEK_BEFORE)


def keeper(username: str = "quantri") -> User:
    return User.objects.filter(username=username).first() or dossiers.officer(username, str(Role.ADMINISTRATOR))


def minh() -> User:
    return User.objects.filter(username="minh").first() or dossiers.officer("minh")


def machine(name: str = "Máy APS 1", *, compartments: int = 12, now: datetime = EVENING, **facts: Any) -> Machine:
    told = MachineFacts(name=name, place="Nhà văn hóa thôn Ngọc Lâm", compartments=compartments, **facts)
    return actions.register_machine(dossiers.commune(), facts=told, by=keeper(), now=now)


def compartment(of: Machine, number: int = 7) -> Compartment:
    assert of.locker is not None
    return of.locker.compartments.select_related("locker__agency").get(number=number)


def cabinet(of: Machine) -> SimulatedLocker:
    return SimulatedLocker(str(of.locker_id))


def settled(**more: Any) -> Dossier:
    return dossiers.dossier(Status.SETTLED, **more)


def placement(of: Machine, *, number: int = 7, dossier: Dossier | None = None, now: datetime = EVENING) -> Placement:
    """A result in a compartment, with its code not sent yet (`.code` holds it)."""
    dossier = dossier or settled()
    held = actions.reserve_compartment(compartment(of, number), dossier=dossier, by=minh(), now=now)
    actions.place_result(held, by=minh(), now=now)
    cabinet(of).put(number)
    return held


def address(visit: Visit, name: str, *more: str) -> str:
    return reverse(f"kiosks:{name}", args=[visit.machine.key, visit.key, *more])


def fresh(one: Any) -> Any:
    return type(one).objects.get(pk=one.pk)
