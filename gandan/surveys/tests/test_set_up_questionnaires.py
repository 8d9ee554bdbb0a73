"""The shipped questionnaires: the eight contents of the decree, both sets of “thân thiện”, the thirteen points."""

import pytest

from gandan.surveys import actions, shipped
from gandan.surveys.models import Questionnaire

from . import make

pytestmark = pytest.mark.django_db


def test_it_works_and_again_does_nothing() -> None:
    assert actions.set_up_questionnaires(now=make.NOW) == 5
    assert actions.set_up_questionnaires(now=make.NOW) == 0


def test_the_eight_contents_of_the_decree() -> None:
    asked = make.questionnaire(shipped.AFTER_RESULT).questions.filter(kind="scale", is_overall=False)
    assert asked.count() == 8
    assert make.questionnaire(shipped.SIX_CONTENTS).questions.filter(kind="scale", is_overall=False).count() == 6
    assert make.questionnaire(shipped.FOUR_CRITERIA).questions.filter(kind="scale", is_overall=False).count() == 4


def test_the_thirteen_points_word_for_word() -> None:
    asked = make.questionnaire(shipped.ATTITUDE).questions.filter(kind="scale", is_overall=False)
    texts = [text for _, group in shipped.points() for text in group]
    assert [len(group) for _, group in shipped.points()] == [4, 4, 5]
    assert [one.text for one in asked] == texts
    assert "Không xu nịnh, chạy chọt, gian dối" in texts
    poster = make.signed_in(make.hoa()).get(f"{make.OFFICER}ap-phich/").content.decode()
    assert all(text in poster for text in texts)


def test_every_shipped_one_has_one_overall_question() -> None:
    make.questionnaire()
    for one in Questionnaire.objects.all():
        assert one.questions.filter(is_overall=True).count() == 1, one
