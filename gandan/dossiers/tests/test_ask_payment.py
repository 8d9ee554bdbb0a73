"""Asking for money: the clock waits."""

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

    office.press(office.minh(), "ask_payment", dossier, amount="8000", purpose="Lệ phí")

    assert office.fresh(dossier).status == Status.PAYMENT
    assert dossier.payments.get().amount == 8000


def test_nothing_is_asked_of_nobody() -> None:
    dossier = make.dossier(Status.PROCESSING)
    with pytest.raises(RuleBroken, match="lớn hơn 0"):
        actions.ask_payment(dossier, demand=actions.Demand(0, "Lệ phí"), by=office.minh(), now=make.MONDAY)


def test_the_page_proposes_the_confirmed_fee(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    page = office.at_desk(office.minh()).get(office.address("ask_payment", dossier)).content.decode()
    assert 'value="8000"' in page
