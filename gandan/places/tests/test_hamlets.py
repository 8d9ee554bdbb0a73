"""The list of hamlets and the way a file comes in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gandan.places.actions import add_hamlet
from gandan.places.models import Agency, Hamlet
from gandan.places.tests.make import hamlet_row

pytestmark = pytest.mark.django_db


def test_it_works_in_vietnamese_order(reception: Client, chi_minh: Agency) -> None:
    for name in ("Số 10", "Đông", "Số 2", "Ấp", "An Trì", "Dương"):
        add_hamlet(chi_minh, hamlet_row(name))

    page = reception.get(reverse("places:hamlets"))

    assert [hamlet.name for hamlet in page.context["hamlets"]] == ["An Trì", "Ấp", "Dương", "Đông", "Số 2", "Số 10"]
    assert "Thêm thôn" not in page.content.decode()


def test_an_empty_list_says_the_way_on(clerk: Client) -> None:
    assert "Nạp danh sách từ tệp CSV" in clerk.get(reverse("places:hamlets")).content.decode()


def test_binh_of_another_commune_sees_and_changes_nothing(binh: Client, chi_minh: Agency) -> None:
    hamlet = add_hamlet(chi_minh, hamlet_row("An Trì"))

    assert "An Trì" not in binh.get(reverse("places:hamlets")).content.decode()
    for name in ("places:edit_hamlet", "places:remove_hamlet"):
        assert binh.get(reverse(name, args=[hamlet.pk])).status_code == 404
        assert binh.post(reverse(name, args=[hamlet.pk]), {"kind": "thon", "name": "X"}).status_code == 404
    assert Hamlet.objects.get().name == "An Trì"


def test_a_file_goes_into_the_own_commune_only(clerk: Client, binh: Client) -> None:
    lines = "kind;name;head_name;head_phone\nthôn;An Trì;Lê Văn Hải;0912 345 678\nlàng;Cổ;;\nTổ dân phố;Số 1;;hai ba\n"
    page = reverse("places:import_hamlets")

    preview = clerk.post(page, {"file": SimpleUploadedFile("thon.csv", lines.encode())}).content.decode()

    assert "Dòng 3: loại “làng” phải là thôn" in preview
    assert "Dòng 4: số điện thoại “hai ba” không đúng" in preview
    clerk.post(page, {"text": lines})
    assert [str(hamlet) for hamlet in Hamlet.objects.all()] == ["Thôn An Trì"]
    assert Hamlet.objects.get().commune.code == "11131"
