"""Weeks and months: met, missing on Monday, told once."""

from datetime import date

import pytest

from gandan.dialogue import actions
from gandan.dialogue.models import Duty
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_a_missing_week_is_told_on_monday_once() -> None:
    make.promise(since=date(2026, 11, 9))
    make.held("visit", days=-12)
    for day in (0, 1):
        actions.judge_duties(make.commune(), by=None, now=make.at(day))
    assert Entry.objects.get(kind="DutyMissed").data["starts_on"] == "2026-11-16"
    weeks = Duty.objects.filter(kind="visit")
    assert [(one.starts_on.day, one.met_at is not None, one.missed_at is not None) for one in weeks] == [
        (9, True, False), (16, False, True), (23, False, False),
    ]  # fmt: skip


def test_the_week_is_red_on_the_page() -> None:
    make.promise(since=date(2026, 11, 9))
    actions.judge_duties(make.commune(), by=None, now=make.NOW)
    page = make.signed_in(make.thu()).get("/can-bo/xuong-co-so/").content.decode()
    assert "0/2 tuần" in page
    assert page.count("is-late") == 2


def test_the_head_has_a_month_of_his_own() -> None:
    make.promise(since=date(2026, 10, 1), heads=["party", "chair"])
    make.held("reception", days=-30)
    actions.judge_duties(make.commune(), by=None, now=make.NOW)
    october = Duty.objects.filter(kind="reception", starts_on="2026-10-01")
    assert {one.seat: one.met_at is not None for one in october} == {"party": False, "chair": True}


def test_without_the_programme_nothing_is_a_duty() -> None:
    actions.judge_duties(make.commune(), by=None, now=make.NOW)
    assert not Duty.objects.exists()
