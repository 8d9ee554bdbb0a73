"""A citizen scans the QR on “Sạc pin” and says what is wrong."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.premises import actions
from gandan.premises.models import Defect

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one, browser = make.charging(), Client()
    assert "Sạc pin" in browser.get(f"/tien-ich/{one.key}/").content.decode()
    browser.post(f"/tien-ich/{one.key}/", {"text": "Ổ cắm không có điện", "photo": make.upload()})
    defect = Defect.objects.get()
    assert (defect.responsible, defect.status, defect.found_by) == (make.minh(), "assigned", None)
    assert defect.photo_before_type == "image/jpeg"
    assert "Đang sửa" in browser.get("/tien-ich/").content.decode()
    assert browser.get("/tien-ich/khong-co/").status_code == 404


def test_told_twice_it_is_one_defect() -> None:
    first = make.defect()
    again = actions.report_defect(first.thing, actions.Fault("Vẫn mất điện"), by=None, now=make.at(hours=1))
    assert (again.pk, again.reports) == (first.pk, 2)
    assert "Vẫn mất điện" in make.fresh(first).text


def test_told_again_after_mending_it_is_open_again() -> None:
    defect = make.defect()
    actions.fix_defect(defect, make.photo(), by=make.minh(), now=make.at(hours=1))
    actions.report_defect(defect.thing, actions.Fault("Vẫn hỏng"), by=None, now=make.at(hours=2))
    assert make.fresh(defect).status == "reopened"


def test_a_flood_is_stopped() -> None:
    one, browser = make.charging(), Client()
    for number in range(8):
        browser.post(f"/tien-ich/{one.key}/", {"text": f"hỏng {number}"})
    assert Defect.objects.get().reports == 6


def test_a_paper_is_no_photo() -> None:
    one = make.charging()
    told = {"text": "hỏng", "photo": SimpleUploadedFile("a.jpg", b"not a picture")}
    assert "Không mở được" in Client().post(f"/tien-ich/{one.key}/", told).content.decode()
    assert not Defect.objects.exists()
