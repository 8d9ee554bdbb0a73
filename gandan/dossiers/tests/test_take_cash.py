"""Cash at the counter, with a numbered receipt; the clock does not wait."""

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

    office.press(office.minh(), "take_cash", dossier, amount="8000", purpose="Lệ phí")

    payment = dossier.payments.get()
    assert payment.receipt_number == f"{dossier.code}/{payment.pk}"
    assert payment.paid_at == clock()
    assert office.fresh(dossier).due_at == make.moment(26, 17)


def test_no_receipt_over_nothing() -> None:
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="lớn hơn 0"):
        actions.take_cash(dossier, demand=actions.Demand(0, "Lệ phí"), by=office.minh(), now=make.MONDAY)
