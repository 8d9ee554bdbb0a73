"""Half of the promise is gone."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions, jobs

from . import make

pytestmark = pytest.mark.django_db


def test_once() -> None:
    one = make.feedback()
    assert jobs.warn_all(make.at(days=1)) == 0
    assert (jobs.warn_all(make.at(days=3)), jobs.warn_all(make.at(days=3))) == (1, 0)
    assert not actions.tell_halfway(make.fresh(one), by=None, now=make.at(days=3))
    with pytest.raises(RuleBroken):
        actions.reopen(one, "", by=None, now=make.NOW)
