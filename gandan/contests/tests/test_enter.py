"""A team hands in a paper that does not tell whose it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Entry
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db

TOLD = {
    "title": "Trả kết quả tại thôn", "text": "Cách làm và kết quả.", "team": "", "members": "Lê Thị Xuân | 01/05/1996 | Công chức",
    "officials": "on", "reform": "",
}  # fmt: skip


def test_it_works(client: Client, clock: Any) -> None:
    contest = make.contest()
    client.force_login(make.officer())
    client.post(f"/can-bo/thi-dua/hoi-thi/{contest.pk}/du-thi/", TOLD)
    entry = Entry.objects.get()
    assert (entry.title, entry.members.get().age_on(2026)) == ("Trả kết quả tại thôn", 30)
    assert "Bài của tôi" in client.get(f"/can-bo/thi-dua/hoi-thi/{contest.pk}/").content.decode()


def test_a_double_click_hands_in_one_paper() -> None:
    contest, author = make.contest(), make.officer()
    make.entry(contest, author)
    with pytest.raises(RuleBroken, match="đã nộp một bài"):
        make.entry(contest, author)


def test_too_late() -> None:
    with pytest.raises(RuleBroken, match="không còn nhận bài"):
        make.entry(make.contest(), make.officer(), at=make.LATER)


def test_a_paper_bears_no_name() -> None:
    paper = actions.Paper("Mô hình của xã Chí Minh", "Cách làm", (make.PERSON,))
    with pytest.raises(RuleBroken, match="ẩn danh"):
        actions.enter(make.contest(), paper, agency=make.commune(), by=make.officer(), now=make.MONDAY)


def test_another_commune_does_not_find_it(client: Client) -> None:
    contest, other = make.contest(), make.commune("11779", "Xã Tân Minh", "000.32.52.H24")
    client.force_login(make.officer("binh", agency=other))
    assert client.post(f"/can-bo/thi-dua/hoi-thi/{contest.pk}/du-thi/", TOLD).status_code == 404
    with pytest.raises(NotThisOffice):
        make.entry(contest, make.officer("binh2", agency=other))


def test_a_judge_does_not_compete() -> None:
    contest = make.contest()
    judge = make.judges(contest, 1)[0]
    with pytest.raises(RuleBroken, match="Giám khảo"):
        make.entry(contest, judge.user)
