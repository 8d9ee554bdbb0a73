"""The list of staff and each one's page: found by any part of the name, seen by nobody else's administrator."""

import pytest
from django.test import Client

from gandan.people.models import Role, User

from . import make

pytestmark = pytest.mark.django_db
PAGES = ["", "sua/", "vai-tro/", "ngung/", "dat-lai-mat-khau/", "go-xac-thuc/"]


@pytest.fixture
def binh(db: None) -> User:
    """Ông Bình administers another commune."""
    return make.administrator("binh", make.other_commune())


def test_it_works(quan: User) -> None:
    make.staff("anh", Role.PARTNER, agency=make.partner(make.commune()), full_name="Đỗ Thị Ánh")
    page = make.signed_in(quan).get("/can-bo/nhan-su/").content.decode()
    assert "Đỗ Thị Ánh" in page
    assert "Công an xã" in page
    assert "Cơ quan phối hợp" in page


def test_search_needs_no_diacritics(quan: User) -> None:
    make.staff("anh", full_name="Đỗ Thị Ánh")
    browser = make.signed_in(quan)
    page = browser.get("/can-bo/nhan-su/", {"q": "do thi anh"}).content.decode()
    assert "Đỗ Thị Ánh" in page
    assert "/can-bo/nhan-su/quantri/" not in page
    assert "Không có ai tên như vậy" in browser.get("/can-bo/nhan-su/", {"q": "zzz"}).content.decode()


def test_another_commune_sees_nothing(binh: User) -> None:
    make.staff("minh", full_name="Nguyễn Văn Minh")
    browser = make.signed_in(binh)
    assert "Nguyễn Văn Minh" not in browser.get("/can-bo/nhan-su/").content.decode()
    for page in PAGES:
        assert browser.get(f"/can-bo/nhan-su/minh/{page}").status_code == 404
        assert browser.post(f"/can-bo/nhan-su/minh/{page}").status_code in {404, 405}
    assert browser.post("/can-bo/nhan-su/minh/mo-lai/").status_code == 404
    mine = User.objects.get(username="minh").assignments.get()
    assert browser.post(f"/can-bo/nhan-su/minh/vai-tro/{mine.pk}/thoi/").status_code == 404


def test_citizens_are_not_staff(quan: User) -> None:
    lan = make.citizen()
    assert make.signed_in(quan).get(f"/can-bo/nhan-su/{lan.username}/").status_code == 404


@pytest.mark.parametrize("name", ["%00", "khong-co", "A B", "..%2f"])
def test_a_name_that_is_nobodys_is_not_found(quan: User, name: str) -> None:
    assert make.signed_in(quan).get(f"/can-bo/nhan-su/{name}/").status_code == 404


def test_the_public_is_sent_to_the_door(client: Client, quan: User) -> None:
    assert client.get("/can-bo/nhan-su/")["Location"] == "/dang-nhap/can-bo/?next=/can-bo/nhan-su/"


def test_the_list_takes_few_statements(quan: User, django_assert_max_num_queries: object) -> None:
    for number in range(12):
        make.staff(f"nguoi{number}", Role.SPECIALIST, Role.CLERK)
    browser = make.signed_in(quan)
    with django_assert_max_num_queries(9):  # type: ignore[operator]  # a fixture
        browser.get("/can-bo/nhan-su/")
