"""The leader is told once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions, jobs

from . import make

pytestmark = pytest.mark.django_db


def test_once_and_not_while_the_sender_is_asked() -> None:
    asked = make.feedback("x")
    actions.ask_more(asked, "Ở đâu?", by=make.minh(), now=make.NOW)
    one = make.feedback()
    assert (jobs.warn_all(make.at(days=5)), jobs.warn_all(make.at(days=6))) == (1, 0)
    assert one.notes.filter(verb="tell_overdue").count() == 1
    assert not actions.tell_overdue(make.fresh(one), by=None, now=make.at(days=6))
    with pytest.raises(RuleBroken):
        actions.answer(one, "", by=make.minh(), now=make.NOW)
