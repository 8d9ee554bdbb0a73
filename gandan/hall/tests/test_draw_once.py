"""The ticket machine: a story from the first touch to the slip, and one number a touch."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gandan.hall import actions, kiosk
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Ticket, Zone
from gandan.hall.tests import make
from gandan.hall.tests.test_board import serve
from gandan.hall.tests.test_draw import switch_on
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
KIOSK = "/man-hinh/lay-so/11131/"
CARD = "031155000777|030123456|PHẠM THỊ HOÀ|30041955|Nữ|Khu 2, xã Thanh Hà, thành phố Hải Phòng|31122022"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(30))
    serve()


def test_it_works(client: Client) -> None:
    switch_on("age_zones", {})
    birth = make.procedure()
    assert "Ông/bà cần" in client.get(KIOSK).content.decode()
    page = client.post(KIOSK, {"buoc": "viec", "viec": birth.code}).content.decode()
    assert "Giấy tờ đã" in page
    page = client.post(KIOSK, {"buoc": "giay", "viec": birth.code, "giay": "co"}).content.decode()
    assert "sinh<br>năm nào" in page
    told = {"viec": birth.code, "giay": "co", "nam": "1959", "token": kiosk.new_token()}
    page = client.post(KIOSK, {"buoc": "tuoi", **told}).content.decode()
    assert "Người cao tuổi" in page

    for _ in range(2):
        answer = client.post(KIOSK, {"buoc": "lay", "uu_tien": "elderly", **told})

    ticket = Ticket.objects.get()
    assert (ticket.zone, ticket.priority, ticket.birth_year, ticket.has_papers) == ("assisted", "elderly", 1959, True)
    assert ticket.priority_reason == "Tự chọn tại máy lấy số: Người cao tuổi"
    page = client.get(answer.headers["Location"]).content.decode()
    assert ticket.said in page
    assert "Đổi sang Khu tự nộp trên máy" in page


def test_the_same_token_gives_the_same_number() -> None:
    first, again = (actions.draw_once(people.commune(), Wish(), token="x" * 16, by=None, now=make.at(1)) for _ in "12")
    other = actions.draw_once(people.commune(), Wish(), token="y" * 16, by=None, now=make.at(1))

    assert first.pk == again.pk
    assert (first.number, other.number) == (1, 2)


def test_a_card_makes_the_age_exact_and_nothing_else_of_it_is_kept(client: Client) -> None:
    page = client.post(KIOSK, {"buoc": "tuoi", "the": CARD}).content.decode()

    assert "1955-04-30" in page
    assert "PHẠM" not in page
    assert "031155000777" not in page


def test_somebody_of_exactly_forty_by_year_is_young_before_the_birthday(client: Client) -> None:
    switch_on("age_zones", {})
    told = {"buoc": "lay", "token": kiosk.new_token(), "uu_tien": "", "sinh": "1986-11-24"}

    client.post(KIOSK, told)

    assert Ticket.objects.get().zone == Zone.SELF_SERVICE


@pytest.mark.parametrize("payload", ["xin chào", "1|2|3", "031155000777||A|99999999|Nữ|B|"])
def test_a_broken_card_is_refused_kindly(client: Client, payload: str) -> None:
    page = client.post(KIOSK, {"buoc": "tuoi", "the": payload}).content.decode()

    assert "Xin quét lại, hoặc nhập năm sinh." in page
    assert "sinh<br>năm nào" in page


@pytest.mark.parametrize("year", ["58", "2050", "abcd", "1800"])
def test_a_year_that_cannot_be_is_asked_again(client: Client, year: str) -> None:
    page = client.post(KIOSK, {"buoc": "tuoi", "nam": year}).content.decode()

    assert "bốn chữ số, ví dụ 1958" in page


def test_the_young_are_not_offered_the_priority_of_the_old(client: Client) -> None:
    page = client.post(KIOSK, {"buoc": "tuoi", "nam": "2001"}).content.decode()

    assert "Người cao tuổi" not in page
    assert "Phụ nữ mang thai" in page


def test_whoever_skips_the_age_is_helped(client: Client) -> None:
    switch_on("age_zones", {})
    client.post(KIOSK, {"buoc": "lay", "token": kiosk.new_token(), "uu_tien": "", "loi": "Nhận kết quả"})

    ticket = Ticket.objects.get()
    assert ticket.zone == Zone.ASSISTED
    assert ticket.matters.get().words == "Nhận kết quả"


def test_a_token_of_ones_own_making_draws_nothing(client: Client) -> None:
    answer = client.post(KIOSK, {"buoc": "lay", "token": "tu-lam", "uu_tien": ""})

    assert answer.status_code in (302, 409)
    assert not Ticket.objects.exists()


def test_searching_without_marks(client: Client) -> None:
    make.procedure()
    from gandan.catalog.search import forget

    forget()
    page = client.post(KIOSK, {"buoc": "tim", "q": "khai sinh"}).content.decode()

    assert "1.001193" in page


def test_choosing_a_group_shows_its_procedures(client: Client) -> None:
    procedure = make.procedure()
    procedure.field = "Hộ tịch"
    procedure.save()

    assert procedure.code in client.post(KIOSK, {"buoc": "nhom", "nhom": "ho-tich"}).content.decode()


def test_a_number_of_another_day_or_commune_is_not_shown(client: Client) -> None:
    ticket = make.ticket(-3 * 24 * 60)

    assert client.get(f"{KIOSK}phieu/{ticket.key}/").status_code == 404
