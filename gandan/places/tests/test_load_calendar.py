"""The shipped calendar alone, for the command that counts without a commune."""

from datetime import UTC, date, datetime

import pytest

from gandan.places.actions import load_calendar, remove_day
from gandan.places.calendars import national_calendar
from gandan.places.models import CalendarDay

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def test_it_works() -> None:
    load_calendar(now=NOW)

    assert 2026 in national_calendar().complete_years
    assert 2027 not in national_calendar().complete_years


def test_a_correction_made_here_is_not_undone() -> None:
    load_calendar(now=NOW)
    remove_day(CalendarDay.objects.get(day=date(2026, 8, 22)))

    load_calendar(now=NOW)

    assert not CalendarDay.objects.filter(day=date(2026, 8, 22)).exists()
