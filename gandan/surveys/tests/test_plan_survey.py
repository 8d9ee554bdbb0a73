"""An officer plans a survey; a draft asks nobody."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Survey, SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    told = {
        "title": "Người dân đánh giá 2026", "kind": "residents", "questionnaire": make.questionnaire().pk,
        "opens_on": "23/11/2026", "closes_on": "22/12/2026", "least": "10",
    }  # fmt: skip
    page = make.signed_in(make.tam()).post(f"{make.OFFICER}moi/", told, follow=True).content.decode()
    assert "Mở khảo sát" in page
    assert Survey.objects.get().status == "draft"


def test_plans_that_cannot_be() -> None:
    asked = make.questionnaire()
    backwards = actions.Plan(asked, SurveyKind.RESIDENTS, "Đợt", make.TODAY, make.TODAY - timedelta(days=1))
    nameless = actions.Plan(asked, SurveyKind.MODEL, "Đợt", make.TODAY)
    for plan, words in ((backwards, "Ngày đóng"), (nameless, "mô hình nào")):
        with pytest.raises(RuleBroken, match=words):
            actions.plan_survey(make.commune(), plan, by=make.tam(), now=make.NOW)
    own = actions.copy_questionnaire(asked, title="Riêng", to=make.other_commune(), by=make.binh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="của xã khác"):
        actions.plan_survey(
            make.commune(), actions.Plan(own, SurveyKind.RESIDENTS, "Đợt", make.TODAY), by=make.tam(), now=make.NOW
        )


def test_another_commune_sees_nothing(clock: object) -> None:
    survey = make.survey()
    browser = make.signed_in(make.binh())
    assert browser.get(f"{make.OFFICER}{survey.pk}/").status_code == 404
    assert browser.post(f"{make.OFFICER}{survey.pk}/dong/").status_code == 404
    assert survey.title not in browser.get(make.OFFICER).content.decode()
