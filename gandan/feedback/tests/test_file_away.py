"""Into the book."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions, jobs

from . import make

pytestmark = pytest.mark.django_db


def test_into_the_book() -> None:
    one = make.answered()
    actions.file_away(one, by=make.minh(), now=make.at(days=1))
    assert (one.status, one.filed_at) == ("filed", make.at(days=1))
    with pytest.raises(RuleBroken):
        actions.file_away(one, by=make.minh(), now=make.at(days=1))


def test_the_clock_files_after_ten_days() -> None:
    make.answered()
    assert (jobs.file_all(make.at(days=9)), jobs.file_all(make.at(days=11))) == (0, 1)
