"""A question enters the bank of its organiser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Question
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    client.force_login(make.hoa())
    told = {
        "field": "Hộ tịch",
        "text": "Khai sinh trong mấy ngày?",
        "choices": "30\n60",
        "answer": "1",
        "source": "Điều 15",
    }
    client.post("/lanh-dao/thi-dua/cau-hoi/moi/", told)
    one = Question.objects.get()
    assert one.right_choice == "60"
    client.post(f"/lanh-dao/thi-dua/cau-hoi/{one.pk}/", {**told, "answer": "0"})
    one.refresh_from_db()
    assert one.right_choice == "30"


@pytest.mark.parametrize("change", [{"text": " "}, {"choices": ("A",)}, {"choices": ("A", "A")}, {"answer": 5}])
def test_unsound_questions(change: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        actions.save_question(
            replace(make.QUESTIONS[0], **change), owner=make.commune(), by=make.hoa(), now=make.MONDAY
        )


def test_another_commune_does_not_find_it(client: Client) -> None:
    one = actions.save_question(make.QUESTIONS[0], owner=make.commune(), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.leader("binh", make.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.get(f"/lanh-dao/thi-dua/cau-hoi/{one.pk}/").status_code == 404
