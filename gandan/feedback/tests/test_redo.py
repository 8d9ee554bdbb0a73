"""The result does not do."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_work_goes_on() -> None:
    one = make.resolved()
    actions.redo(one, "Chụp ảnh lại", by=make.hoa(), now=make.at(hours=7))
    assert (one.status, one.resolved_at, make.lead(one).done_at) == ("working", None, None)
    with pytest.raises(RuleBroken):
        actions.redo(one, "x", by=make.hoa(), now=make.at(hours=8))
