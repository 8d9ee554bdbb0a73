"""“3 trong 1” (S4.6, S4.14): birth, then residence beside the health card, then the hand-over at home."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.catalog.models import ProcedureVersion  # noqa: E402
from gandan.dossiers.models import Dossier  # noqa: E402

ROUTE = [
    [{"key": "birth", "name": "Đăng ký khai sinh", "agency": "commune", "role": "specialist", "half_days": 3}],
    [
        {"key": "insurance", "name": "Cấp thẻ bảo hiểm y tế", "agency": "bhxh", "role": "specialist", "half_days": 3},
        {"key": "residence", "name": "Đăng ký thường trú", "agency": "cong_an", "role": "specialist", "half_days": 12},
    ],
    [{"key": "return", "name": "Trao kết quả tại nhà", "agency": "commune", "role": "specialist", "half_days": 2}],
]


def version() -> ProcedureVersion:
    return make.version("2.000986", route=ROUTE, working_days=20, promised=10, steps=[])


def finish(dossier: Dossier, key: str, day: int, hour: int, minute: int = 0) -> None:
    actions.finish_leg(office.leg(dossier, key), by=office.minh(), now=make.moment(day, hour, minute))


def begun() -> Dossier:
    """Received and handed over on Monday 2/11 at eight."""
    return make.dossier(Status.PROCESSING, of=version(), now=make.moment(2, 8))


def test_one_date_of_ten_working_days_and_the_dues_of_the_legs() -> None:
    """S4.14: 1,5, then 1,5 beside 6, then 1 working days, in half-day sessions."""
    dossier = begun()
    assert office.fresh(dossier).due_at == make.moment(16, 17)
    assert office.leg(dossier, "birth").due_at == make.moment(3, 11, 30)

    finish(dossier, "birth", 3, 11, 30)
    assert office.leg(dossier, "insurance").due_at == make.moment(4, 17)
    assert office.leg(dossier, "residence").due_at == make.moment(11, 11, 30)

    finish(dossier, "insurance", 4, 16)
    finish(dossier, "residence", 11, 11, 30)
    assert office.leg(dossier, "return").due_at == make.moment(12, 11, 30)


def test_the_police_are_late_and_the_delay_is_theirs(clock: Clock) -> None:
    dossier = begun()
    finish(dossier, "birth", 3, 11)
    finish(dossier, "insurance", 4, 16)
    finish(dossier, "residence", 17, 11)
    finish(dossier, "return", 17, 16)
    actions.approve(office.fresh(dossier), by=office.hoa(), now=make.moment(17, 17))

    dossier = office.fresh(dossier)
    shares = dict(dossier.legs.values_list("key", "late_minutes"))
    assert dossier.outcome == "late"
    assert sum(shares.values()) == 480, "one working day late, all of it told"
    assert shares["residence"] == 480
    assert shares["insurance"] == 0

    page = office.at_desk(office.minh()).get(office.address("detail", dossier)).content.decode()
    assert "Công an xã, Đăng ký thường trú" in page
    assert "8\xa0giờ" in page


def test_in_time_nobody_is_blamed() -> None:
    dossier = begun()
    for key, day in (("birth", 3), ("insurance", 4), ("residence", 10), ("return", 11)):
        finish(dossier, key, day, 11)
    actions.approve(office.fresh(dossier), by=office.hoa(), now=make.moment(12, 9))
    dossier = office.fresh(dossier)
    assert dossier.outcome == "early"
    assert not dossier.legs.exclude(late_minutes=0).exists()
