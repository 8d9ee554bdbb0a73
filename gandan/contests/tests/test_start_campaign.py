"""Registration is closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_nobody_registered() -> None:
    with pytest.raises(RuleBroken, match="Chưa đơn vị nào"):
        actions.start_campaign(make.campaign(), by=make.hoa(), now=make.MONDAY)


def test_it_works() -> None:
    campaign = make.campaign()
    actions.pledge(campaign, make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="không nhận đăng ký"):
        actions.pledge(
            campaign, replace(make.PROMISE, content="Khác"), agency=make.commune(), by=make.hoa(), now=make.MONDAY
        )
