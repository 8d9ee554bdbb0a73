"""A dossier filed with a number of the hall: both stand on one time line."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import DossierTicket
from gandan.hall import actions as hall
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Ticket

from . import make

pytestmark = pytest.mark.django_db


def test_it_stands_on_the_time_line(client: Client, clock: Any) -> None:
    dossier, minh = make.dossier(), make.officer("minh")
    ticket = hall.draw(dossier.commune, Wish(procedures=[dossier.procedure]), by=None, now=make.MONDAY)
    for _ in range(2):
        actions.link_ticket(dossier, ticket, by=minh, now=make.MONDAY, matter=ticket.matters.first())

    assert DossierTicket.objects.get().matter == ticket.matters.get()
    client.force_login(minh)
    text = client.get(reverse("dossiers:detail", args=[dossier.code])).content.decode()
    assert "Lấy số 001" in text
    assert "Đến sảnh với số 001" in text


def test_the_number_of_another_centre_is_refused() -> None:
    dossier = make.dossier()
    elsewhere = make.commune("11593", "Xã An Phong", "000.31.53.H24")
    ticket = hall.draw(elsewhere, Wish(), by=None, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="Trung tâm khác"):
        actions.link_ticket(dossier, ticket, by=make.officer("minh"), now=make.MONDAY)


def test_the_counter_form_opened_from_a_number_says_so(client: Client, clock: Any) -> None:
    version = make.version()
    client.force_login(make.officer("minh"))
    ticket = hall.draw(make.commune(), Wish(procedures=[version.procedure]), by=None, now=make.MONDAY)
    address = reverse("dossiers:counter_form", args=[version.procedure.code])
    assert "số 001" in client.get(f"{address}?phieu={ticket.key}").content.decode()
    foreign = hall.draw(make.commune("11593", "Xã An Phong", "000.31.53.H24"), Wish(), by=None, now=make.MONDAY)
    assert client.get(f"{address}?phieu={foreign.key}").status_code == 404
    assert Ticket.objects.count() == 2
