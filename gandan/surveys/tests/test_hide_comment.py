"""Words that still name somebody are taken out for good."""

import pytest

from gandan.surveys import actions
from gandan.surveys.models import Comment

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    survey = make.survey()
    actions.answer(make.invitation(survey), make.given(1, "Lời mắng ai đó"), now=make.NOW)
    one = Comment.objects.get()
    browser = make.signed_in(make.tam())
    assert "Lời mắng" in browser.get(f"{make.OFFICER}{survey.pk}/").content.decode()
    page = browser.post(f"{make.OFFICER}{survey.pk}/y-kien/{one.pk}/bo/", follow=True).content.decode()
    assert "Lời mắng" not in page
    assert Comment.objects.get().text == ""


def test_the_counter_does_not_read_comments(clock: object) -> None:
    survey = make.survey()
    actions.answer(make.invitation(survey), make.given(1, "Lời góp ý kín"), now=make.NOW)
    assert "Lời góp ý kín" not in make.signed_in(make.minh()).get(f"{make.OFFICER}{survey.pk}/").content.decode()
