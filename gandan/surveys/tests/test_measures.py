"""The figures of surveys, declared once: for leaders, effects and the public."""

from datetime import timedelta

import pytest

from gandan.measures.registry import figures, table
from gandan.measures.scope import Scope
from gandan.programmes.models import Programme
from gandan.surveys import actions, shipped
from gandan.surveys.models import Reply, SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def _scope(**more: object) -> Scope:
    return Scope((make.commune().pk,), make.TODAY - timedelta(days=7), make.TODAY, make.NOW, **more)  # type: ignore[arg-type]


def test_residents() -> None:
    make.replies(make.survey(), {make.BELOW: 1, make.MEETS: 4, make.GOOD: 5})
    found = figures(_scope(), "residents_pass_share", "residents_good_share", "survey_satisfied_share")
    assert (found["residents_pass_share"].value, found["residents_pass_share"].n) == (90, 10)
    assert found["residents_good_share"].value == 50
    assert found["survey_satisfied_share"].value is None
    (row,) = table(_scope(), "residents_pass_share", by="agency")
    assert row.label == "Xã Chí Minh"
    assert table(_scope(), "residents_pass_share", by="week")


def test_of_a_model() -> None:
    """S2.4: only replies of those who used it."""
    make.programme()
    used = Programme.objects.get()
    Programme.objects.filter(pk=used.pk).update(origin="may-aps")
    survey = make.survey(SurveyKind.ATTITUDE, shipped.AFTER_RESULT)
    make.replies(survey, {4: 3, 0: 3})
    Reply.objects.filter(verdict=2).update(programmes=[used.pk])
    assert figures(_scope(origin="may-aps"), "survey_satisfied_share")["survey_satisfied_share"].value == 100
    assert figures(_scope(programme=used.pk), "survey_replies")["survey_replies"].n == 3
    assert figures(_scope(), "survey_satisfied_share")["survey_satisfied_share"].value == 50


def test_of_a_survey_about_a_model() -> None:
    survey = make.survey(SurveyKind.MODEL, shipped.OF_A_MODEL, origin="may-aps")
    make.replies(survey, {4: 2})
    assert figures(_scope(origin="may-aps"), "survey_replies")["survey_replies"].n == 2


def test_leaders_read_them(clock: object) -> None:
    make.replies(make.survey(), {make.GOOD: 12})
    page = make.signed_in(make.hoa()).get("/lanh-dao/khao-sat/").content.decode()
    assert "100%" in page


def test_officers_are_seen_by_their_leader_alone(clock: object) -> None:
    """S1.21: four ratings show no mean; ten do; nobody but the own leader."""
    for count in (4, 6):
        for _ in range(count):
            one = make.invited()
            actions.answer(one, make.given(4, of=one.survey.questionnaire), now=make.NOW)
        page = make.signed_in(make.hoa()).get("/lanh-dao/khao-sat/can-bo/").content.decode()
        assert ("chưa tính" in page) == (count == 4)
    assert make.minh().full_name in page
    assert '<td class="num">5</td>' in page
    other = make.signed_in(make.binh()).get("/lanh-dao/khao-sat/can-bo/").content.decode()
    assert make.minh().full_name not in other
    assert make.signed_in(make.tam()).get("/lanh-dao/khao-sat/can-bo/").status_code == 404
