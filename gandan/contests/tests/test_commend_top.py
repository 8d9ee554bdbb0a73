"""The best of a campaign are commended once."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Campaign, Commendation
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def ranked() -> Campaign:
    campaign = make.campaign()
    promise = actions.Promise("Mô hình mới", 0, "count", "adopted_models")
    actions.pledge(campaign, promise, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    actions.close_campaign(campaign, by=make.hoa(), now=make.LATER)
    actions.rank_campaign(campaign, by=make.hoa(), now=make.LATER)
    return campaign


def test_it_works(client: Client) -> None:
    campaign = ranked()
    client.force_login(make.hoa())
    told = {"kind": "certificate", "number": "12/QĐ-UBND", "decided_on": "20/11/2026"}
    client.post(f"/lanh-dao/thi-dua/to-chuc/dot/{campaign.pk}/khen-thuong/", told)
    one = Commendation.objects.get()
    assert (one.number, one.agency, one.campaign) == ("12/QĐ-UBND", make.commune(), campaign)


def test_once() -> None:
    campaign = ranked()
    actions.commend_top(campaign, make.DECISION, by=make.hoa(), now=make.LATER)
    with pytest.raises(RuleBroken, match="đã có quyết định"):
        actions.commend_top(campaign, make.DECISION, by=make.hoa(), now=make.LATER)
