"""Beginning a dossier online."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.dossiers import actions
from gandan.dossiers.models import Draft

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    make.commune()
    make.version()
    address = reverse("dossiers:start", args=[make.PROCEDURE])

    page = client.get(address).content.decode()
    assert "Đăng ký khai sinh" in page
    assert "Giấy chứng sinh" in page
    response = client.post(address)

    draft = Draft.objects.get()
    assert response.headers["Location"] == reverse("dossiers:step", args=[draft.key, "nguoi-nop"])
    assert draft.owner is None
    assert draft.commune == make.commune()
    assert client.get(response.headers["Location"]).status_code == 200


def test_filing_for_another_asks_for_whom(client: Client) -> None:
    make.commune()
    make.version()
    response = client.post(reverse("dossiers:start", args=[make.PROCEDURE]), {"thay": "1"})
    assert "Nộp thay cho ai" in client.get(response.headers["Location"]).content.decode()


def test_a_signed_in_citizen_is_not_asked_again(client: Client) -> None:
    make.commune()
    make.version()
    client.force_login(make.citizen())
    client.post(reverse("dossiers:start", args=[make.PROCEDURE]))
    draft = Draft.objects.get()
    assert draft.applicant_name == "Nguyễn Thị Lan"
    assert draft.applicant_phone == make.PHONE


def test_what_cannot_be_filed_online_says_where_to_go(client: Client) -> None:
    make.commune()
    make.version(channels=["counter", "post"])
    address = reverse("dossiers:start", args=[make.PROCEDURE])

    page = client.get(address).content.decode()
    client.post(address)

    assert "chưa nộp trực tuyến được" in page
    assert "0220 3000 101" in page
    assert not Draft.objects.exists()


def test_an_unknown_procedure_is_not_found(client: Client) -> None:
    make.commune()
    assert client.get(reverse("dossiers:start", args=["9.999999"])).status_code == 404


def test_the_action_takes_the_newest_published_declaration() -> None:
    version = make.version()
    draft = actions.start_draft(version, commune=make.commune(), owner=None)
    assert draft.form == version.form()
