"""Marks stand; too far apart calls a third judge."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import MarkSheet
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    client.force_login(sheet.judge.user)
    told = {key: f"{value:g}" for key, value in make.points(80).items()}
    client.post(f"/can-bo/thi-dua/bai-cham/{sheet.pk}/", {**told, "submit": "1"})
    sheet.refresh_from_db()
    assert sheet.total == 80


def test_a_criterion_is_missing() -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    with pytest.raises(RuleBroken, match="Tính mới"):
        actions.submit_sheet(sheet, points={"need": 20}, by=sheet.judge.user, now=make.MONDAY)


def test_a_double_click_submits_once() -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    same = MarkSheet.objects.select_related("judge__user").get(pk=sheet.pk)
    make.submit(sheet, 80)
    with pytest.raises(RuleBroken, match="đã nộp"):
        make.submit(same, 90)


@pytest.mark.parametrize(("second", "thirds"), [(70, 0), (69.5, 1)])
def test_a_third_judge_when_they_differ_by_more_than_ten(second: float, thirds: int) -> None:
    entry = make.marking(1).entries.get()
    for sheet, total in zip(entry.sheets.select_related("judge__user"), (80, second), strict=True):
        make.submit(sheet, total)
    assert MarkSheet.objects.filter(entry=entry, order=3).count() == thirds
    assert MarkSheet.objects.values("judge").distinct().count() == 2 + thirds


def test_the_mark_is_the_mean_of_the_two_nearest() -> None:
    contest = make.marking(1)
    for total in (80, 60, 66):
        make.submit(next(iter(make.open_sheets(contest))), total)
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    assert contest.entries.get().preliminary == 63


def test_locked_after_the_round() -> None:
    contest = make.marked(1)
    sheet = MarkSheet.objects.select_related("judge__user").filter(entry__contest=contest)[0]
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    actions.publish(contest, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã khóa"):
        make.submit(sheet, 99)
