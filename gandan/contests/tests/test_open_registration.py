"""A campaign is made known."""

from __future__ import annotations

import pytest
from django.test import Client

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    campaign = make.campaign(is_open=False)
    client.force_login(make.hoa())
    address = f"/lanh-dao/thi-dua/to-chuc/dot/{campaign.pk}/open_registration/"
    assert "không sửa được nữa" in client.get(address).content.decode()
    client.post(address)
    campaign.refresh_from_db()
    assert campaign.status == "open"


def test_another_commune_does_not_find_it(client: Client) -> None:
    campaign = make.campaign(is_open=False)
    client.force_login(make.leader("binh", make.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.post(f"/lanh-dao/thi-dua/to-chuc/dot/{campaign.pk}/open_registration/").status_code == 404
