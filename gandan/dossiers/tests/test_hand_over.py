"""Handing over: the agencies of the first stage begin."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.RECEIVED)

    office.press(office.minh(), "hand_over", dossier)

    assert office.fresh(dossier).status == Status.PROCESSING
    first = office.leg(dossier, "appraise")
    assert first.status == "running"
    assert first.due_at == make.moment(23, 11, 30)
    assert office.leg(dossier, "residence").status == "waiting"


def test_it_is_not_handed_over_before_reception() -> None:
    dossier = make.dossier()
    with pytest.raises(RuleBroken, match="Mới đăng ký"):
        actions.hand_over(dossier, by=office.minh(), now=make.MONDAY)


def test_parallel_agencies_begin_at_the_same_moment() -> None:
    dossier = make.dossier(Status.PROCESSING)
    actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=make.moment(23, 10))
    begun = {office.leg(dossier, key).started_at for key in ("residence", "insurance")}
    assert begun == {make.moment(23, 10)}
