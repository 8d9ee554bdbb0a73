"""Marked by the machine; late answers do not count."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Sitting

from . import make

pytestmark = pytest.mark.django_db


def sitting() -> Sitting:
    from .test_start_test import ready

    part, entry = ready()
    return actions.start_test(part, entry, by=entry.author, now=make.MONDAY)


def right(one: Sitting) -> dict[str, int]:
    return {str(place): question["answer"] for place, question in enumerate(one.paper)}


def test_it_works(client: Client, clock: Any) -> None:
    one = sitting()
    client.force_login(one.user)
    told = {f"q{place}": str(answer) for place, answer in right(one).items()}
    page = client.post(f"/can-bo/thi-dua/lam-bai/{one.pk}/", {**told, "submit": "1"}, follow=True).content.decode()
    assert "Đúng 4 trên 4 câu" in page


def test_a_second_press_changes_nothing() -> None:
    one = sitting()
    actions.submit_test(one, answers=right(one), by=one.user, now=make.MONDAY)
    again = actions.submit_test(one, answers={}, by=one.user, now=make.MONDAY)
    assert again.mark == 100


def test_after_the_time_only_what_was_saved_counts() -> None:
    one = sitting()
    actions.save_answers(one, answers={"0": one.paper[0]["answer"]}, by=one.user, now=make.MONDAY)
    late = actions.submit_test(one, answers=right(one), by=one.user, now=make.MONDAY + timedelta(hours=1))
    assert (late.right, late.submitted_at) == (1, one.ends_at)
