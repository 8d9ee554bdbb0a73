"""Opening counts; asking there names the place (Bảng tin thôn 3: 25 scans, 18 by the software, 5 by officers, 2 reports)."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.models import Thread
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def ask_form(number: int) -> dict[str, str]:
    return {"text": make.WORDS, "field": "", "name": "", "phone": "", "press_key": f"k{number}", "website": ""}


def test_it_works() -> None:
    make.version()
    point, browser = make.touchpoint(), Client()
    for number in range(25):
        assert browser.get(f"/cham/{point.key}/").status_code == 200
        if number < 23:
            browser.post(f"/cham/{point.key}/", ask_form(number))
    settle()
    threads = list(Thread.objects.order_by("pk"))
    for one in threads[:18]:
        actions.accept_answer(one, now=make.at(0.5))
    for one in threads[18:]:
        actions.answer_thread(one, actions.Answer("Cần giấy chứng sinh."), by=make.mai(), now=make.at(1))
    for number in range(2):
        told = actions.TouchFeedback(text="Đèn hỏng", press_key=f"f{number}")
        actions.send_touch_feedback(point, told, user=None, now=make.MONDAY)
    day = point.days.get()
    assert (day.opened, day.by_assistant, day.by_officer, day.in_time, day.feedback) == (25, 18, 5, 5, 2)
    page = make.at_desk(make.hoa()).get("/can-bo/diem-cham/").content.decode()
    assert "<td>25</td><td>23</td><td>18</td><td>5</td><td>5</td><td>2</td><td>0</td>" in page


def test_one_that_is_taken_down_opens_nothing() -> None:
    point = make.touchpoint(is_open=False)
    assert Client().get(f"/cham/{point.key}/").status_code == 404
    actions.open_touch(point, now=make.MONDAY)
    assert point.days.get().opened == 1
