"""A signed day keeps its line."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import DutyShift

from . import make

pytestmark = pytest.mark.django_db


def test_a_shift_is_given_up_or_taken_by_another() -> None:
    shift = make.shift(starts=make.at(days=1))
    actions.take_off_duty(shift, substitute=make.nam(), by=make.hoa(), now=make.NOW)
    assert DutyShift.objects.get().person == make.nam()
    actions.take_off_duty(DutyShift.objects.get(), by=make.hoa(), now=make.NOW)
    assert not DutyShift.objects.exists()


def test_what_is_signed_needs_a_substitute() -> None:
    line, tuesday = make.order(), make.at(days=1).date()
    shift = make.shift(line, make.minh(), starts=make.at(days=1).replace(hour=7), hours=10)
    actions.issue_roster(make.commune(), actions.Term(tuesday, tuesday), by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="trực thay"):
        actions.take_off_duty(shift, by=make.hoa(), now=make.NOW)
    actions.take_off_duty(shift, substitute=make.nam(), by=make.hoa(), now=make.NOW)
    assert line.shifts.get().person == make.nam()


def test_a_shift_that_is_over_stays() -> None:
    with pytest.raises(RuleBroken, match="trực xong"):
        actions.take_off_duty(make.shift(), by=make.hoa(), now=make.at(days=1))
