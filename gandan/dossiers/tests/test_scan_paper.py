"""Scanning a paper at the counter."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    dossier = make.dossier()

    office.press(office.minh(), "scan_paper", dossier, component="authorisation", file=make.photo())

    paper = dossier.papers.get(component="authorisation")
    assert paper.is_seen
    shown = office.at_desk(office.minh()).get(office.address("paper", dossier, paper.key))
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["Content-Security-Policy"].startswith("sandbox")
    assert shown.getvalue()[:2] == b"\xff\xd8"


def test_a_program_is_not_a_paper(clock: Clock) -> None:
    dossier = make.dossier()
    upload = SimpleUploadedFile("giay.jpg", b"khong phai anh", content_type="image/jpeg")
    page = office.press(office.minh(), "scan_paper", dossier, component="authorisation", file=upload)
    assert page.status_code == 409
    assert "Không mở được tệp này" in page.content.decode()


def test_only_a_component_of_the_procedure() -> None:
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="không có trong thành phần"):
        actions.scan_paper(dossier, component="ve-so", upload=make.photo(), by=office.minh())
