"""At night the replies lose their order."""

import pytest

from gandan.surveys import jobs
from gandan.surveys.models import Reply

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    survey = make.survey()
    make.replies(survey, {make.BELOW: 2, make.GOOD: 5})
    before = {one.pk: one.answers for one in Reply.objects.all()}
    assert jobs.mix_all_replies(make.at(days=1)) == 7
    assert {one.pk: one.answers for one in Reply.objects.all()} == before
