"""From draft to open; one after-result survey at a time."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, shipped
from gandan.surveys.models import SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    plan = actions.Plan(make.questionnaire(), SurveyKind.RESIDENTS, "Đợt", make.TODAY)
    survey = actions.plan_survey(make.commune(), plan, by=make.tam(), now=make.NOW)
    page = make.signed_in(make.tam()).post(f"{make.OFFICER}{survey.pk}/mo/", follow=True).content.decode()
    assert "Đang mở" in page
    assert "Đóng khảo sát" in page


def test_not_after_its_last_day() -> None:
    plan = actions.Plan(make.questionnaire(), SurveyKind.RESIDENTS, "Đợt", make.TODAY, make.TODAY)
    survey = actions.plan_survey(make.commune(), plan, by=make.tam(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.open_survey(survey, by=make.tam(), now=make.NOW + timedelta(days=1))


def test_one_rating_survey_at_a_time() -> None:
    make.survey(SurveyKind.AFTER_RESULT, shipped.AFTER_RESULT)
    with pytest.raises(RuleBroken, match="Đóng đợt đó"):
        make.survey(SurveyKind.AFTER_RESULT, shipped.AFTER_RESULT)
