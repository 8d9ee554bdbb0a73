"""The sender is asked; the promise waits."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_question_is_public_and_asked_once() -> None:
    one = make.feedback()
    actions.ask_more(one, "Trước số nhà nào?", by=make.minh(), now=make.at(hours=1))
    assert (one.status, one.asked_at) == ("asked", make.at(hours=1))
    assert one.notes.get(verb="ask_more").is_public
    with pytest.raises(RuleBroken):
        actions.ask_more(one, "Nữa", by=make.minh(), now=make.at(hours=2))
