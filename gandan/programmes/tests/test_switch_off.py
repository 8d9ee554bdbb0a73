"""A rule stops holding; what it was stays known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.programmes import actions
from gandan.programmes.models import Programme
from gandan.programmes.running import in_term

from . import make

pytestmark = pytest.mark.django_db
TODAY = make.TODAY


def switch_off(one: Programme, days: int = 0, reason: str = "Ít người đến") -> None:
    last_day = TODAY + timedelta(days=days)
    actions.switch_off(one, last_day=last_day, reason=reason, by=make.clerk(), now=make.MONDAY)


def test_it_holds_until_the_last_day() -> None:
    one = make.programme(since=TODAY)
    switch_off(one, 3)
    assert len(in_term("test_days", make.commune(), TODAY + timedelta(days=3))) == 1
    assert in_term("test_days", make.commune(), TODAY + timedelta(days=4)) == []
    one.refresh_from_db()
    assert one.end_reason == "Ít người đến"
    assert Entry.objects.about(one).last().data["last_day"] == "2026-11-26"  # type: ignore[union-attr]  # it is there


def test_the_reason_of_a_change_survives_the_end() -> None:
    one = make.programme(since=TODAY)
    asked = actions.Change({"weekdays": [5]}, TODAY + timedelta(days=1), "Dân đề nghị")
    actions.change(one, asked, by=make.clerk(), now=make.MONDAY)
    switch_off(one, 2)
    assert [term.reason for term in one.terms.all()] == ["", "Dân đề nghị"]


def test_a_coming_change_falls_away() -> None:
    one = make.programme(since=TODAY)
    asked = actions.Change({"weekdays": [5]}, TODAY + timedelta(days=7), "Dân đề nghị")
    actions.change(one, asked, by=make.clerk(), now=make.MONDAY)
    switch_off(one)
    assert one.terms.get().until == TODAY


def test_not_in_the_past_and_not_without_a_reason() -> None:
    one = make.programme(since=TODAY)
    with pytest.raises(RuleBroken, match="quá khứ"):
        switch_off(one, -1)
    with pytest.raises(RuleBroken, match="lý do"):
        switch_off(one, 0, "  ")


def test_what_has_not_begun_is_called_off_instead() -> None:
    one = make.programme(since=TODAY + timedelta(days=5))
    with pytest.raises(RuleBroken, match="Hủy chương trình"):
        switch_off(one, 2)
    assert one.terms.exists()


def test_what_has_ended_does_not_end_again() -> None:
    one = make.programme(since=TODAY)
    switch_off(one)
    with pytest.raises(RuleBroken, match="không chạy vào ngày"):
        switch_off(one, 1)
