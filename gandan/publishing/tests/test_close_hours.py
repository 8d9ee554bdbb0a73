"""Every open hour is judged, also those in which nothing was reported (S4.8)."""

from __future__ import annotations

import pytest

from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from gandan.people.tests import make as people
from gandan.publishing import actions
from gandan.publishing.models import ShownHour
from gandan.publishing.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.ask()
    led = make.led()
    make.show(led, 6, 10)
    make.show(led, 7, 7)

    short = actions.close_hours(led, day=make.MONDAY.date(), now=make.at(9))

    assert short == 2, "seven minutes at 7, nothing at 8"
    assert ShownHour.objects.count() == 3
    scope = Scope((people.commune().pk,), make.MONDAY.date(), make.MONDAY.date(), make.at(9))
    figure = measure_named("led_hours_met_share").figure(scope)
    assert (figure.numerator, figure.n) == (1, 3)


def test_a_day_is_closed_twice_and_counted_once() -> None:
    make.ask()
    led = make.led()
    for _ in range(2):
        actions.close_hours(led, day=make.MONDAY.date(), now=make.at(23))

    assert ShownHour.objects.count() == 16


def test_nobody_asks_nobody_judges() -> None:
    assert actions.close_hours(make.led(), day=make.MONDAY.date(), now=make.at(23)) == 0
    assert not ShownHour.objects.exists()
