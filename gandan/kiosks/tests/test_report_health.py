"""The machine says that it lives and how the paper is."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.gateways.printing import SimulatedPrinter
from gandan.journal.models import Entry
from gandan.kiosks import actions
from gandan.kiosks.limits import BEATS
from gandan.kiosks.models import Machine, PaperState
from gandan.kiosks.receipts import put_out, receipt

from . import make

pytestmark = pytest.mark.django_db


def told(kind: str) -> int:
    return Entry.objects.filter(kind=kind).count()


def test_it_works(client: Client) -> None:
    machine = make.machine()
    beat = reverse("kiosks:beat", args=[machine.key])
    assert client.post(beat, {"paper": "low"}).json() == {"paper": "low", "is_used": True}
    assert client.post(beat, {"paper": "unheard of"}).json()["paper"] == "low"
    assert make.fresh(machine).last_seen_at is not None


def test_out_of_paper_is_told_once_and_so_is_the_new_roll() -> None:
    machine = make.machine()
    for paper in ("ok", "out", "out", None, "broken", "ok"):
        actions.report_health(machine, now=make.EVENING, paper=paper)
    assert (told("PrinterNeedsPaper"), told("PrinterReady")) == (1, 1)


def test_a_printer_without_paper_tells_staff_and_loses_nothing() -> None:
    machine, dossier = make.machine(), make.settled()
    paper = SimulatedPrinter(str(machine.pk))
    paper.take_out_paper()
    put_out(machine, receipt(dossier, machine), now=make.EVENING)
    assert (make.fresh(machine).paper, told("PrinterNeedsPaper"), paper.printed()) == (PaperState.OUT, 1, [])
    paper.fill_paper()
    put_out(machine, receipt(dossier, machine), now=make.EVENING)
    assert (make.fresh(machine).paper, len(paper.printed())) == (PaperState.OK, 1)


def test_a_printer_that_is_not_there_is_broken() -> None:
    machine = make.machine(printer_address="127.0.0.1:1")
    put_out(machine, receipt(make.settled(), machine), now=make.EVENING)
    assert Machine.objects.get().paper == PaperState.BROKEN


def test_too_many_beats_are_refused(client: Client, clock: object) -> None:
    beat = reverse("kiosks:beat", args=[make.machine().key])
    assert {client.post(beat).status_code for _ in range(BEATS)} == {200}
    assert client.post(beat).status_code == 429
