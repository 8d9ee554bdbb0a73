"""Who turns 75 next month comes by himself (S0.21)."""

from datetime import date

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.jobs import bring_all_of_age

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.matched()
    day = make.after(make.NOW, 27 * 24 * 60)
    assert bring_all_of_age(make.after(make.NOW, 26 * 24 * 60)) == 0
    assert bring_all_of_age(day) == 1
    assert bring_all_of_age(day) == 0
    assert listing.people.of_today(day.date()).count() == 8


def test_not_before_the_day() -> None:
    person = make.matched().people.get(eligible_from=date(2026, 12, 20))
    assert actions.bring_of_age(person, now=make.NOW) is False
    with pytest.raises(RuleBroken):
        actions.conclude(person, actions.Ending("moved", ""), by=make.hoa(), now=make.NOW)
