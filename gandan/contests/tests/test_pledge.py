"""A unit registers a content with a target that can be measured."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Pledge
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    campaign = make.campaign()
    client.force_login(make.officer())
    address = f"/can-bo/thi-dua/dot/{campaign.pk}/dang-ky/"
    told = {
        "agency": make.commune().pk, "content": "Trả đúng hạn", "measure": "measure:on_time_rate", "field": "", "better": "up",
        "target": "97,5",
    }  # fmt: skip
    client.post(address, told)
    assert Pledge.objects.get().target == 97.5
    assert "97,5%" in client.get(f"/can-bo/thi-dua/dot/{campaign.pk}/").content.decode()


def test_another_commune_does_not_find_it(client: Client) -> None:
    campaign = make.campaign()
    client.force_login(make.officer("binh", agency=make.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.get(f"/can-bo/thi-dua/dot/{campaign.pk}/").status_code == 404
    assert client.post(f"/can-bo/thi-dua/dot/{campaign.pk}/dang-ky/").status_code == 404


@pytest.mark.parametrize("change", [{"content": " "}, {"measure": "no_such"}, {"target": -1.0}])
def test_what_cannot_be_measured_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        actions.pledge(
            make.campaign(), replace(make.PROMISE, **change), agency=make.commune(), by=make.hoa(), now=make.MONDAY
        )


def test_the_same_content_once() -> None:
    campaign = make.campaign()
    actions.pledge(campaign, make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã đăng ký"):
        actions.pledge(campaign, make.PROMISE, agency=make.commune(), by=make.hoa(), now=make.MONDAY)


def test_a_unit_of_elsewhere_may_not() -> None:
    other = make.commune("11779", "Xã Tân Minh", "000.32.52.H24")
    with pytest.raises(NotThisOffice):
        actions.pledge(make.campaign(), make.PROMISE, agency=other, by=make.hoa(), now=make.MONDAY)
