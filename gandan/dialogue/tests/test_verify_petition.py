"""What was found."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.accepted()
    actions.verify_petition(one, "Đã xem tại chỗ.", by=make.minh(), now=make.at(1))
    assert (one.status, one.finding) == ("verified", "Đã xem tại chỗ.")


def test_words_are_needed() -> None:
    with pytest.raises(RuleBroken, match="xác minh"):
        actions.verify_petition(make.accepted(), "", by=make.minh(), now=make.at(1))
