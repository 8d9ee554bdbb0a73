"""The leader signs."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions, rights
from gandan.dossiers.models import Dossier
from gandan.dossiers.workflow import Status
from gandan.people.models import Role
from gandan.people.offices import office_of
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    make.finish_legs(dossier)

    office.press(office.hoa(), "approve", dossier, number="12/2026", file=make.photo("ket-qua.jpg"))

    dossier = office.fresh(dossier)
    result = dossier.results.get()
    assert dossier.status == Status.SETTLED
    assert (dossier.outcome, result.number, result.media_type) == ("early", "12/2026", "image/jpeg")


def test_an_officer_is_told_that_it_is_the_leaders(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    page = office.press(office.minh(), "approve", dossier)
    assert page.status_code == 409
    assert "Việc này của lãnh đạo" in page.content.decode()
    assert office.fresh(dossier).status == Status.PROCESSING


def test_open_legs_stop_it() -> None:
    dossier = make.dossier(Status.PROCESSING)
    with pytest.raises(RuleBroken, match=r"Thẩm tra \(Xã Chí Minh\)"):
        actions.approve(dossier, by=office.hoa(), now=make.MONDAY)


def test_late_is_late() -> None:
    dossier = make.dossier(Status.PROCESSING)
    make.finish_legs(dossier, make.moment(30, 9))
    actions.approve(dossier, by=office.hoa(), now=make.moment(30, 9))
    assert office.fresh(dossier).outcome == "late"


POLICE = [
    [{"key": "appraise", "name": "Kiểm tra hồ sơ", "agency": "cong_an", "role": "specialist", "half_days": 2}],
    [{"key": "sign", "name": "Trưởng Công an xã ký", "agency": "cong_an", "role": "leader", "half_days": 1}],
]


def test_a_leader_of_the_commune_does_not_sign_for_the_police() -> None:
    one = make.dossier(Status.PROCESSING, of=make.version("1.004222", route=POLICE))
    make.finish_legs(one)
    with pytest.raises(RuleBroken, match="Trưởng Công an xã ký"):
        actions.approve(one, by=make.leader("chutich"), now=make.MONDAY)


def test_what_the_police_signed_the_centre_records() -> None:
    one = make.dossier(Status.PROCESSING, of=make.version("1.004222", route=POLICE))
    make.finish_legs(one)
    dung = make.officer("dung", str(Role.PARTNER), agency=one.legs.get(key="sign").agency)
    actions.finish_leg(one.legs.get(key="sign"), by=dung, now=make.MONDAY)
    mai = office_of(make.officer("mai", str(Role.RECEPTION)))
    assert mai is not None
    assert rights.may(mai, "approve", one)
    assert not rights.may(mai, "approve", make.dossier(Status.PROCESSING, of=make.version("1.004873")))
    actions.approve(one, by=mai.user, now=make.MONDAY)
    assert Dossier.objects.get(pk=one.pk).status == Status.SETTLED
