"""One's own password."""

import pytest

from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db
ADDRESS = "/dang-nhap/can-bo/mat-khau/"
NEW = "chín bỏ làm mười"


def form(**changes: str) -> dict[str, str]:
    return {"old": make.PASSWORD, "new": NEW, "again": NEW, **changes}


def test_it_works() -> None:
    minh = make.staff()
    here, elsewhere = make.signed_in(minh), make.signed_in(minh)
    assert "Đổi mật khẩu" in here.get(ADDRESS).content.decode()
    assert here.post(ADDRESS, form())["Location"] == "/sau-dang-nhap/"
    minh.refresh_from_db()
    assert minh.check_password(NEW)
    assert here.get(ADDRESS).status_code == 200
    assert elsewhere.get(ADDRESS).status_code == 302


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param({"old": "nhầm"}, "đang dùng chưa đúng", id="old is wrong"),
        pytest.param({"again": "khác hẳn đi"}, "chưa giống nhau", id="not the same"),
        pytest.param({"new": make.PASSWORD, "again": make.PASSWORD}, "phải khác", id="the old one again"),
        pytest.param({"new": "ngan", "again": "ngan"}, "10", id="too short"),
    ],
)
def test_mistakes_are_explained(changes: dict[str, str], sentence: str) -> None:
    minh = make.staff()
    assert sentence in make.signed_in(minh).post(ADDRESS, form(**changes)).content.decode()
    minh.refresh_from_db()
    assert minh.check_password(make.PASSWORD)


def test_guessing_the_old_password_ends_after_five() -> None:
    browser = make.signed_in(make.staff())
    for _ in range(5):
        browser.post(ADDRESS, form(old="đoán mò"))
    assert "đợi 5 phút" in browser.post(ADDRESS, form()).content.decode()


def test_not_for_citizens_nor_without_the_second_factor() -> None:
    lan: User = make.citizen()
    assert make.signed_in(lan).get(ADDRESS)["Location"] == "/dang-nhap/can-bo/"
    careful = make.staff("can.than", needs_second_factor=True)
    assert make.signed_in(careful).get(ADDRESS)["Location"] == "/dang-nhap/can-bo/ma/"
    assert make.signed_in(careful, second_factor=True).get(ADDRESS).status_code == 200
