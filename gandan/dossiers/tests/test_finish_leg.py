"""Finishing a leg: own agency only; the next stage begins with the last of the stage."""

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
    leg = office.leg(dossier, "appraise")

    browser = office.at_desk(office.minh())
    browser.post(office.address("finish_leg", dossier, leg.pk), {"note": "Đủ điều kiện"})

    leg = office.leg(dossier, "appraise")
    assert (leg.status, leg.note, leg.finished_by) == ("done", "Đủ điều kiện", office.minh())
    assert office.leg(dossier, "insurance").status == "running"


def test_a_partner_finishes_its_own_leg_and_no_other(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=make.MONDAY)
    browser = office.at_desk(office.partner("bhxh"))

    other = browser.post(office.address("finish_leg", dossier, office.leg(dossier, "residence").pk))
    own = browser.post(office.address("finish_leg", dossier, office.leg(dossier, "insurance").pk))

    assert (other.status_code, own.status_code) == (409, 302)
    assert office.leg(dossier, "residence").status == "running"
    assert office.leg(dossier, "insurance").status == "done"


def test_the_next_stage_waits_for_the_slowest() -> None:
    dossier = make.dossier(Status.PROCESSING)
    for key in ("appraise", "insurance"):
        actions.finish_leg(office.leg(dossier, key), by=office.minh(), now=make.MONDAY)
    assert office.leg(dossier, "approve").status == "waiting"


def test_nothing_is_finished_while_the_citizen_is_asked() -> None:
    dossier = make.dossier(Status.PAYMENT)
    with pytest.raises(RuleBroken, match="Chờ công dân xong"):
        actions.finish_leg(office.leg(dossier, "appraise"), by=office.minh(), now=make.MONDAY)
