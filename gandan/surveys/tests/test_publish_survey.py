"""A leader publishes figures; words of single people stay inside."""

import pytest
from django.test import Client

from gandan.surveys import actions
from gandan.surveys.models import Survey

from . import make

pytestmark = pytest.mark.django_db


def _summarised() -> Survey:
    survey = make.survey()
    make.replies(survey, {make.MEETS: 4, make.GOOD: 8})
    words = make.given(2, "Lời riêng của tôi")
    actions.answer(make.invitation(survey), words, now=make.NOW)
    actions.close_survey(survey, by=None, now=make.NOW)
    actions.summarise_survey(survey, by=make.tam(), now=make.NOW)
    return survey


def test_it_works(clock: object) -> None:
    survey = _summarised()
    assert Client().get(f"/khao-sat/ket-qua/{survey.pk}/").status_code == 404
    page = make.signed_in(make.hoa()).post(f"{make.OFFICER}{survey.pk}/cong-bo/", follow=True).content.decode()
    assert "Đã công bố" in page
    public = Client().get("/khao-sat/ket-qua/").content.decode()
    assert "100%" in public
    table = Client().get(f"/khao-sat/ket-qua/{survey.pk}/").content.decode()
    assert "13" in table
    assert "Lời riêng của tôi" not in table
    assert "Lời riêng" not in Client().get(f"/khao-sat/ket-qua/{survey.pk}/?dang=csv").content.decode()


def test_only_a_leader(clock: object) -> None:
    survey = _summarised()
    make.signed_in(make.tam()).post(f"{make.OFFICER}{survey.pk}/cong-bo/")
    assert Survey.objects.get().status == "summarised"
