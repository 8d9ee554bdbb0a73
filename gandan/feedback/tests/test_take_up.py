"""A unit begins."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_once() -> None:
    one = make.directed()
    actions.take_up(make.lead(one), by=make.nam(), now=make.at(hours=2))
    assert (make.fresh(one).status, make.lead(one).person) == ("working", make.nam())
    with pytest.raises(RuleBroken, match="đã nhận"):
        actions.take_up(make.lead(one), by=make.nam(), now=make.at(hours=3))
