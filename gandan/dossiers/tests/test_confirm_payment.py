"""The money has come: the waiting is not counted."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import CONFIRM_PAYMENT, Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier(Status.PAYMENT)
    clock.set("2026-11-25 09:00")

    office.press(
        office.minh(),
        "confirm_payment",
        dossier,
        payment=dossier.payments.get().pk,
        method="vietqr",
        bank_reference="FT1",
    )

    dossier = office.fresh(dossier)
    assert dossier.status == Status.PROCESSING
    assert dossier.due_at == make.moment(30, 17), "two working days waited"


def test_a_payment_of_another_dossier_is_not_taken(clock: Clock) -> None:
    dossier = make.dossier(Status.PAYMENT)
    other = make.dossier(Status.PAYMENT, of=dossier.version)
    page = office.press(office.minh(), "confirm_payment", dossier, payment=other.payments.get().pk, method="cash")
    assert page.status_code == 200
    assert other.payments.get().paid_at is None


def test_the_same_transfer_pays_once() -> None:
    dossier = make.dossier(Status.PAYMENT)
    payment = dossier.payments.get()
    for _ in range(2):
        actions.confirm_payment(payment, proof=actions.Proof("cash"), by=office.minh(), now=make.moment(23, 10))
    with pytest.raises(RuleBroken, match="Đang xử lý"):
        office.fresh(dossier).take(CONFIRM_PAYMENT)
