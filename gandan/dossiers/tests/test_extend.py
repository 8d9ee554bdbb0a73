"""Signing the apology: once, by T−1, by a leader."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.dossiers.models import Dossier  # noqa: E402


def drafted() -> Dossier:
    dossier = make.dossier(Status.PROCESSING)
    apology = actions.Apology("Công an xã chưa xác minh xong", dossier.agency, make.moment(30, 17))
    actions.draft_extension(dossier, apology=apology, by=office.minh(), now=make.MONDAY)
    return office.fresh(dossier)


def test_it_works(clock: Clock) -> None:
    dossier = drafted()
    clock.set("2026-11-25 10:00")

    office.press(office.hoa(), "extend", dossier)

    assert office.fresh(dossier).due_at == make.moment(30, 17)


def test_an_officer_cannot_sign(clock: Clock) -> None:
    dossier = drafted()
    assert office.press(office.minh(), "extend", dossier).status_code == 409
    assert office.fresh(dossier).due_at == make.moment(26, 17)


def test_not_on_the_last_day() -> None:
    dossier = drafted()
    with pytest.raises(RuleBroken, match="trước ngày hẹn một ngày làm việc"):
        actions.extend(dossier, by=office.hoa(), now=make.moment(26, 8))


def test_never_twice(clock: Clock) -> None:
    dossier = drafted()
    actions.extend(dossier, by=office.hoa(), now=make.moment(25, 10))
    dossier = office.fresh(dossier)

    with pytest.raises(RuleBroken, match="lần duy nhất"):
        actions.extend(dossier, by=office.hoa(), now=make.moment(25, 11))
    page = office.at_desk(office.hoa()).get(office.address("detail", dossier)).content.decode()
    assert "đã hẹn lại lần duy nhất, thứ\xa0Tư,\xa025/11" in page
