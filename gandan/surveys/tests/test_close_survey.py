"""Closed by a person, or by itself the night after its last day."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, jobs
from gandan.surveys.models import Survey

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    survey = make.survey()
    actions.close_survey(survey, by=make.tam(), now=make.NOW)
    assert Survey.objects.get().closed_at == make.NOW
    with pytest.raises(RuleBroken, match="đang ở bước"):
        actions.close_survey(survey, by=make.tam(), now=make.NOW)


def test_it_closes_itself() -> None:
    make.survey()
    assert jobs.keep_all_days(make.at(days=30)) == 0
    assert jobs.keep_all_days(make.at(days=31)) == 1
    assert Survey.objects.get().status == "closed"
