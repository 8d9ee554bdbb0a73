"""Two officers at once: the database decides, nobody's work is doubled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Result
from gandan.dossiers.promises import TIME_IS_UP
from gandan.dossiers.tests import fast, make, office
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], object]) -> list[object]:
    """Run all at the same moment, each on its own connection; what each returned or the rule it broke."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait(timeout=10)
            return act()
        except RuleBroken as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [job.result(timeout=60) for job in [pool.submit(run, act) for act in acts]]


def test_a_dossier_is_received_once() -> None:
    dossier = make.dossier()
    minh, hoa = office.minh(), office.hoa()
    copies = [office.fresh(dossier) for _ in range(2)]

    told = together(
        lambda: actions.receive(copies[0], by=minh, now=make.MONDAY),
        lambda: actions.receive(copies[1], by=hoa, now=make.MONDAY),
    )

    assert sum(isinstance(one, RuleBroken) for one in told) == 1
    assert "người khác" in str(next(one for one in told if one is not None))
    assert Entry.objects.filter(subject_id=dossier.pk, kind="DossierReceived").count() == 1
    assert dossier.legs.count() == 4


def test_a_result_is_approved_once() -> None:
    dossier = make.dossier(Status.PROCESSING)
    make.finish_legs(dossier)
    hoa = office.hoa()
    copies = [office.fresh(dossier) for _ in range(3)]
    together(*(lambda one=one: actions.approve(one, by=hoa, now=make.MONDAY) for one in copies))
    assert Result.objects.filter(dossier=dossier).count() == 1


def test_parallel_agencies_finish_at_once_and_the_next_stage_begins_once() -> None:
    dossier = make.dossier(Status.PROCESSING)
    minh = office.minh()
    actions.finish_leg(office.leg(dossier, "appraise"), by=minh, now=make.MONDAY)
    legs = [office.leg(dossier, key) for key in ("residence", "insurance")]

    together(*(lambda one=one: actions.finish_leg(one, by=minh, now=make.MONDAY) for one in legs))

    assert office.leg(dossier, "approve").status == "running"
    begun = Entry.objects.filter(subject_id=dossier.pk, kind="DossierHandedOver")
    assert begun.count() == 3


def test_a_double_click_at_the_counter_files_one_dossier() -> None:
    filing = actions.Filing(make.version(), make.commune(), "counter", make.APPLICANT)
    handing, minh = actions.Handing("mot-ma", {"birth_proof": (1, 0)}), office.minh()

    told = together(*[lambda: actions.file_at_counter(filing, handing=handing, by=minh, now=make.MONDAY)] * 4)

    assert Dossier.objects.count() == 1
    assert len({one.pk for one in told if isinstance(one, Dossier)}) == 1


def test_a_fee_is_confirmed_once() -> None:
    dossier = make.dossier(Status.PAYMENT)
    minh = office.minh()
    payments = [dossier.payments.select_related("dossier__agency", "dossier__commune").get() for _ in range(3)]
    proof = actions.Proof("vietqr", "FT26327")

    together(*(lambda one=one: actions.confirm_payment(one, proof=proof, by=minh, now=make.MONDAY) for one in payments))

    assert Entry.objects.filter(subject_id=dossier.pk, kind="PaymentConfirmed").count() == 1
    assert office.fresh(dossier).status == Status.PROCESSING


def test_signed_while_the_clock_gives_the_promise_up() -> None:
    """Whoever comes first, the dossier is settled and its mark tells one story."""
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    actions.hand_over(dossier, by=office.minh(), now=make.moment(24, 9))
    make.finish_legs(dossier, make.moment(24, 9))
    hoa, copies, at = office.hoa(), [office.fresh(dossier) for _ in range(2)], make.moment(24, 17, 1)

    together(
        lambda: actions.approve(copies[0], by=hoa, now=at),
        lambda: actions.fall_back(copies[1], reason=TIME_IS_UP, by=None, now=at),
    )

    dossier, mark = office.fresh(dossier), fast.mark(dossier)
    assert (dossier.status, dossier.outcome, mark.is_kept, mark.reason) == ("settled", "early", False, TIME_IS_UP)
    assert dossier.due_at == dossier.statutory_due_at
    assert Entry.objects.about(dossier).filter(kind="PromiseGivenUp").count() == 1
