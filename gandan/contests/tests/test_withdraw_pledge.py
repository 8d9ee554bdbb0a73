"""A registration is taken back while registration is open."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Pledge
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    one = actions.pledge(make.campaign(), make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.hoa())
    client.post(f"/can-bo/thi-dua/dang-ky/{one.pk}/rut/")
    assert not Pledge.objects.exists()


def test_not_once_the_campaign_runs() -> None:
    campaign = make.campaign()
    one = actions.pledge(campaign, make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    actions.start_campaign(campaign, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã khóa"):
        actions.withdraw_pledge(one, by=make.hoa(), now=make.MONDAY)
