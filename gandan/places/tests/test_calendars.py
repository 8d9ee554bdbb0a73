"""Calendars kept in memory: what they cost, when they are read again."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from gandan.places.actions import open_commune, set_day
from gandan.places.calendars import calendar_of, national_calendar
from gandan.places.directory import serving_communes
from gandan.places.models import Agency
from gandan.places.reading import DayRow
from gandan.places.tests import make

pytestmark = pytest.mark.django_db


def test_a_kept_calendar_costs_nothing(chi_minh: Agency, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):
        first = calendar_of(chi_minh)

    with django_assert_num_queries(0):
        assert calendar_of(chi_minh) is first
        assert national_calendar().sessions == first.sessions


def test_another_office_costs_one_statement(
    chi_minh: Agency, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    calendar_of(chi_minh)
    police = Agency.objects.get(code="11131-CA")

    with django_assert_num_queries(1):
        calendar_of(police)


def test_the_hours_of_all_communes_are_read_at_once() -> None:
    make.commune()
    cache.clear()
    with CaptureQueriesContext(connection) as one:
        serving_communes()
    for number in range(3):
        make.commune(f"1{number}999", f"Xã Số {number}")
    cache.clear()

    with CaptureQueriesContext(connection) as many:
        assert len(serving_communes()) == 4

    assert len(many) == len(one)


def test_a_new_day_is_seen_at_once(chi_minh: Agency) -> None:
    assert calendar_of(chi_minh).is_working_day(date(2026, 11, 27))

    set_day(DayRow(date(2026, 11, 27), "holiday", "Ngày lễ", "TB 1"))

    assert not calendar_of(chi_minh).is_working_day(date(2026, 11, 27))


def test_a_commune_never_opened_keeps_the_usual_hours() -> None:
    commune = make.commune()
    commune.sessions.all().delete()

    assert calendar_of(commune).sessions == national_calendar().sessions
    assert open_commune(commune) is commune
