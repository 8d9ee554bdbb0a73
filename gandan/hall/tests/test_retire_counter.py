"""A counter no longer used."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_it_cannot_be_opened_any_more() -> None:
    counter, minh = make.counter(), make.officer()
    actions.retire_counter(counter, by=minh, now=make.at(1))
    with pytest.raises(RuleBroken, match="không còn dùng"):
        actions.open_counter(counter, by=minh, now=make.at(2))


def test_not_while_somebody_sits_there() -> None:
    counter, minh = make.open_counter()
    with pytest.raises(RuleBroken, match="đang có người ngồi"):
        actions.retire_counter(counter, by=minh, now=make.at(1))
