"""A number from home to fetch a result."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from gandan.hall.models import Source, Ticket

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: Any) -> None:
    dossier = make.dossier(Status.SETTLED)
    assert "Lấy số từ nhà" in client.get(reverse("dossiers:track", args=[dossier.key])).content.decode()
    address = reverse("dossiers:draw_for_result", args=[dossier.key])
    assert "diện ưu tiên" in client.get(address).content.decode()

    for _ in range(2):
        answer = client.post(address, {"priority": "elderly"})

    ticket = Ticket.objects.get()
    assert answer["Location"] == reverse("hall:follow", args=[ticket.key])
    assert (ticket.source, ticket.priority, ticket.procedure) == (Source.RECEIPT, "elderly", dossier.procedure)
    assert ticket.dossiers.get().dossier == dossier


def test_not_without_a_result() -> None:
    with pytest.raises(RuleBroken, match="chưa có kết quả"):
        actions.draw_for_result(make.dossier(), by=None, now=make.MONDAY)


def test_not_out_of_hours() -> None:
    with pytest.raises(RuleBroken, match=r"Trung tâm đang đóng cửa\. Mở lại lúc 7"):
        actions.draw_for_result(make.dossier(Status.SETTLED), by=None, now=make.MONDAY.replace(hour=20))
