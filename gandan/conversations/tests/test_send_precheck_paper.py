"""A photo of a paper: cleaned, sealed, looked at again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.models import PrecheckPhoto
from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.precheck()
    address = f"/hoi-dap/{one.thread.key}/giay-to/{one.pk}/"
    browser = Client()
    browser.post(f"{address}gui/birth_proof/", {"photo": dossiers.photo()})
    kept = PrecheckPhoto.objects.get()
    shown = browser.get(f"{address}anh/{kept.key}/")
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert browser.get(f"/hoi-dap/{make.thread().key}/giay-to/{one.pk}/").status_code == 404, "another thread's key"
    judged = make.at_desk(make.mai()).get(f"{make.OFFICER}giay-to/{one.pk}/anh/{kept.key}/")
    assert judged.status_code == 200


def test_no_picture_is_refused() -> None:
    one = make.precheck()
    hostile = SimpleUploadedFile("a.jpg", b"MZ", content_type="image/jpeg")
    Client().post(f"/hoi-dap/{one.thread.key}/giay-to/{one.pk}/gui/birth_proof/", {"photo": hostile})
    assert not PrecheckPhoto.objects.exists()


def test_twice_is_once_and_not_too_many() -> None:
    paper = make.precheck().papers.all()[0]
    assert actions.send_precheck_paper(paper, make.photo(), now=make.MONDAY) == actions.send_precheck_paper(
        paper, make.photo(), now=make.MONDAY
    )
    for side in range(61, 68):
        actions.send_precheck_paper(paper, make.photo(side=side), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="tối đa"):
        actions.send_precheck_paper(paper, make.photo(side=90), now=make.MONDAY)
