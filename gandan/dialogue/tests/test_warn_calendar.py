"""The next month's calendar missing on the 25th."""

import pytest

from gandan.dialogue import actions
from gandan.journal.models import Entry
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db


def test_told_once_from_the_25th() -> None:
    make.promise()
    assert not actions.warn_calendar(make.commune(), by=None, now=make.at(1))
    assert actions.warn_calendar(make.commune(), by=None, now=make.at(2))
    assert not actions.warn_calendar(make.commune(), by=None, now=make.at(3))
    assert Entry.objects.get(kind="CalendarMissing").data["month"] == "2026-12-01"


def test_a_published_reception_is_enough() -> None:
    make.promise()
    make.public(starts=make.at(12))
    assert not actions.warn_calendar(make.commune(), by=None, now=make.at(2))


def test_the_page_warns(clock: Clock) -> None:
    make.promise()
    clock.set("2026-11-25 08:00")
    assert "tháng 12/2026 chưa công bố" in make.signed_in(make.thu()).get(make.BASE).content.decode()
