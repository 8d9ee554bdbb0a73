"""Paying by transfer: the VietQR page and the bank's message."""

from __future__ import annotations

import json
import logging

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from gandan.dossiers.models import Dossier, Payment, PaymentMethod
from gandan.dossiers.workflow import Status
from gandan.gateways.payment.webhook import sign
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db
SECRET = "bí mật của ngân hàng"


@pytest.fixture(autouse=True)
def _bank(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    make.stop_clock(monkeypatch, make.moment(24, 10))
    settings.PAYMENT_WEBHOOK_SECRET, settings.BANK_ACCOUNT = SECRET, "1023456789"


def tell(client: Client, transfer: dict[str, object], *, secret: str = SECRET, age: int = 0) -> HttpResponse:
    body, stamp = json.dumps(transfer).encode(), str(int(make.moment(24, 10).timestamp()) - age)
    headers = {"X-Timestamp": stamp, "X-Signature": sign(secret, stamp, body)}
    response: HttpResponse = client.post("/thanh-toan/ngan-hang/", body, "application/json", headers=headers)  # type: ignore[assignment]
    return response


def owed() -> Payment:
    return Payment.objects.get(dossier=make.dossier(Status.PAYMENT))


def paid(payment: Payment) -> dict[str, object]:
    """What the bank tells when `payment` has come."""
    return {"reference": "FT1", "amount": payment.amount, "memo": payment.memo}


def test_it_works() -> None:
    payment = owed()
    client = Client(enforce_csrf_checks=True)
    response = tell(client, paid(payment))
    payment.refresh_from_db()
    assert response.status_code == 200
    assert (payment.method, payment.bank_reference) == (PaymentMethod.VIETQR, "FT1")
    assert Dossier.objects.get().status == Status.PROCESSING


def test_told_twice_it_happens_once(client: Client) -> None:
    payment = owed()
    answers = [tell(client, paid(payment)).status_code for _ in range(2)]
    assert answers == [200, 200]
    assert Entry.objects.filter(kind="PaymentConfirmed").count() == 1


@pytest.mark.parametrize("change", [{"amount": 7999}, {"memo": "TIEN AN TRUA"}])
def test_what_fits_nothing_is_accepted_and_noted(
    client: Client, caplog: pytest.LogCaptureFixture, change: dict[str, object]
) -> None:
    payment = owed()
    with caplog.at_level(logging.WARNING):
        response = tell(client, {**paid(payment), **change})
    assert response.status_code == 202
    assert "fits no open payment" in caplog.text
    assert "TIEN AN TRUA" not in caplog.text
    payment.refresh_from_db()
    assert payment.paid_at is None


def test_only_the_bank_is_believed(client: Client) -> None:
    payment = owed()
    facts = paid(payment)
    assert tell(client, facts, secret="đoán").status_code == 401
    assert tell(client, facts, age=301).status_code == 401
    assert client.post("/thanh-toan/ngan-hang/", facts).status_code == 401
    payment.refresh_from_db()
    assert payment.paid_at is None


def test_the_page_shows_what_to_pay_and_how(client: Client, settings: Settings) -> None:
    payment = owed()
    address = reverse("dossiers:pay", args=[payment.dossier.key])
    page = client.get(address).content.decode()
    assert "8.000\xa0đ" in page
    assert payment.memo in page
    assert "Mã VietQR" in page
    settings.BANK_ACCOUNT = ""
    page = client.get(address).content.decode()
    assert "Mã VietQR" not in page
    assert "nộp tại quầy" in page


def test_nothing_owed_is_said(client: Client) -> None:
    dossier = make.dossier()
    assert "Không còn khoản nào phải nộp" in client.get(reverse("dossiers:pay", args=[dossier.key])).content.decode()
    assert client.get(reverse("dossiers:pay", args=["A" * 22])).status_code == 404
