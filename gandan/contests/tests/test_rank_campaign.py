"""Units in order: see the story of the campaign."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_only_frozen_results_are_ranked() -> None:
    campaign = make.campaign()
    with pytest.raises(RuleBroken):
        actions.rank_campaign(campaign, by=make.hoa(), now=make.MONDAY)


def test_equal_units_share_a_rank() -> None:
    campaign = make.campaign()
    for unit in make.divisions(2):
        promise = actions.Promise("Mô hình mới", 0, "count", "adopted_models")
        actions.pledge(campaign, promise, agency=unit, by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    actions.close_campaign(campaign, by=make.hoa(), now=make.LATER)
    actions.rank_campaign(campaign, by=make.hoa(), now=make.LATER)
    assert list(campaign.standings.values_list("rank", flat=True)) == [1, 1]
