"""A shipped questionnaire becomes the commune's own, to be changed."""

import pytest

from gandan.surveys.models import Questionnaire

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    shipped = make.questionnaire()
    browser = make.signed_in(make.tam())
    page = browser.post(f"{make.OFFICER}bo-cau-hoi/{shipped.pk}/sao/", {"title": "Của xã"}, follow=True)
    assert page.status_code == 200
    made = Questionnaire.objects.get(agency=make.commune())
    assert made.questions.count() == shipped.questions.count()
    assert made.source == shipped.source
    assert [one.facts() for one in made.questions.all()] == [one.facts() for one in shipped.questions.all()]
