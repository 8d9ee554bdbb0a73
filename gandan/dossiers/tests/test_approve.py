"""The leader signs."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
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
