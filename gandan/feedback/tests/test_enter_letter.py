"""Each letter is a feedback."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_two_letters_are_two_and_no_more() -> None:
    one = boxes.opening(letters=2)
    made = [actions.enter_letter(one, f"Thư {n}", by=make.minh(), now=make.NOW) for n in (1, 2)]
    assert [each.channel for each in made] == ["box", "box"]
    with pytest.raises(RuleBroken, match="đã nhập đủ"):
        actions.enter_letter(one, "Thư 3", by=make.minh(), now=make.NOW)
