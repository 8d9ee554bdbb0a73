"""The leaflet is printed with the QR of its hamlet, and where help is given nearby (S3.12)."""

import pytest
from django.test import Client

from gandan.outreach import actions
from gandan.outreach.models import LeafletRound

from . import make

pytestmark = pytest.mark.django_db


def given() -> LeafletRound:
    make.team(hamlet=make.hamlet())
    make.team("Tổ ở nơi khác", hamlet=make.hamlet("Ngọc Lâm"), place="Nhà văn hóa Ngọc Lâm")
    listing = actions.make_list(
        make.commune(), actions.ListFacts("Mỗi hộ một tờ", "leaflets"), by=make.hoa(), now=make.NOW
    )
    return actions.plan_leaflets(listing, make.hamlet(), households=240, by=make.hoa(), now=make.NOW)


def test_it_works() -> None:
    one = given()
    page = make.signed_in(make.hoa()).get(f"/can-bo/ra-soat/phat/{one.pk}/to-in/").content.decode()
    assert f"/to-huong-dan/{one.key}/" in page
    assert "Mã QR của tờ hướng dẫn" in page
    assert "in 240 bản cho Khu phố Mỹ Ân" in page
    assert "Ban điều hành khu phố 5" in page
    assert "Nhà văn hóa Ngọc Lâm" not in page
    assert Client().get(f"/to-huong-dan/{one.key}/").headers["Location"] == "/thu-tuc/"


def test_of_another_commune() -> None:
    assert make.signed_in(make.binh()).get(f"/can-bo/ra-soat/phat/{given().pk}/to-in/").status_code == 404
