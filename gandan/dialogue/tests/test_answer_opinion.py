"""17 opinions: 15 resolved in time, 2 planned: 88,2 %, later 100 %."""

from datetime import date

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_conference() -> None:
    make.years()
    one = make.held()
    rows = [make.opinion(one, f"Ý kiến {number}") for number in range(17)]
    for row in rows:
        actions.assign_opinion(row, make.division(make.commune()), by=make.thu(), now=make.NOW)
    for row in rows[:15]:
        actions.answer_opinion(row, "resolved", "Đã làm xong.", by=make.minh(), now=make.at(3))
    for row in rows[15:]:
        actions.plan_opinion(row, "Chờ vốn", date(2027, 3, 31), by=make.minh(), now=make.at(3))
    assert "15/17 (88,2%)" in make.signed_in(make.thu()).get("/can-bo/doi-thoai/").content.decode()
    for row in rows[15:]:
        actions.answer_opinion(row, "resolved", "Đã làm xong.", by=make.minh(), now=make.at(4))
    assert "17/17 (100%)" in make.signed_in(make.thu()).get("/can-bo/doi-thoai/").content.decode()


def test_the_hamlet_reads_the_answers() -> None:
    make.years()
    visit = make.held("visit")
    texts = ("Đèn hỏng", "Cống tắc", "Vì sao thu phí")
    rows = [make.opinion(visit, text) for text in texts]
    for row, outcome in zip(rows, ("resolved", "resolved", "explained"), strict=True):
        actions.assign_opinion(row, make.division(make.commune()), by=make.thu(), now=make.NOW)
        actions.answer_opinion(row, outcome, f"Trả lời {row.number}", by=make.minh(), now=make.at(2))
    page = Client().get(f"/tiep-cong-dan/tra-loi/?thon={make.hamlet().pk}").content.decode()
    assert page.count("Trả lời ") >= 3
    assert "Đã giải thích" in page
    assert make.SECRET not in page


def test_what_is_private_is_not_published() -> None:
    one = make.opinion(make.held("visit"), "Việc riêng nhà ông A")
    wording = actions.Wording(is_private=True)
    actions.assign_opinion(one, make.division(make.commune()), by=make.thu(), now=make.NOW, wording=wording)
    actions.answer_opinion(one, "explained", "Đã gặp", by=make.minh(), now=make.NOW)
    assert "Việc riêng" not in Client().get("/tiep-cong-dan/tra-loi/").content.decode()


def test_an_answer_is_needed() -> None:
    with pytest.raises(RuleBroken, match="câu trả lời"):
        actions.answer_opinion(make.assigned(), "resolved", "", by=make.minh(), now=make.NOW)
