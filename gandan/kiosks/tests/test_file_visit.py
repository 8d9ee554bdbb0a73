"""Filing at the machine."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as case
from gandan.gateways.printing import SimulatedPrinter
from gandan.journal.models import Entry
from gandan.kiosks import actions
from gandan.kiosks.models import KioskFiling, Machine, Visit
from gandan.measures.registry import figures
from gandan.measures.scope import Scope

from . import make

pytestmark = pytest.mark.django_db


def filled(machine: Machine | None = None) -> Visit:
    """A visit whose draft is ready to file."""
    visit = actions.begin_visit(machine or make.machine(), now=make.EVENING)
    draft = actions.start_filing(visit, version=make.marriage(), now=make.EVENING)
    dossiers.save_step(draft, step="applicant", answers={}, person=case.APPLICANT)
    dossiers.save_step(draft, step="subject", answers={"subject_name": "Nguyễn Thị Lan"})
    return visit


def test_two_touches_file_one_dossier() -> None:
    make.programme()
    visit = filled()
    first = actions.file_visit(visit, is_handwritten=False, now=make.EVENING)
    assert actions.file_visit(visit, is_handwritten=True, now=make.EVENING) == first
    assert Dossier.objects.count() == 1
    assert first.dossier.payments.get().amount == 8000
    assert Entry.objects.filter(kind="KioskFiled").count() == 1


def test_without_paper_the_receipt_is_to_photograph(client: Client) -> None:
    make.programme()
    visit = filled()
    SimulatedPrinter(str(visit.machine_id)).take_out_paper()
    page = client.post(make.address(visit, "check"), {"promise": "on"}, follow=True).content.decode()
    assert "Máy in hết giấy" in page
    assert "chụp lại mã" in page
    assert Entry.objects.filter(kind="PrinterNeedsPaper").exists()
    assert Dossier.objects.count() == 1


def test_a_fee_paid_elsewhere_is_not_offered() -> None:
    make.programme(takes_payment=False)
    assert not actions.file_visit(filled(), is_handwritten=False, now=make.EVENING).dossier.payments.exists()


def test_the_share_without_handwriting() -> None:
    """S2.3: 40 of 65 filings of a month are typed throughout, 61,5 %."""
    make.programme()
    machine = make.machine()
    one = actions.file_visit(filled(machine), is_handwritten=False, now=make.EVENING)
    dossier = one.dossier
    for number in range(64):
        dossier.pk, dossier.code, dossier.key, dossier.draft = None, f"HS-{number}", f"key-{number}", None
        dossier.save(force_insert=True)
        KioskFiling.objects.create(
            dossier=dossier, machine=machine, visit=one.visit, filed_at=make.EVENING, is_handwritten=number >= 39
        )
    day = make.EVENING.date()
    scope = Scope((machine.agency_id,), day.replace(day=1), day, make.EVENING)
    told = figures(scope, "no_handwriting_share")["no_handwriting_share"]
    assert (told.numerator, told.n, round(told.value or 0, 1)) == (40, 65, 61.5)


def test_a_visit_without_a_draft_files_nothing() -> None:
    visit = actions.begin_visit(make.machine(), now=make.EVENING)
    with pytest.raises(RuleBroken, match="bắt đầu lại"):
        actions.file_visit(visit, is_handwritten=False, now=make.EVENING)
