"""S2.2 as accepted: filed at 19:30 with two errors caught, paid, printed; fetched from compartment 07 the next evening."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Channel, Dossier, PaymentMethod, UnderProgramme
from gandan.dossiers.tests import make as case
from gandan.dossiers.workflow import Status
from gandan.gateways.printing import SimulatedPrinter
from gandan.gateways.sms.fake import FakeSms
from gandan.journal.tests.settle import settle
from gandan.kiosks.board import month_of_machines
from gandan.kiosks.models import KioskFiling, Machine, Outcome, Placement, Visit
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db


def begin(client: Client, machine: Machine, to: str) -> Visit:
    client.post(reverse("kiosks:start", args=[machine.key]), {"to": to})
    return Visit.objects.select_related("machine").get(ended_at__isnull=True)


def file_at(client: Client, machine: Machine) -> Dossier:
    """Card, the applicant's page with a wrong telephone, the declaration with an answer left out, the check."""
    visit = begin(client, machine, "nop")
    found = client.get(make.address(visit, "find"), {"q": "giay doc than tinh trang hon nhan"}).content.decode()
    assert "Xác nhận tình trạng hôn nhân" in found
    client.post(make.address(visit, "procedure", make.MARRIAGE))
    client.post(make.address(visit, "identity"), {"payload": make.CARD})
    page = client.get(make.address(visit, "step", "nguoi-nop")).content.decode()
    assert "Nguyễn Thị Lan" in page
    person = {
        "applicant_name": "Nguyễn Thị Lan", "applicant_gender": "female", "applicant_id_number": "030190012412",
        "applicant_address": "Thôn Ngọc Lâm", "applicant_phone": "0912345",
    }  # fmt: skip
    assert "10 chữ số" in client.post(make.address(visit, "step", "nguoi-nop"), person).content.decode()
    client.post(make.address(visit, "step", "nguoi-nop"), {**person, "applicant_phone": case.PHONE})
    subject = client.get(make.address(visit, "step", "subject")).content.decode()
    assert "05/03/1990" in subject
    answers = {
        "subject_name": "Nguyễn Thị Lan", "subject_birth_date": "05/03/1990", "subject_id_number": "030190012412",
        "residence": "Thôn Ngọc Lâm",
    }  # fmt: skip
    assert "Còn thiếu: tình trạng" in client.post(make.address(visit, "step", "subject"), answers).content.decode()
    client.post(make.address(visit, "step", "subject"), {**answers, "marital_state": "single"})
    client.post(make.address(visit, "step", "giay-to"), {})
    assert "8.000\xa0đ" in client.get(make.address(visit, "check")).content.decode()
    for _touch in range(2):
        response = client.post(make.address(visit, "check"), {"promise": "on"})
        assert response.headers["Location"] == make.address(visit, "receipt")
    return Dossier.objects.get()


def pay(client: Client, dossier: Dossier) -> None:
    """The receipt asks for the fee; the bank tells; the visit ends and leads nowhere."""
    filing = KioskFiling.objects.get()
    page = client.get(make.address(filing.visit, "receipt"))
    assert "Quét bằng ứng dụng ngân hàng" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    for secret in ("Nguyễn Thị Lan", "030190012412", case.PHONE):
        assert secret not in page.content.decode()
    proof = dossiers.Proof(PaymentMethod.VIETQR, "FT1")
    assert client.get(make.address(filing.visit, "paid")).json() == {"paid": False}
    dossiers.confirm_payment(dossier.payments.get(), proof=proof, by=None, now=timezone.now())
    assert client.get(make.address(filing.visit, "paid")).json() == {"paid": True}
    client.post(make.address(filing.visit, "end"))
    gone = client.get(make.address(filing.visit, "receipt"))
    assert gone.headers["Location"] == reverse("kiosks:start", args=[filing.machine.key])


def settle_at_the_office(dossier: Dossier) -> None:
    minh, now = case.officer("minh"), timezone.now()
    dossiers.receive(dossier, by=minh, now=now)
    dossiers.hand_over(dossier, by=minh, now=now)
    case.finish_legs(dossier, now)
    dossiers.approve(dossier, by=case.leader("hoa"), now=now)


def put_into_07(office: Client, machine: Machine, dossier: Dossier) -> str:
    """The officer opens compartment 07, puts the result in; the code that went to the telephone."""
    told = {"code": dossier.code, "compartment": make.compartment(machine, 7).pk}
    office.post(reverse("kiosks:reserve_compartment", args=[machine.pk]), told)
    held = Placement.objects.get()
    assert make.cabinet(machine).states()[7].is_open
    make.cabinet(machine).put(7)
    office.post(reverse("kiosks:place_result", args=[held.pk]))
    settle()
    to, text = FakeSms.sent[-1]
    code = re.search(r"\d{4} \d{4}", text)
    assert to == case.PHONE
    assert "ngăn 07" in text
    assert code is not None
    assert make.fresh(held).code == ""
    assert code[0].replace(" ", "") not in office.get(reverse("kiosks:placement", args=[held.pk])).content.decode()
    return code[0]


def fetch_with(client: Client, machine: Machine, code: str) -> None:
    visit = begin(client, machine, "nhan")
    opened = client.post(make.address(visit, "pick_up"), {"pickup": code}, follow=True).content.decode()
    assert "Ngăn 07 đang mở" in opened
    client.post(make.address(visit, "rate"), {"stars": "5"})
    client.post(make.address(visit, "end"))


def test_filed_in_the_evening_fetched_the_next(client: Client, clock: Clock) -> None:
    evening = clock.set("2026-11-23 19:30")
    make.marriage()
    make.programme()
    machine = make.machine()
    dossier = file_at(client, machine)
    filing = KioskFiling.objects.get()
    assert (dossier.channel, dossier.status, dossier.owner) == (Channel.ONLINE, Status.REGISTERED, None)
    assert dossier.submitted_at == evening
    assert (filing.errors, filing.is_handwritten, filing.printed_at) == (2, False, evening)
    assert len(SimulatedPrinter(str(machine.pk)).printed()) == 1
    pay(client, dossier)

    clock.set("2026-11-24 09:00")
    settle_at_the_office(dossier)
    assert UnderProgramme.objects.get().kind == "self_service_machine"
    clock.set("2026-11-24 16:00")
    office = Client()
    office.force_login(make.minh())
    code = put_into_07(office, machine, dossier)

    night = clock.set("2026-11-24 20:05")
    fetch_with(client, machine, code)
    dossier.refresh_from_db()
    assert (dossier.status, dossier.returned_at) == (Status.RETURNED, night)
    whole = month_of_machines(dossier.commune, timezone.localdate(), night)[0]
    told = {name: figure.value for name, figure in whole.figures.items()}
    assert (told["kiosk_filings"], told["kiosk_returns"], told["kiosk_errors_caught"]) == (1, 1, 2)
    assert (told["kiosk_supplement_share"], told["kiosk_satisfaction"]) == (0, 5)
    assert list(Visit.objects.order_by("pk").values_list("outcome", flat=True)) == [Outcome.FILED, Outcome.FETCHED]
    assert "Máy APS 1" in office.get(reverse("kiosks:machines")).content.decode()
