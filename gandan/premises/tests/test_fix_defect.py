"""Mended, with a photo; the public page is green again."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    defect, browser = make.defect(), make.signed_in(make.minh())
    assert "Ổ cắm" in browser.get(f"{make.OFFICER}hong-hoc/{defect.pk}/").content.decode()
    browser.post(f"{make.OFFICER}hong-hoc/{defect.pk}/da-sua/", {"photo": make.upload(), "note": "Thay ổ cắm"})
    assert make.fresh(defect).status == "fixed"
    public = Client().get("/tien-ich/").content.decode()
    assert "pill--done" in public
    assert "pill--late" not in public
    assert browser.get(f"{make.OFFICER}anh/sau/{defect.pk}/")["Content-Type"] == "image/jpeg"


def test_without_a_photo_nothing_is_mended() -> None:
    defect = make.defect()
    answer = make.signed_in(make.minh()).post(f"{make.OFFICER}hong-hoc/{defect.pk}/da-sua/", {})
    assert answer.status_code == 200
    with pytest.raises(RuleBroken, match="ảnh"):
        actions.fix_defect(defect, actions.Mending(None), by=make.minh(), now=make.NOW)


def test_another_commune_sees_nothing() -> None:
    defect, browser = make.defect(), make.signed_in(make.binh())
    for address in (f"hong-hoc/{defect.pk}/", f"anh/truoc/{defect.pk}/"):
        assert browser.get(make.OFFICER + address).status_code == 404
    assert browser.post(f"{make.OFFICER}hong-hoc/{defect.pk}/da-sua/", {}).status_code == 404
