"""Cash at the counter, with a numbered receipt; the clock does not wait."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

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


def test_the_receipt_can_be_printed(clock: Clock) -> None:
    dossier = make.dossier(Status.RECEIVED)
    minh = office.minh()
    payment = actions.take_cash(dossier, demand=actions.Demand(8000, "Lệ phí hộ tịch"), by=minh, now=clock())
    client = Client()
    client.force_login(minh)
    for kind in ("pdf", "docx"):
        answer = client.get(reverse("dossiers:cash_receipt", args=[dossier.code, payment.pk, kind]))
        assert answer.status_code == 200
        assert "bien-lai" in answer["Content-Disposition"]
    page = pypdfium2.PdfDocument(
        client.get(reverse("dossiers:cash_receipt", args=[dossier.code, payment.pk, "pdf"])).content
    )
    text = page[0].get_textpage().get_text_range()
    assert "8.000" in text
    assert "Tám nghìn đồng" in text
    assert client.get(reverse("dossiers:cash_receipt", args=[dossier.code, payment.pk + 1, "pdf"])).status_code == 404
