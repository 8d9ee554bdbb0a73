"""Holding a dossier, or passing it to a colleague."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier, colleague = make.dossier(Status.RECEIVED), make.officer("thu")

    office.press(office.minh(), "hold", dossier, holder=colleague.pk)

    assert office.fresh(dossier).holder == colleague


def test_nobody_of_another_commune_may_hold_it() -> None:
    dossier = make.dossier()
    with pytest.raises(RuleBroken, match="không thuộc đơn vị"):
        actions.hold(dossier, holder=office.binh(), by=office.minh(), now=make.MONDAY)


def test_the_page_offers_no_stranger(clock: Clock) -> None:
    dossier, stranger = make.dossier(), office.binh()
    page = office.press(office.minh(), "hold", dossier, holder=stranger.pk)
    assert page.status_code == 200
    assert office.fresh(dossier).holder is None
