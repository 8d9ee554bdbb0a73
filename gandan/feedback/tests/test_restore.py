"""It was no spam."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_comes_back_with_its_clocks() -> None:
    one = make.feedback()
    due = one.promise_due_at
    actions.mark_spam(one, by=make.minh(), now=make.NOW)
    actions.restore(one, by=make.minh(), now=make.at(hours=1))
    assert (one.status, make.fresh(one).promise_due_at) == ("new", due)
    with pytest.raises(RuleBroken):
        actions.restore(one, by=make.minh(), now=make.NOW)
