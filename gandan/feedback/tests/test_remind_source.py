"""Friday, and nothing came in."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions, jobs

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_on_friday_afternoon_once() -> None:
    boxes.source()
    done = boxes.source("Mặt trận")
    actions.answer_week(done, [], by=None, now=make.NOW)
    assert jobs.remind_all(make.moment("2026-11-26 15:00")) == 0
    assert jobs.remind_all(make.moment("2026-11-27 13:00")) == 0
    assert jobs.remind_all(make.moment("2026-11-27 15:00")) == 1
    assert jobs.remind_all(make.moment("2026-11-27 16:00")) == 0
    assert not actions.remind_source(done, by=None, now=make.moment("2026-11-27 16:00"))
    with pytest.raises(RuleBroken):
        boxes.source("")
