"""Thirty days and the night after: no more opinions."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, jobs
from gandan.surveys.models import Consultation

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.consultation()
    actions.close_consultation(one, by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        make.spoken(one)


def test_it_closes_itself() -> None:
    make.consultation(days=30)
    assert jobs.keep_all_days(make.at(days=29)) == 0
    assert jobs.keep_all_days(make.at(days=30)) == 1
    assert Consultation.objects.get().status == "closed"
