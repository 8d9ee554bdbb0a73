"""Land with tax (S3.17): waiting for the citizen's payment is not counted, also not against the tax office."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

ROUTE = [
    [{"key": "check", "name": "Kiểm tra hồ sơ", "agency": "commune", "role": "specialist", "half_days": 6}],
    [{"key": "tax", "name": "Xác định thuế", "agency": "commune", "role": "specialist", "half_days": 4, "pays": True}],
    [{"key": "approve", "name": "Ký", "agency": "commune", "role": "leader", "half_days": 2}],
]


def test_waiting_for_the_payment_is_excluded(clock: Clock) -> None:
    version = make.version("1.115619", route=ROUTE, working_days=10, steps=[])
    dossier = make.dossier(Status.PROCESSING, of=version, now=make.moment(2, 8))
    assert office.fresh(dossier).due_at == make.moment(16, 17)
    actions.finish_leg(office.leg(dossier, "check"), by=office.minh(), now=make.moment(4, 16))
    before = office.leg(dossier, "tax").due_at

    clock.set("2026-11-05 10:00")
    office.press(office.minh(), "ask_payment", dossier, amount="12000000", purpose="Thuế thu nhập cá nhân")
    clock.set("2026-11-12 10:00")
    office.press(office.minh(), "confirm_payment", dossier, payment=dossier.payments.get().pk, method="vietqr")

    dossier = office.fresh(dossier)
    assert dossier.status == Status.PROCESSING
    assert dossier.due_at == make.moment(23, 17), "five working days waited, five given back"
    assert before == make.moment(6, 11, 30)
    assert office.leg(dossier, "tax").due_at == make.moment(13, 11, 30)
    assert dossier.citizen_minutes == 5 * 480


def test_settled_after_the_wait_it_is_still_in_time(clock: Clock) -> None:
    version = make.version("1.115619", route=ROUTE, working_days=10, steps=[])
    dossier = make.dossier(Status.PROCESSING, of=version, now=make.moment(2, 8))
    demand = actions.Demand(12_000_000, "Thuế thu nhập cá nhân")
    actions.ask_payment(dossier, demand=demand, by=office.minh(), now=make.moment(5, 10))
    payment = dossier.payments.select_related("dossier").get()
    actions.confirm_payment(payment, proof=actions.Proof("cash"), by=office.minh(), now=make.moment(12, 10))
    for key in ("check", "tax"):
        actions.finish_leg(office.leg(dossier, key), by=office.minh(), now=make.moment(19, 10))
    actions.approve(office.fresh(dossier), by=office.hoa(), now=make.moment(20, 10))
    assert office.fresh(dossier).outcome == "early"
