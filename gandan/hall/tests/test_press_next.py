"""The one key of the panel."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.tests import make
from gandan.hall.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_ends_the_number_there_and_calls_the_next() -> None:
    counter, minh = make.open_counter()
    first, second = make.ticket(0), make.ticket(1)
    actions.press_next(counter, by=minh, now=make.at(2), seen=0)
    called = actions.press_next(counter, by=minh, now=make.at(9), seen=first.pk)

    assert called == second
    assert make.fresh(first).status == Status.DONE
    assert make.fresh(first).walked_seconds == 420


def test_an_old_page_calls_nobody() -> None:
    counter, minh = make.open_counter()
    first, second = make.ticket(0), make.ticket(1)
    for _ in range(3):
        assert actions.press_next(counter, by=minh, now=make.at(2), seen=0) == first

    assert make.fresh(second).status == Status.WAITING
