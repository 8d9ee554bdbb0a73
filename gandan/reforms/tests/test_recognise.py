"""A decision recognises the model: level, document, and the count of its year."""

from datetime import date, timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.models import Level
from gandan.reforms.recognised import recognised_in
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db
TENTH = date(2026, 11, 10)


def decision(level: str = Level.COMMUNE, on: date = TENTH) -> actions.Recognised:
    return actions.Recognised(level=level, decision_no="123/QĐ-UBND", decided_on=on)


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    data = {"level": "commune", "decision_no": "123/QĐ-UBND", "decided_on": "10/11/2025"}
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/cong-nhan/", data)
    made.refresh_from_db()
    assert (made.status, made.level) == (Status.RECOGNISED, Level.COMMUNE)
    assert made.documents.get(role="recognises").number == "123/QĐ-UBND"


def test_it_counts_in_the_year_of_the_decision() -> None:
    """S1.77: a decision of 10/11/2026 counts in 2026, not in 2027."""
    hoa = make.leader()
    actions.recognise(ideas.piloted(hoa), decision(), agency=make.commune(), by=hoa, now=make.NOW)
    assert [recognised_in(make.commune(), year) for year in (2026, 2027)] == [1, 0]
    assert recognised_in(make.province(), 2026) == 1
    assert recognised_in(make.other_commune(), 2026) == 0


def test_the_highest_level_is_shown() -> None:
    hoa, made = make.leader(), None
    made = ideas.piloted(hoa)
    for level in (Level.PROVINCE, Level.COMMUNE):
        actions.recognise(made, decision(level), agency=make.commune(), by=hoa, now=make.NOW)
    assert made.level == Level.PROVINCE
    assert recognised_in(make.commune(), 2026) == 1


def test_the_letter_follows_only_a_citizens_idea() -> None:
    """S1.57: commended after recognition, never without."""
    hoa = make.leader()
    actions.recognise(ideas.piloted(hoa), decision(), agency=make.commune(), by=hoa, now=make.NOW)
    assert not Entry.objects.filter(kind="CitizenIdeaRecognised").exists()
    lan = ideas.piloted(hoa, name="Vườn hoa ngõ nhà tôi", summary="Mỗi nhà một chậu hoa.", author_name="Bà Lan")
    actions.recognise(lan, decision(), agency=make.commune(), by=hoa, now=make.NOW)
    assert Entry.objects.get(kind="CitizenIdeaRecognised").data["reform_id"] == lan.pk


def test_number_and_day_are_needed() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.recognise(
            made, decision(on=make.TODAY + timedelta(days=1)), agency=make.commune(), by=hoa, now=make.NOW
        )
    blank = actions.Recognised(level=Level.COMMUNE, decision_no=" ", decided_on=TENTH)
    with pytest.raises(RuleBroken, match="số quyết định"):
        actions.recognise(made, blank, agency=make.commune(), by=hoa, now=make.NOW)
