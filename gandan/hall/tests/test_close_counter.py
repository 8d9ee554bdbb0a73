"""Standing up."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Sitting
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_a_number_at_the_counter_keeps_it_open() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    actions.call_next(counter, by=minh, now=make.at(1))

    with pytest.raises(RuleBroken, match="001"):
        actions.close_counter(counter, by=minh, now=make.at(2))


def test_closing_twice_is_nothing() -> None:
    counter, minh = make.open_counter()
    actions.close_counter(counter, by=minh, now=make.at(2))
    actions.close_counter(counter, by=minh, now=make.at(3))

    assert Sitting.objects.get().until == make.at(2)
