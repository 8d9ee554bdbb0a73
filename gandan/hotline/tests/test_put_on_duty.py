"""Never two on one line at once."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.actions import Duty
from gandan.hotline.routing import keeper_of, on_duty

from . import make

pytestmark = pytest.mark.django_db


def test_who_keeps_the_line_is_known() -> None:
    make.shift()
    assert keeper_of(make.security(), make.at(hours=1)) == make.dung()
    assert on_duty(make.commune(), "hotline", make.at(hours=1)) == make.dung()
    assert keeper_of(make.security(), make.at(hours=8)) is None


def test_two_shifts_never_overlap() -> None:
    make.shift()
    with pytest.raises(RuleBroken, match="đã có người trực"):
        make.shift(person=make.nam(), starts=make.at(hours=7))
    make.shift(person=make.nam(), starts=make.at(hours=8))


def test_nobody_is_on_duty_for_longer_than_a_day_or_from_elsewhere() -> None:
    with pytest.raises(RuleBroken, match="24 giờ"):
        make.shift(hours=25)
    duty = Duty(line=make.security(), person=make.binh(), starts_at=make.NOW, ends_at=make.NOW + timedelta(hours=8))
    with pytest.raises(RuleBroken, match="không còn làm việc"):
        actions.put_on_duty(duty, by=make.hoa(), now=make.NOW)
