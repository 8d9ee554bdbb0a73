"""Finding a dossier by its code and four digits."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from . import make

pytestmark = pytest.mark.django_db
ADDRESS = "/tra-cuu/"


def test_it_works(client: Client) -> None:
    dossier = make.dossier()
    assert client.get(ADDRESS).status_code == 200
    response = client.post(ADDRESS, {"code": f" {dossier.code.lower()} ", "digits": make.PHONE[-4:]})
    assert response.headers["Location"] == reverse("dossiers:track", args=[dossier.key])


def test_a_wrong_code_and_a_wrong_telephone_sound_alike(client: Client) -> None:
    dossier = make.dossier()
    wrong_phone = client.post(ADDRESS, {"code": dossier.code, "digits": "0000"})
    wrong_code = client.post(ADDRESS, {"code": "000.31.52.H24-261123-9999", "digits": "0000"})
    said = "Không có hồ sơ nào với mã và bốn số này."
    assert said in wrong_phone.content.decode()
    assert said in wrong_code.content.decode()
    assert wrong_phone.status_code == wrong_code.status_code == 200


def test_five_tries_for_a_code_then_wait(client: Client) -> None:
    dossier = make.dossier()
    for _ in range(5):
        client.post(ADDRESS, {"code": dossier.code, "digits": "0000"})
    refused = client.post(ADDRESS, {"code": dossier.code, "digits": make.PHONE[-4:]})
    assert refused.status_code == 429
    assert "Xin chờ 10 phút" in refused.content.decode()


def test_ten_tries_from_one_address_then_wait(client: Client) -> None:
    dossier = make.dossier()
    for number in range(10):
        client.post(ADDRESS, {"code": f"000.31.52.H24-261123-{number + 100:04d}", "digits": "0000"})
    assert client.post(ADDRESS, {"code": dossier.code, "digits": make.PHONE[-4:]}).status_code == 429


def test_a_dossier_without_a_telephone_is_not_found_by_digits(client: Client) -> None:
    dossier = make.dossier()
    dossier.applicant_phone = ""
    dossier.save()
    assert client.post(ADDRESS, {"code": dossier.code, "digits": "----"}).status_code == 200
    assert client.post(ADDRESS, {"code": dossier.code, "digits": "0000"}).status_code == 200


def test_the_shape_is_asked_for(client: Client) -> None:
    make.commune()
    page = client.post(ADDRESS, {"code": "", "digits": "12"}).content.decode()
    assert "Còn thiếu mã hồ sơ." in page
    assert "bốn chữ số" in page
