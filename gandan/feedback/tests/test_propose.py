"""Phiếu đề xuất."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_slip_waits_for_the_leader() -> None:
    one = make.proposed()
    slip = one.proposals.get()
    assert (one.status, slip.unit, slip.leader) == ("proposed", make.economy(), None)
    with pytest.raises(RuleBroken, match="đề xuất"):
        actions.propose(make.screened(), actions.Proposing("", " "), by=make.minh(), now=make.NOW)
