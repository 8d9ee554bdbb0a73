"""Entries are received."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    assert make.contest().status == "open"


def test_not_when_the_time_is_over() -> None:
    with pytest.raises(RuleBroken, match="Hạn nhận bài"):
        make.contest(closes_at=make.MONDAY - timedelta(days=1))


def test_a_draft_is_nobody_elses_business(client: Client) -> None:
    made = actions.save_contest(make.facts(), organiser=make.commune(), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.officer())
    assert client.get(f"/can-bo/thi-dua/hoi-thi/{made.pk}/").status_code == 404
