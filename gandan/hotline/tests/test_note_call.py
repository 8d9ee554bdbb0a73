"""A call without a slip still says what it was about."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions

from . import make

pytestmark = pytest.mark.django_db


def test_who_answered_and_what_it_was() -> None:
    call = make.answered()
    actions.note_call(call, "Hỏi giờ làm việc", answered_by=make.nam(), by=make.minh(), now=make.NOW)
    assert (make.fresh(call).note, make.fresh(call).answered_by) == ("Hỏi giờ làm việc", make.nam())
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.note_call(call, "x", answered_by=make.binh(), by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="cần gì"):
        actions.note_call(call, " ", by=make.minh(), now=make.NOW)
