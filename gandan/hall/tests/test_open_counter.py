"""Sitting down at a counter."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Sitting
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_one_officer_a_counter() -> None:
    counter, _ = make.open_counter()

    with pytest.raises(RuleBroken, match="đang do"):
        actions.open_counter(counter, by=make.officer("lan"), now=make.at(1))


def test_sitting_down_elsewhere_gives_up_the_first_seat() -> None:
    first, minh = make.open_counter(1)
    second = make.counter(2)

    actions.open_counter(second, by=minh, now=make.at(5))

    assert Sitting.objects.get(counter=first).until == make.at(5)


def test_opening_again_ends_the_break() -> None:
    counter, minh = make.open_counter()
    actions.pause_counter(counter, by=minh, now=make.at(5))

    assert actions.open_counter(counter, by=minh, now=make.at(15)).paused_at is None
    assert Sitting.objects.count() == 1
