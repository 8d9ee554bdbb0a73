"""A box unopened for more than seven days."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions, jobs

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_warned_once_for_each_opening() -> None:
    boxes.opening()
    assert jobs.warn_all_boxes(make.at(days=7)) == 0
    assert (jobs.warn_all_boxes(make.at(days=8)), jobs.warn_all_boxes(make.at(days=9))) == (1, 0)
    with pytest.raises(RuleBroken):
        actions.keep_box(make.commune(), actions.BoxFacts(" "), by=make.hoa(), now=make.NOW)
