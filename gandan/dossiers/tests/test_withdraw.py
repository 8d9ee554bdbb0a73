"""The citizen takes the dossier back (NĐ 118/2025/NĐ-CP, Điều 21)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import LegStatus
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.PROCESSING, owner=lan)
    client.force_login(lan)
    address = reverse("dossiers:withdraw_mine", args=[dossier.code])

    assert "Rút hồ sơ này?" in client.get(address).content.decode()
    dossier.refresh_from_db()
    assert dossier.status == Status.PROCESSING

    client.post(address)
    dossier.refresh_from_db()
    assert dossier.status == Status.WITHDRAWN
    assert not dossier.legs.filter(status=LegStatus.RUNNING).exists()


def test_once_settled_it_is_too_late() -> None:
    with pytest.raises(RuleBroken):
        actions.withdraw(make.dossier(Status.SETTLED), by=None, now=make.MONDAY)


def test_the_page_leads_back_when_it_is_too_late(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.RETURNED, owner=lan)
    client.force_login(lan)
    response = client.get(reverse("dossiers:withdraw_mine", args=[dossier.code]))
    assert response.headers["Location"] == reverse("dossiers:mine", args=[dossier.code])


def test_another_citizen_finds_nothing(client: Client) -> None:
    dossier = make.dossier(owner=make.citizen())
    client.force_login(make.citizen("Trần Văn Đức", "0987654321"))
    assert client.post(reverse("dossiers:withdraw_mine", args=[dossier.code])).status_code == 404
    dossier.refresh_from_db()
    assert dossier.status == Status.REGISTERED


def test_signing_in_comes_first(client: Client) -> None:
    dossier = make.dossier(owner=make.citizen())
    response = client.post(reverse("dossiers:withdraw_mine", args=[dossier.code]))
    assert response.headers["Location"].startswith(reverse("people:citizen_sign_in"))
