"""The leader wants another slip."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_old_slip_stays_with_the_words() -> None:
    one = make.proposed()
    actions.return_proposal(one, "Làm rõ chủ quán", by=make.hoa(), now=make.at(hours=1))
    assert (one.status, one.proposals.get().direction) == ("screened", "Làm rõ chủ quán")
    with pytest.raises(RuleBroken):
        actions.return_proposal(one, "x", by=make.hoa(), now=make.NOW)
