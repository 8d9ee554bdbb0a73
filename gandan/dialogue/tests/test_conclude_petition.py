"""The limit is measured to the conclusion."""

import pytest

from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_on_time_and_late() -> None:
    one = make.concluded()
    assert (one.status, one.decision_number, one.is_late(make.at(90))) == ("concluded", "12/TB-UBND", False)
    late = make.accepted()
    actions.verify_petition(late, "Xong.", by=make.minh(), now=make.at(40))
    actions.conclude_petition(late, "Xong.", by=make.hoa(), now=make.at(40))
    assert late.is_late(make.at(41))
