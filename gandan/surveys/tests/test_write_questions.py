"""What was answered stays as it was: writing makes the next version."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Questionnaire, SurveyKind

from . import make

pytestmark = pytest.mark.django_db
LINE = actions.Line("Đạt không?", words=("Kém", "Đạt"), pass_at=1, is_overall=True)


def test_it_works_before_anybody_answered() -> None:
    own = actions.add_questionnaire(make.commune(), actions.Writing("Một", lines=[LINE]), by=make.tam(), now=make.NOW)
    same = actions.write_questions(own, actions.Writing("Hai", lines=[LINE, LINE][:1]), by=make.tam(), now=make.NOW)
    assert (same.pk, same.title, same.version) == (own.pk, "Hai", 1)


def test_answered_it_is_frozen() -> None:
    own = actions.add_questionnaire(make.commune(), actions.Writing("Một", lines=[LINE]), by=make.tam(), now=make.NOW)
    plan = actions.Plan(own, SurveyKind.RESIDENTS, "Đợt", make.TODAY, make.TODAY)
    survey = actions.plan_survey(make.commune(), plan, by=make.tam(), now=make.NOW)
    actions.open_survey(survey, by=make.tam(), now=make.NOW)
    actions.answer(make.invitation(survey), actions.Given({1: 1}), now=make.NOW)
    later = actions.Line("Hỏi khác", words=("Không", "Có"), pass_at=1, is_overall=True)
    made = actions.write_questions(own, actions.Writing("Một", lines=[later]), by=make.tam(), now=make.NOW)
    assert (made.version, made.code) == (2, own.code)
    assert own.questions.get().text == "Đạt không?"
    assert list(Questionnaire.objects.filter(agency=make.commune()).newest()) == [made]


def test_a_shipped_one_is_copied_first() -> None:
    with pytest.raises(RuleBroken, match="sao thành bộ của xã"):
        actions.write_questions(
            make.questionnaire(), actions.Writing("Khác", lines=[LINE]), by=make.tam(), now=make.NOW
        )
