"""Calling the next number."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Call
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.tests import make as people
from gandan.programmes.actions import Switch, switch_on

pytestmark = pytest.mark.django_db


def test_the_first_who_came_is_called_first() -> None:
    counter, minh = make.open_counter()
    first, _ = make.ticket(0), make.ticket(1)

    called = actions.call_next(counter, by=minh, now=make.at(10))

    assert called is not None
    assert called.pk == first.pk
    assert (called.status, called.waited_seconds, called.calls) == (Status.CALLED, 600, 1)
    assert Call.objects.get(ticket=first).counter == counter


def test_nobody_waits() -> None:
    counter, minh = make.open_counter()

    assert actions.call_next(counter, by=minh, now=make.at(1)) is None


def test_priority_goes_first_and_those_behind_are_counted_from_the_calls() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    pregnant = make.ticket(5, priority="pregnant")

    called = actions.call_next(counter, by=minh, now=make.at(6))

    assert called is not None
    assert called.pk == pregnant.pk


def test_whoever_was_overtaken_as_often_as_the_bound_is_called() -> None:
    switch = Switch("fair_order", people.commune(), "", {"most_overtakes": 1}, since=make.MONDAY.date())
    switch_on(switch, by=None, now=make.MONDAY)
    counter, minh = make.open_counter()
    ordinary = make.ticket(0)
    for minute in (1, 2):
        make.ticket(minute, priority="elderly")

    numbers = []
    for minute in (3, 6):
        called = actions.call_next(counter, by=minh, now=make.at(minute))
        assert called is not None
        numbers.append(called.number)
        actions.finish(called, by=minh, now=make.at(minute + 1))

    assert numbers == [2, ordinary.number]


def test_a_number_at_the_counter_is_ended_first() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    make.ticket(1)
    actions.call_next(counter, by=minh, now=make.at(2))

    with pytest.raises(RuleBroken, match="001"):
        actions.call_next(counter, by=minh, now=make.at(3))


def test_a_closed_or_paused_counter_calls_nobody() -> None:
    counter, minh = make.counter(), make.officer()
    with pytest.raises(RuleBroken, match="chưa mở"):
        actions.call_next(counter, by=minh, now=make.at(1))

    actions.open_counter(counter, by=minh, now=make.at(1))
    actions.pause_counter(counter, by=minh, now=make.at(2))
    with pytest.raises(RuleBroken, match="tạm nghỉ"):
        actions.call_next(counter, by=minh, now=make.at(3))


def test_a_specialist_counter_calls_its_field_only_until_every_counter_serves_all() -> None:
    land, _ = make.open_counter(2, "lan", fields=["Đất đai"])
    lan = make.officer("lan")
    make.ticket(0, procedures=[make.procedure()])

    assert actions.call_next(land, by=lan, now=make.at(1)) is None

    switch = Switch("any_counter", people.commune(), "", {}, since=make.MONDAY.date())
    switch_on(switch, by=None, now=make.MONDAY)
    assert actions.call_next(land, by=lan, now=make.at(2)) is not None


def test_a_call_takes_a_fixed_number_of_statements(django_assert_max_num_queries: object) -> None:
    counter, minh = make.open_counter()
    for minute in range(20):
        make.ticket(minute)
    with django_assert_max_num_queries(22):  # type: ignore[operator]  # fixture of pytest-django
        actions.call_next(counter, by=minh, now=make.at(21))
