"""The answer reaches who wrote."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.concluded()
    actions.tell_petitioner(one, "Trao tận tay", by=make.thu(), now=make.at(3))
    assert (one.status, one.told_how) == ("told", "Trao tận tay")
    with pytest.raises(RuleBroken, match="Đã báo"):
        actions.tell_petitioner(one, "Lần nữa", by=make.thu(), now=make.at(3))
