from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.adoption(make.leader(), obligation="encouraged")
    actions.urge_adoption(adoption, by=None, now=make.NOW + timedelta(days=14))
    assert [one.data["days_still"] for one in Entry.objects.about(adoption).filter(kind="AdoptionUrged")] == [14]


def test_what_runs_is_not_urged() -> None:
    with pytest.raises(RuleBroken, match="Đang vận hành"):
        actions.urge_adoption(make.running(make.leader()), by=None, now=make.NOW)
