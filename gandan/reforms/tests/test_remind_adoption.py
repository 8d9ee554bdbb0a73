from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.adoption(make.leader(), obligation="encouraged")
    week = make.NOW + timedelta(days=3)
    assert actions.remind_adoption(adoption, by=None, now=week)
    assert not actions.remind_adoption(adoption, by=None, now=week)
    assert [one.data["days_left"] for one in Entry.objects.about(adoption).filter(kind="AdoptionReminded")] == [7]


def test_an_own_wish_has_no_deadline() -> None:
    with pytest.raises(RuleBroken, match="không có hạn"):
        actions.remind_adoption(make.adoption(make.leader()), by=None, now=make.NOW)
