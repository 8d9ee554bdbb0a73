"""Last week's shifts again."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import DutyShift

from . import make

pytestmark = pytest.mark.django_db


def test_a_week_is_copied_and_what_is_taken_stays() -> None:
    make.shift()
    make.shift(starts=make.at(days=1))
    make.shift(person=make.nam(), starts=make.at(days=8))
    monday = (make.NOW + timedelta(days=7)).date()
    assert actions.copy_week(make.commune(), monday, by=make.hoa(), now=make.NOW) == 1
    assert DutyShift.objects.filter(starts_at=make.at(days=7)).get().person == make.dung()
    with pytest.raises(RuleBroken, match="đã đủ"):
        actions.copy_week(make.commune(), monday, by=make.hoa(), now=make.NOW)
