"""Pages for citizens and lists for officers."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gandan.catalog.models import Alias, Procedure
from gandan.people.models import User
from gandan.places.models import Agency

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(chi_minh: Agency) -> str:
    Agency.objects.filter(pk=chi_minh.pk).update(phone="0220 3000 101")
    return "0220\u00a03000\u00a0101"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_what_is_known(client: Client, phone: str) -> None:
    version = make.version(not_needed=["Hộ khẩu"], decision_no="163/QĐ-BTP", results=[{"name": "Giấy khai sinh"}])
    make.limit(version, 1, unit="same_day", is_verified=True, citation="Luật Hộ tịch, Điều 16")
    make.limit(version, 3, case="Phải xác minh", is_verified=True)
    make.fee(version, 0, is_verified=True, citation="Luật Hộ tịch, Điều 11")

    shown = page(client, f"/thu-tuc/{make.CODE}/")

    for words in (
        "Trong ngày", "Nhận sau 15\u00a0giờ", "Phải xác minh: 3\u00a0ngày\u00a0làm\u00a0việc", "0\u00a0đ", "Luật Hộ tịch, Điều 11",
        "Nộp hồ sơ", "Giấy chứng sinh", "Không phải mang", "Hộ khẩu", "Nhờ người khác đi làm thay",
        "Mã thủ tục 1.001193, Quyết định 163/QĐ-BTP", "xã Chí Minh",
    ):  # fmt: skip
        assert words in shown, words


def test_the_unknown_is_said_with_where_to_ask(client: Client, phone: str) -> None:
    version = make.version()
    make.limit(version, 1, unit="day")
    make.fee(version, 70_000, channels=["counter"])
    make.fee(version, 0, case="Khai sinh đúng hạn", channels=["online"])

    shown = page(client, f"/thu-tuc/{make.CODE}/")

    assert f"Thời hạn chưa được xác nhận, xin hỏi {phone}" in shown
    assert f"Mức thu chưa được xác nhận, xin hỏi {phone}" in shown
    assert "Tại quầy; khai sinh đúng hạn, trực tuyến." in shown
    for promise in ("1\u00a0ngày", "70.000", "0\u00a0đ", "Miễn phí"):
        assert promise not in shown


def test_the_page_reads_little(
    client: Client, phone: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = make.version()
    make.limit(version)
    make.fee(version)
    client.get(f"/thu-tuc/{make.CODE}/")
    with django_assert_max_num_queries(3):
        client.get(f"/thu-tuc/{make.CODE}/")
    client.get("/thu-tuc/?q=khai sinh")
    for address in ("/thu-tuc/", "/thu-tuc/?linh-vuc=Hộ tịch", "/thu-tuc/?q=khai sinh"):
        with django_assert_max_num_queries(2):
            client.get(address)


def test_a_procedure_without_declaration_is_not_filed_online(client: Client, phone: str) -> None:
    make.version().forms.all().delete()
    shown = page(client, f"/thu-tuc/{make.CODE}/")
    assert "Nộp hồ sơ" not in shown
    assert "mang giấy tờ đến quầy" in shown


@pytest.mark.parametrize("code", ["9.999999", "khong-co", "1.001193%00"])
def test_what_does_not_exist_is_not_found(client: Client, phone: str, code: str) -> None:
    assert client.get(f"/thu-tuc/{code}/").status_code == 404


def test_strange_letters_in_an_address_find_nothing(client: Client, phone: str) -> None:
    for address in ("/thu-tuc/?q=%00", "/thu-tuc/?linh-vuc=%00x", "/thu-tuc/?linh-vuc=x&page=nine"):
        assert client.get(address).status_code == 200


def test_drafts_are_not_shown_to_citizens(client: Client, phone: str) -> None:
    make.version(is_published=False)
    assert client.get(f"/thu-tuc/{make.CODE}/").status_code == 404


def test_the_list_finds_browses_and_pages(client: Client, phone: str) -> None:
    for number in range(30):
        make.version(f"1.0020{number:02d}", f"Việc số {number}")
    Alias.objects.create(procedure=Procedure.objects.get(code="1.002007"), text="gks")

    assert "Hộ tịch" in page(client, "/thu-tuc/")
    assert "Trang 1 trên 2" in page(client, "/thu-tuc/?linh-vuc=Hộ tịch")
    assert "/thu-tuc/1.002007/" in page(client, "/thu-tuc/?q=gks")
    nothing = page(client, "/thu-tuc/?q=<script>zzzz")
    assert "Không thấy “&lt;script&gt;zzzz”" in nothing
    assert "gọi 0220 3000 101" in nothing


def test_the_poster_carries_a_qr_code(client: Client, phone: str) -> None:
    make.version()
    shown = page(client, f"/thu-tuc/{make.CODE}/qr/")
    assert "<svg" in shown
    assert f"/thu-tuc/{make.CODE}/" in shown


def test_officers_filter_what_is_unconfirmed(minh: User) -> None:
    known = make.version("1.000001", "Việc đã rõ")
    make.limit(known, is_verified=True)
    make.fee(known, 8000, is_verified=True)
    unknown = make.version("1.000002", "Việc chưa rõ")
    make.limit(unknown)
    make.version("1.000003", "Việc còn nháp", is_published=False)
    client = signed_in(minh)

    everything = page(client, "/can-bo/thu-tuc/")
    assert "Việc đã rõ" in everything
    assert "Việc còn nháp" not in everything
    for chosen in ("thoi-han", "muc-thu"):
        shown = page(client, f"/can-bo/thu-tuc/?loc={chosen}")
        assert "Việc chưa rõ" in shown
        assert "Việc đã rõ" not in shown
    assert "Việc còn nháp" in page(client, "/can-bo/thu-tuc/?loc=nhap")
    assert "Việc chưa rõ" not in page(client, "/can-bo/thu-tuc/?q=1.000001")


def test_the_list_reads_the_same_however_long(
    minh: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        make.limit(make.version(f"1.0020{number:02d}", f"Việc số {number}"))
    client = signed_in(minh)
    client.get("/can-bo/thu-tuc/")
    with django_assert_max_num_queries(14):
        client.get("/can-bo/thu-tuc/")


def test_everybody_in_an_office_reads_and_the_province_too(minh: User, son: User, binh: User) -> None:
    make.version(warnings=["Nội dung còn nhắc cấp huyện."])
    for user in (minh, binh):
        shown = page(signed_in(user), f"/can-bo/thu-tuc/{make.CODE}/")
        assert "còn nhắc cấp huyện" in shown
        assert "Sửa tờ khai" not in shown
    assert "Sửa tờ khai" in page(signed_in(son), f"/lanh-dao/thu-tuc/{make.CODE}/")
    assert page(signed_in(son), "/lanh-dao/thu-tuc/")


@pytest.mark.parametrize("address", ["/can-bo/thu-tuc/", f"/can-bo/thu-tuc/{make.CODE}/", "/lanh-dao/thu-tuc/"])
def test_citizens_do_not_see_the_office(client: Client, phone: str, address: str) -> None:
    make.version()
    assert client.get(address).status_code == 302
