"""A weekday of service steps aside on a day off of the legal calendar."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.places.calendars import calendar_of, national_calendar
from gandan.places.models import CalendarDay, DayKind
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.month_grid import month_grid
from gandan.programmes.running import on_day, terms_of

from . import make

pytestmark = pytest.mark.django_db
HOLIDAY, NEXT_WEEK = date(2026, 11, 24), date(2026, 12, 1)


def test_a_fast_day_rests_on_a_holiday() -> None:
    CalendarDay.objects.create(day=HOLIDAY, kind=DayKind.HOLIDAY, name="Ngày Văn hóa Việt Nam", basis="Luật")
    commune = make.commune()
    switch = Switch("fast_day", commune, "Ngày không chờ", {"weekdays": [1]}, since=make.TODAY)
    switch_on(switch, by=None, now=make.MONDAY)

    assert HOLIDAY in national_calendar().days_off
    assert on_day(commune, HOLIDAY) == []
    assert [one.name for one in on_day(commune, NEXT_WEEK)] == ["Ngày không chờ"]
    month = month_grid(date(2026, 11, 1), terms_of(commune), calendar_of(commune), today=make.TODAY)
    assert [day.day for week in month.weeks for day in week if day.runs] == []
