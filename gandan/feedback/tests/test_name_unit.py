"""Who leads on what."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.units import unit_for

from . import make

pytestmark = pytest.mark.django_db


def test_the_named_unit_is_proposed() -> None:
    actions.name_unit(make.commune(), "ha_tang", make.nam(), by=make.hoa(), now=make.NOW)
    assert unit_for(make.commune(), "ha_tang.cong") == (make.economy(), make.nam())
    assert unit_for(make.commune(), "an_sinh") == (make.commune(), None)
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.name_unit(make.commune(), "ha_tang", make.binh(), by=make.hoa(), now=make.NOW)
