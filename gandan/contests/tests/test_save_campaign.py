"""A plan is written and changed until it is made known."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Campaign
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


PLAN = {
    "name": "Thi đua năm 2020", "basis": "KH 622/KH-UBND", "banner": "Đẩy mạnh cải cách hành chính", "starts_on": "01/11/2026",
    "ends_on": "31/12/2026", "commended": "3",
}  # fmt: skip


def test_it_works(client: Client) -> None:
    client.force_login(make.hoa())
    answer = client.post("/lanh-dao/thi-dua/to-chuc/dot/moi/", PLAN, follow=True)
    assert "Đẩy mạnh cải cách hành chính" in answer.content.decode()
    assert Campaign.objects.get().organiser == make.commune()


def test_days_run_forward() -> None:
    with pytest.raises(RuleBroken, match="Ngày kết thúc"):
        make.campaign(ends_on=date(2026, 1, 1))


def test_what_is_made_known_is_not_rewritten() -> None:
    campaign = make.campaign()
    with pytest.raises(RuleBroken, match="đã phát động"):
        actions.save_campaign(make.FACTS, organiser=make.commune(), campaign=campaign, by=make.hoa(), now=make.MONDAY)
