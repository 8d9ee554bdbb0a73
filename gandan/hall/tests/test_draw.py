"""Drawing a number."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall.models import Zone
from gandan.hall.tests import make
from gandan.people.tests import make as people
from gandan.programmes.actions import Switch
from gandan.programmes.actions import switch_on as switch_on_programme

pytestmark = pytest.mark.django_db


def test_numbers_follow_each_other_and_begin_anew_every_day() -> None:
    numbers = [make.ticket(minute).number for minute in range(3)]
    tomorrow = make.ticket(24 * 60)

    assert numbers == [1, 2, 3]
    assert tomorrow.number == 1


def test_several_matters_are_one_visit() -> None:
    birth, copy = make.procedure(), make.procedure("2.000815", "Chứng thực bản sao")

    ticket = make.ticket(procedures=[birth, copy])

    assert ticket.procedure == birth
    assert ticket.matters.count() == 2


def test_without_the_programme_nobody_is_sent_by_age() -> None:
    assert make.ticket(birth_year=2001).zone == Zone.ASSISTED


def test_the_zone_is_proposed_by_age_and_anyone_may_change_it() -> None:
    switch_on("age_zones", {"threshold": 40})

    young, old, changed = (
        make.ticket(birth_year=2001),
        make.ticket(birth_year=1959),
        make.ticket(birth_year=2001, zone=Zone.ASSISTED),
    )

    assert (young.zone, old.zone) == (Zone.SELF_SERVICE, Zone.ASSISTED)
    assert (changed.zone, changed.first_zone) == (Zone.ASSISTED, Zone.SELF_SERVICE)
    assert young.programme_ids


def test_a_year_of_birth_that_cannot_be_is_refused_kindly() -> None:
    with pytest.raises(RuleBroken, match="bốn chữ số"):
        make.ticket(birth_year=58)


def switch_on(kind: str, parameters: dict[str, object]) -> None:
    switch = Switch(kind, people.commune(), "", parameters, since=make.MONDAY.date())
    switch_on_programme(switch, by=None, now=make.MONDAY)
