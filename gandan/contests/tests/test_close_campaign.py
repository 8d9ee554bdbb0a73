"""Results are measured once more and frozen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.contests import actions
from gandan.contests.models import Campaign
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db

END = make.MONDAY + timedelta(days=31)


def running() -> Campaign:
    campaign = make.campaign()
    promise = actions.Promise("Mô hình mới", 0, "count", "adopted_models")
    actions.pledge(campaign, promise, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.pledge(campaign, make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    return campaign


def test_missing_stays_missing() -> None:
    campaign = running()
    actions.close_campaign(campaign, by=make.hoa(), now=END)
    assert set(campaign.pledges.values_list("kind", "result")) == {("measure", None), ("count", 0.0)}


def test_not_before_the_last_day() -> None:
    with pytest.raises(RuleBroken, match="chạy đến"):
        actions.close_campaign(running(), by=make.hoa(), now=make.MONDAY)


def test_a_second_press_changes_nothing() -> None:
    campaign = running()
    same = Campaign.objects.get(pk=campaign.pk)
    actions.close_campaign(campaign, by=make.hoa(), now=END)
    with pytest.raises(RuleBroken):
        actions.close_campaign(same, by=make.hoa(), now=END)
