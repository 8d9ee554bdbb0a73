"""The shipped calendar alone, for the command that counts without a commune."""

from datetime import UTC, datetime

import pytest

from gandan.places.actions import load_calendar
from gandan.places.calendars import national_calendar

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    load_calendar(now=datetime(2026, 11, 23, 2, tzinfo=UTC))

    assert 2026 in national_calendar().complete_years
    assert 2027 not in national_calendar().complete_years
