"""What the pages of letters show, and how many statements they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from . import make

pytestmark = pytest.mark.django_db


def test_the_list_says_what_is_late() -> None:
    make.letter("gia đình ông Đức", now=make.at(days=-30))
    page = make.signed_in(make.lan()).get(make.OFFICER).content.decode()
    assert "gia đình ông Đức" in page
    assert "late" in page


def test_one_statement_for_any_number_of_letters() -> None:
    make.letter()
    lan = make.signed_in(make.lan())
    lan.get(make.OFFICER)
    with CaptureQueriesContext(
        connection,
    ) as few:
        lan.get(make.OFFICER)
    for number in range(20):
        make.letter(f"gia đình {number}")
    with CaptureQueriesContext(connection) as many:
        lan.get(make.OFFICER)
    assert len(many) == len(few)


def test_another_commune_finds_nothing() -> None:
    letter = make.letter()
    stranger = make.signed_in(make.staff("binh", "leader", agency=make.other_commune()))
    assert stranger.get(f"{make.OFFICER}{letter.pk}/").status_code == 404
    assert letter.recipient not in stranger.get(make.OFFICER).content.decode()


def test_an_empty_list_says_where_letters_come_from() -> None:
    page = make.signed_in(make.lan()).get(make.OFFICER).content.decode()
    assert "Không có thư nào ở đây" in page


def test_nothing_to_say_today() -> None:
    make.commune()
    from django.test import Client

    assert "Hôm nay không có lời chúc nào" in Client().get("/loi-chuc/").content.decode()
