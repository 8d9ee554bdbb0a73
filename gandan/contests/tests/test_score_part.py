"""Judges score live; what they gave may be mended until it is locked."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import PartScore
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest = make.final()
    team, part = contest.entries.in_final()[0], contest.parts.get(name="Chào hỏi")
    judge = contest.judges.select_related("user")[0]
    client.force_login(judge.user)
    address = f"/can-bo/thi-dua/cho-diem/{contest.pk}/"
    for points in ("85", "87,5"):
        client.post(address, {"part": part.pk, "team": team.pk, "points": points})
    assert PartScore.objects.get().points == 87.5
    board = client.get(f"/man-hinh/hoi-thi/{contest.key}/").content.decode()
    assert "87,5" in board


def test_only_judges(client: Client) -> None:
    contest = make.final()
    team, part = contest.entries.in_final()[0], contest.parts.get(name="Chào hỏi")
    with pytest.raises(NotThisOffice):
        actions.score_part(part, team, points=80, by=make.hoa(), now=make.MONDAY)
    client.force_login(make.hoa())
    assert client.get(f"/can-bo/thi-dua/cho-diem/{contest.pk}/").status_code == 404


def test_out_of_range_and_locked() -> None:
    contest = make.final()
    team, part = contest.entries.in_final()[0], contest.parts.get(name="Chào hỏi")
    judge = contest.judges.select_related("user")[0].user
    with pytest.raises(RuleBroken, match="0 đến 100"):
        actions.score_part(part, team, points=101, by=judge, now=make.MONDAY)
    make.score_all(contest)
    actions.finish_final(contest, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã khóa"):
        actions.score_part(part, team, points=80, by=judge, now=make.MONDAY)
