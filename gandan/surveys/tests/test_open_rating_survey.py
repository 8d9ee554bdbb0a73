"""The programme switched on opens the after-result survey; a second call finds the same."""

import pytest

from gandan.journal.tests.settle import settle
from gandan.surveys import actions
from gandan.surveys.models import Survey

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.programme(least=15)
    settle()
    survey = Survey.objects.get()
    assert (survey.kind, survey.status, survey.least) == ("after_result", "open", 15)
    assert actions.open_rating_survey(make.commune(), by=None, now=make.NOW) == survey
