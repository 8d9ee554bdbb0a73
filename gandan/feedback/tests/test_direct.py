"""Several units at once, one merges."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_several_units_at_once() -> None:
    one = make.directed(make.economy(), make.police())
    assert [part.unit for part in one.parts.all()] == [make.economy(), make.police()]
    assert (make.lead(one).unit, one.proposals.get().direction) == (make.economy(), "Xử lý ngay trong tuần")


def test_units_of_another_commune_are_refused() -> None:
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.direct(make.proposed(), actions.Order("", [make.other_commune()]), by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="ít nhất một"):
        actions.direct(make.screened(), actions.Order("", []), by=make.hoa(), now=make.NOW)
