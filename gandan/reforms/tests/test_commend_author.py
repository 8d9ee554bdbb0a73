"""A citizen's idea is recognised by the commune: a letter of commendation is drafted (S1.57)."""

from datetime import date

import pytest

from gandan.journal.tests.settle import settle
from gandan.letters.models import Letter, LetterKind
from gandan.reforms import actions
from gandan.reforms.models import Level
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db
DECISION = actions.Recognised(level=Level.COMMUNE, decision_no="123/QĐ-UBND", decided_on=date(2026, 11, 10))


def test_it_works() -> None:
    hoa = make.leader()
    lan = ideas.piloted(hoa, name="Vườn hoa ngõ nhà tôi", summary="Mỗi nhà một chậu hoa.", author_name="Bà Lan")
    actions.recognise(lan, DECISION, agency=make.commune(), by=hoa, now=make.NOW)
    settle()
    made = Letter.objects.get()
    assert (made.kind, made.recipient, made.commune) == (LetterKind.COMMENDATION, "Bà Lan", make.commune())
    assert "tác giả sáng kiến “Vườn hoa ngõ nhà tôi”" in made.body


def test_an_idea_of_the_office_gets_none_and_the_province_writes_its_own() -> None:
    hoa = make.leader()
    actions.recognise(ideas.piloted(hoa), DECISION, agency=make.commune(), by=hoa, now=make.NOW)
    lan = ideas.piloted(hoa, name="Vườn hoa ngõ nhà tôi", summary="Mỗi nhà một chậu hoa.", author_name="Bà Lan")
    actions.recognise(lan, DECISION, agency=make.province(), by=hoa, now=make.NOW)
    settle()
    assert not Letter.objects.exists()
