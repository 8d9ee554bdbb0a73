"""Other parameters from a coming day on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.programmes import actions
from gandan.programmes.conflicts import Clash
from gandan.programmes.models import Programme, Term
from gandan.programmes.running import in_term

from . import make

pytestmark = pytest.mark.django_db
TODAY, TOMORROW = make.TODAY, make.TODAY + timedelta(days=1)
SATURDAYS = {"weekdays": [5]}


def change(one: Programme, since: date = TOMORROW, reason: str = "Dân đề nghị", **more: Any) -> Term:
    parameters = more.pop("parameters", SATURDAYS)
    return actions.change(one, actions.Change(parameters, since, reason, **more), by=make.clerk(), now=make.MONDAY)


def test_the_rule_on_any_day_can_be_answered() -> None:
    one = make.programme(since=TODAY, basis="QĐ 1")
    change(one, TODAY + timedelta(days=7))

    def rule(day: date) -> list[tuple[int, ...]]:
        return [term.values["weekdays"] for term in in_term("test_days", make.commune(), day)]

    assert rule(TODAY - timedelta(days=1)) == []
    assert rule(TODAY) == rule(TODAY + timedelta(days=6)) == [(3,)]
    assert rule(TODAY + timedelta(days=7)) == rule(date(2030, 1, 1)) == [(5,)]
    assert [(term.basis, term.reason) for term in one.terms.all()] == [("QĐ 1", ""), ("QĐ 1", "Dân đề nghị")]
    assert Entry.objects.about(one).last().data["since"] == "2026-11-30"  # type: ignore[union-attr]  # it is there


def test_what_began_today_changes_tomorrow_at_the_earliest() -> None:
    one = make.programme(since=TODAY)
    with pytest.raises(RuleBroken, match="sớm nhất từ 24/11/2026"):
        change(one, TODAY)
    change(one, TOMORROW)


def test_what_has_not_begun_is_changed_from_its_first_day() -> None:
    one = make.programme(since=TOMORROW)
    change(one, TOMORROW)
    assert one.terms.get().parameters["weekdays"] == [5]


def test_the_last_day_stays() -> None:
    one = make.programme(since=TODAY, until=date(2026, 12, 31))
    assert change(one).until == date(2026, 12, 31)


def test_a_change_already_planned_is_not_run_over() -> None:
    one = make.programme(since=TODAY)
    change(one, TODAY + timedelta(days=7))
    with pytest.raises(RuleBroken, match="đã có thay đổi khác"):
        change(one, TOMORROW, parameters={"weekdays": [4]})


def test_what_ended_is_not_changed() -> None:
    one = make.programme(since=TODAY, until=TODAY)
    with pytest.raises(RuleBroken, match="không còn chạy"):
        change(one)


def test_nothing_to_change_and_no_reason() -> None:
    one = make.programme(since=TODAY)
    with pytest.raises(RuleBroken, match="không có gì để đổi"):
        change(one, parameters={"weekdays": [3]})
    with pytest.raises(RuleBroken, match="lý do"):
        change(one, reason=" ")


def test_a_clash_leaves_the_term_as_it_was() -> None:
    one = make.programme(since=TODAY)
    make.programme(parameters=SATURDAYS)
    with pytest.raises(Clash):
        change(one)
    assert one.terms.get().until is None


def test_it_is_no_rival_of_itself() -> None:
    change(make.programme(since=TODAY), parameters={"weekdays": [3, 5]})


def test_out_of_law() -> None:
    with pytest.raises(RuleBroken, match="Luật cấm"):
        change(make.programme(since=TODAY), parameters={"weekdays": [3], "until_hour": "18:00"})
