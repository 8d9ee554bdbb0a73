"""The work on a greeting opens ahead of its holiday, once."""

from datetime import date

import pytest

from gandan.letters import actions, jobs
from gandan.letters.models import Greeting
from gandan.letters.programmes import GREETINGS
from gandan.places.models import CalendarDay, DayKind

from . import make

pytestmark = pytest.mark.django_db


def test_once_per_holiday() -> None:
    one = make.greeting()
    assert (one.holiday, one.day) == ("Tết Dương lịch", date(2027, 1, 1))
    assert actions.plan_greetings(make.commune(), by=None, now=make.NOW) == []


def test_a_feast_of_many_days_is_one() -> None:
    for day in range(6, 11):
        CalendarDay.objects.create(day=date(2027, 2, day), kind=DayKind.HOLIDAY, name="Tết Nguyên đán", basis="TB")
    make.programme(GREETINGS, ahead=10)
    actions.plan_greetings(make.commune(), by=None, now=make.NOW.replace(year=2027, month=1, day=29))
    actions.plan_greetings(make.commune(), by=None, now=make.NOW.replace(year=2027, month=2, day=7))
    assert [one.day for one in Greeting.objects.all()] == [date(2027, 2, 6)]


def test_not_before_its_time_and_not_without_the_programme() -> None:
    make.new_year()
    assert actions.plan_greetings(make.commune(), by=None, now=make.NOW) == []
    make.programme(GREETINGS, ahead=10)
    assert actions.plan_greetings(make.commune(), by=None, now=make.NOW) == []


def test_every_morning_for_every_commune() -> None:
    make.commune()
    jobs.plan_greetings(0)
    assert not Greeting.objects.exists()
