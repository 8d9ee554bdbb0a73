"""Numbered sheets: printed with a QR of their own, counted once however they come back."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Reply

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    survey = make.survey()
    browser = make.signed_in(make.minh())
    browser.post(f"{make.OFFICER}{survey.pk}/phieu/", {"count": "3"})
    page = browser.get(f"{make.OFFICER}{survey.pk}/phieu/?tu=1&den=3").content.decode()
    assert page.count("Phiếu số") == 3
    assert survey.invitations.count() == 3


def test_answered_on_the_telephone_it_is_not_typed_again() -> None:
    survey = make.survey()
    one, *_ = actions.print_sheets(survey, count=2, by=make.tam(), now=make.NOW)
    asked = survey.questionnaire.questions.filter(kind="scale")
    Client().post(f"/khao-sat/{one.key}/", {f"q{question.number}": "2" for question in asked})
    assert Reply.objects.get().channel == "link"
    with pytest.raises(RuleBroken, match="đã nhập rồi"):
        make.typed(survey, range(1, 2))


@pytest.mark.parametrize("count", [0, 501])
def test_not_so_many(count: int) -> None:
    with pytest.raises(RuleBroken, match="1 đến 500"):
        actions.print_sheets(make.survey(), count=count, by=make.tam(), now=make.NOW)
