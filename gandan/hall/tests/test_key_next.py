"""A keypad or program calls the next."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Sitting
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_it_serves_for_whoever_sits_there() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    called = actions.key_next(counter, by=make.officer("bang-goi"), now=make.at(1))

    assert called is not None
    assert called.officer == minh


def test_where_nobody_sits_the_caller_sits_down_once() -> None:
    device, first, second = make.officer("bang-goi"), make.counter(1), make.counter(2)
    make.ticket(0), make.ticket(1)
    for counter in (first, second):
        assert actions.key_next(counter, by=device, now=make.at(2)) is not None

    assert Sitting.objects.get().counter == first


def test_a_break_is_a_break() -> None:
    counter, minh = make.open_counter()
    actions.pause_counter(counter, by=minh, now=make.at(1))
    with pytest.raises(RuleBroken, match="tạm nghỉ"):
        actions.key_next(counter, by=minh, now=make.at(2))
