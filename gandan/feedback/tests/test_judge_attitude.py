"""“Luôn lắng nghe” (S1.21)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_linked_to_its_point() -> None:
    one = make.feedback("Cán bộ không giải thích", category="thai_do")
    actions.judge_attitude(one, "Luôn lắng nghe", is_upheld=True, by=make.hoa(), now=make.NOW)
    assert (make.fresh(one).attitude_point, make.fresh(one).is_upheld) == ("Luôn lắng nghe", True)
    with pytest.raises(RuleBroken):
        actions.judge_attitude(one, "x", is_upheld=True, by=make.hoa(), now=make.NOW)
