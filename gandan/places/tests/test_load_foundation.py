"""What the product ships is loaded once, and quickly found to be there."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from gandan.places.actions import load_foundation
from gandan.places.calendars import national_calendar
from gandan.places.models import Agency, CalendarYear

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def test_it_works_and_again_costs_almost_nothing(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    load_foundation(now=NOW)

    assert Agency.objects.communes().count() == 3321
    assert Agency.objects.filter(kind="province").count() == 34
    assert not national_calendar().is_working_day(date(2026, 11, 24))
    assert set(CalendarYear.objects.values_list("year", flat=True)) == set(range(2019, 2027))
    with django_assert_max_num_queries(6):
        load_foundation(now=NOW)
