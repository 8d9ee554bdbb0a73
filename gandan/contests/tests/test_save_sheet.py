"""A judge marks blind and saves a draft."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    client.force_login(sheet.judge.user)
    client.post(f"/can-bo/thi-dua/bai-cham/{sheet.pk}/", {"need": "15,5", "comment": "Khá", "draft": "1"})
    sheet.refresh_from_db()
    assert (sheet.points, sheet.submitted_at) == ({"need": 15.5}, None)


def test_the_judge_sees_neither_unit_nor_names(client: Client) -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    client.force_login(sheet.judge.user)
    for address in ("/can-bo/thi-dua/bai-cham/", f"/can-bo/thi-dua/bai-cham/{sheet.pk}/"):
        page = client.get(address).content.decode()
        assert sheet.entry.title in page
        assert sheet.entry.agency.name not in page
        assert "Lê Thị Xuân" not in page
        assert sheet.entry.author.username not in page


def test_only_the_own_sheet(client: Client) -> None:
    contest = make.marking()
    sheet = next(iter(make.open_sheets(contest)))
    other = contest.judges.exclude(pk=sheet.judge_id).select_related("user")[0].user
    client.force_login(other)
    assert client.get(f"/can-bo/thi-dua/bai-cham/{sheet.pk}/").status_code == 404
    with pytest.raises(NotThisOffice):
        actions.save_sheet(sheet, points={}, by=other, now=make.MONDAY)


def test_beyond_the_most() -> None:
    sheet = next(iter(make.open_sheets(make.marking())))
    with pytest.raises(RuleBroken, match="tối đa"):
        actions.save_sheet(sheet, points={"need": 21}, by=sheet.judge.user, now=make.MONDAY)
