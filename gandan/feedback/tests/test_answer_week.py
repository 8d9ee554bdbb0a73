"""The return of a week (S1.54)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_opinions_become_feedback_and_none_is_an_answer() -> None:
    one = boxes.source()
    actions.answer_week(one, [], by=None, now=make.NOW)
    assert one.returns.get().has_none
    made = actions.answer_week(one, ["Đèn tắt", "Rác nhiều"], by=None, now=make.at(hours=2))
    assert (made.has_none, made.opinions.count()) == (False, 2)
    with pytest.raises(RuleBroken, match="đã gửi"):
        actions.answer_week(one, [], by=None, now=make.at(hours=3))
