from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption, later = make.adoption(make.leader(), obligation="mandatory"), make.NOW + timedelta(days=11)
    actions.miss_deadline(adoption, by=None, now=later)
    actions.give_time(adoption, due_at=later + timedelta(days=5), by=make.above(), now=later)
    assert adoption.status == A.STUDYING


def test_not_into_the_past() -> None:
    adoption, later = make.adoption(make.leader(), obligation="mandatory"), make.NOW + timedelta(days=11)
    actions.miss_deadline(adoption, by=None, now=later)
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.give_time(adoption, due_at=make.NOW, by=make.above(), now=later)
