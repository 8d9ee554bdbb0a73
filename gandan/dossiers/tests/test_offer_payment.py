"""The fee may be paid right at filing."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import PaymentMethod
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db
FEE = actions.Demand(8000, "Lệ phí đăng ký khai sinh")


def test_nothing_waits_for_it_and_the_same_payment_comes_back() -> None:
    dossier = make.dossier()
    first = actions.offer_payment(dossier, demand=FEE, by=None, now=make.MONDAY)
    assert actions.offer_payment(dossier, demand=FEE, by=None, now=make.MONDAY) == first

    actions.confirm_payment(first, proof=actions.Proof(PaymentMethod.VIETQR, "FT1"), by=None, now=make.MONDAY)
    dossier.refresh_from_db()
    assert dossier.status == Status.REGISTERED
    assert dossier.payments.get().paid_at == make.MONDAY


def test_nothing_to_pay_needs_no_payment() -> None:
    with pytest.raises(RuleBroken, match="Không thu"):
        actions.offer_payment(make.dossier(), demand=actions.Demand(0, "Lệ phí"), by=None, now=make.MONDAY)
