"""Going home."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import make
from gandan.hall.workflow import Status

pytestmark = pytest.mark.django_db


def test_whoever_leaves_is_not_called() -> None:
    counter, minh = make.open_counter()
    ticket = make.ticket(0)

    actions.leave(ticket, by=None, now=make.at(3))

    assert make.fresh(ticket).status == Status.LEFT
    assert actions.call_next(counter, by=minh, now=make.at(4)) is None


def test_whoever_is_served_has_not_left() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(4))
    assert ticket is not None
    with pytest.raises(RuleBroken, match="Đang gọi"):
        actions.leave(ticket, by=None, now=make.at(5))
