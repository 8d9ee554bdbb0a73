"""Answers are kept while the clock of the server runs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Sitting
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def sitting() -> Sitting:
    from .test_start_test import ready

    part, entry = ready()
    return actions.start_test(part, entry, by=entry.author, now=make.MONDAY)


def test_it_works(client: Client, clock: Any) -> None:
    one = sitting()
    client.force_login(one.user)
    client.post(f"/can-bo/thi-dua/lam-bai/{one.pk}/", {"q0": "1", "q9": "1", "save": "1"})
    one.refresh_from_db()
    assert one.answers == {"0": 1}


def test_not_after_the_time() -> None:
    one = sitting()
    with pytest.raises(RuleBroken, match="hết giờ"):
        actions.save_answers(one, answers={"0": 1}, by=one.user, now=make.MONDAY + timedelta(minutes=10))


def test_not_somebody_elses(client: Client) -> None:
    one = sitting()
    client.force_login(make.hoa())
    assert client.get(f"/can-bo/thi-dua/lam-bai/{one.pk}/").status_code == 404
    with pytest.raises(NotThisOffice):
        actions.save_answers(one, answers={}, by=make.hoa(), now=make.MONDAY)
