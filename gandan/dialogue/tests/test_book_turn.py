"""A citizen books; pressed twice, booked once."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Turn

from . import make

pytestmark = pytest.mark.django_db


SENT = {
    "name": "Đỗ Văn Tuấn",
    "phone": "0912 345 118",
    "people": "1",
    "matter": "Hỏi việc đất",
    "press": "a1",
    "website": "",
}


def test_it_works() -> None:
    address = f"/tiep-cong-dan/buoi/{make.public().key}/dang-ky/"
    first, second = Client().post(address, SENT), Client().post(address, SENT)
    assert first.headers["Location"] == second.headers["Location"]
    turn = Turn.objects.get()
    assert (turn.number, turn.phone, turn.channel) == (1, "0912345118", "web")
    page = Client().get(first.headers["Location"]).content.decode()
    assert "Số thứ tự 1" in page
    assert "Đỗ Văn Tuấn" not in page


def test_a_machine_fills_the_hidden_field() -> None:
    Client().post(f"/tiep-cong-dan/buoi/{make.public().key}/dang-ky/", SENT | {"website": "http://x"})
    assert not Turn.objects.exists()


def test_one_telephone_does_not_fill_the_book() -> None:
    address = f"/tiep-cong-dan/buoi/{make.public().key}/dang-ky/"
    for number in range(7):
        Client().post(address, SENT | {"press": f"p{number}"})
    assert Turn.objects.count() == 5


def test_what_is_not_public_takes_nobody() -> None:
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.book_turn(make.occasion(), actions.Booking(name="A"), by=None, now=make.NOW)


def test_by_telephone_in_order() -> None:
    one = make.public()
    assert [make.turn(one).number, make.turn(one, "Bà Hai").number] == [1, 2]
