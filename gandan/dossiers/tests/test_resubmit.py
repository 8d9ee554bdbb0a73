"""The citizen completes the papers."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    make.stop_clock(monkeypatch, make.moment(24, 10))


def test_it_works(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.SUPPLEMENT, owner=lan)
    client.force_login(lan)

    page = client.get(reverse("dossiers:mine", args=[dossier.code])).content.decode()
    response = client.post(reverse("dossiers:send_supplement", args=[dossier.code]), {"birth_proof": make.photo()})

    assert "Còn thiếu ảnh Giấy chứng sinh mặt sau" in page
    assert "chỉ yêu cầu một lần này" in page
    assert response.status_code == 302
    dossier.refresh_from_db()
    assert dossier.status == Status.PROCESSING
    assert dossier.close_on is None
    assert dossier.papers.filter(is_supplement=True).count() == 1


def test_what_was_asked_for_has_to_be_there(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.SUPPLEMENT, owner=lan)
    client.force_login(lan)
    page = client.post(reverse("dossiers:send_supplement", args=[dossier.code])).content.decode()
    assert "Còn thiếu giấy tờ này" in page
    dossier.refresh_from_db()
    assert dossier.status == Status.SUPPLEMENT


def test_a_bad_file_is_said_and_the_office_still_waits(client: Client) -> None:
    lan = make.citizen()
    dossier = make.dossier(Status.SUPPLEMENT, owner=lan)
    client.force_login(lan)
    bad = SimpleUploadedFile("a.jpg", b"not a picture")
    page = client.post(reverse("dossiers:send_supplement", args=[dossier.code]), {"birth_proof": bad}).content.decode()
    assert "Không mở được tệp này" in page
    dossier.refresh_from_db()
    assert dossier.status == Status.SUPPLEMENT


def test_the_statutory_clock_starts_again_from_zero() -> None:
    dossier = make.dossier(Status.SUPPLEMENT, of=make.version(working_days=3), now=make.moment(23, 9))
    actions.resubmit(dossier, by=None, now=make.moment(26, 9))
    dossier.refresh_from_db()
    assert dossier.clock_started_at == make.moment(26, 9)
    assert dossier.due_at is not None
    assert dossier.due_at.date().isoformat() == "2026-12-01"


def test_before_reception_it_waits_for_reception_again() -> None:
    dossier = make.dossier()
    asked = actions.SupplementRequest("Thiếu giấy", ("birth_proof",))
    actions.ask_supplement(dossier, request=asked, by=make.officer(), now=make.MONDAY)
    actions.resubmit(dossier, by=None, now=make.moment(25, 9))
    assert dossier.status == Status.REGISTERED


def test_twice_is_said_to_be_done() -> None:
    dossier = make.dossier(Status.SUPPLEMENT)
    actions.resubmit(dossier, by=None, now=make.moment(24, 9))
    with pytest.raises(RuleBroken):
        actions.resubmit(dossier, by=None, now=make.moment(24, 9))


def test_another_citizen_finds_nothing(client: Client) -> None:
    dossier = make.dossier(Status.SUPPLEMENT, owner=make.citizen())
    client.force_login(make.citizen("Trần Văn Đức", "0987654321"))
    assert client.get(reverse("dossiers:mine", args=[dossier.code])).status_code == 404
    assert client.post(reverse("dossiers:send_supplement", args=[dossier.code])).status_code == 404
