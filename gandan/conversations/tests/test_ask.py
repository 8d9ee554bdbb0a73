"""A question finds the officer of its field and its hour, once."""

import pytest
from django.db import connection
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.models import Side, Thread, Turn
from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def page_form(**more: str) -> dict[str, str]:
    return {
        "text": make.WORDS,
        "field": "",
        "name": "Lan",
        "phone": "0912 345 118",
        "press_key": "k1",
        "website": "",
        **more,
    }


def test_it_works() -> None:
    make.commune()
    browser = Client()
    answer = browser.post("/hoi-dap/", page_form(), follow=True)
    made = Thread.objects.get()
    assert answer.redirect_chain[-1][0] == f"/hoi-dap/{made.key}/"
    assert make.WORDS in answer.content.decode()
    assert made.phone == make.PHONE
    assert browser.post("/hoi-dap/", page_form()).status_code == 302
    assert Thread.objects.count() == 1, "pressed twice it is one"


def test_the_officer_of_the_field_owns_it_and_has_four_working_hours() -> None:
    field = make.procedure().field
    actions.give_field_duty(make.commune(), field, make.mai(), by=make.hoa(), now=make.MONDAY)
    actions.give_field_duty(make.commune(), "", make.minh(), by=make.hoa(), now=make.MONDAY)
    made = make.thread(procedure=make.procedure())
    assert (made.owner, made.field) == (make.mai(), field)
    assert f"{made.answer_by.astimezone():%d/%m %H:%M}" in ("23/11 14:30", "23/11 14:00", "23/11 15:00")
    assert make.thread("Chuyện khác").owner == make.minh()


def test_asked_at_night_the_software_answers_at_once_and_the_clock_waits_for_the_morning() -> None:
    make.version()
    made = make.thread(now=make.at(12))
    settle()
    said = made.turns.get(side=Side.ASSISTANT)
    assert "trả lời tự động" in said.text
    assert said.cards == [make.PROCEDURE]
    assert make.fresh(made).answered_at is None
    assert made.answer_by > make.at(24)


def test_what_is_said_lies_sealed_and_the_journal_has_none_of_it() -> None:
    make.thread()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.text, h.name, h.phone FROM conversations_turn t JOIN conversations_thread h ON h.id = thread_id"
        )
        row = b"".join(bytes(one) for one in cursor.fetchone())
    assert b"khai sinh" not in row
    assert make.PHONE.encode() not in row
    assert not [one for one in Entry.objects.all() if make.PHONE in str(one.data) or "khai sinh" in str(one.data)]


def test_a_machine_is_thanked_and_forgotten() -> None:
    make.commune()
    assert Client().post("/hoi-dap/", page_form(website="http://x")).status_code == 302
    assert not Thread.objects.exists()


def test_too_many_questions_from_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    make.commune()
    monkeypatch.setattr("gandan.conversations.views.public.QUESTIONS", 1)
    Client().post("/hoi-dap/", page_form())
    page = Client().post("/hoi-dap/", page_form(press_key="k2")).content.decode()
    assert "Đã gửi nhiều lần" in page
    assert Thread.objects.count() == 1


def test_nothing_asked() -> None:
    with pytest.raises(RuleBroken, match="muốn hỏi"):
        make.thread("  ")


def test_words_are_escaped() -> None:
    made = make.thread("<script>alert(1)</script>")
    page = Client().get(f"/hoi-dap/{made.key}/").content.decode()
    assert "<script>alert(1)" not in page
    assert Turn.objects.filter(thread=made).count() == 1


def test_told_by_telephone() -> None:
    form = {"text": make.WORDS, "field": "", "name": "Lan", "phone": "", "press_key": "k1", "website": ""}
    make.at_desk(make.minh()).post(f"{make.OFFICER}ghi/", form)
    settle()
    made = Thread.objects.get()
    assert (made.channel, made.turns.count(), made.turns.get().author) == ("phone", 1, make.minh())
