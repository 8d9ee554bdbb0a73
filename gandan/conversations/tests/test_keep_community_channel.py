"""Channels of the commune and its hamlets, each with a poster to join."""

import pytest

from gandan.conversations.models import CommunityChannel
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    desk = make.at_desk(make.hoa())
    form = {"name": "Nhóm TDP 2", "kind": "zalo_group", "join_url": "https://zalo.me/g/tdp2", "members": "120",
            "members_on": "20/11/2026", "is_open": "on"}  # fmt: skip
    make.commune()
    desk.post("/can-bo/kenh-cong-dong/them/", form)
    one = CommunityChannel.objects.get()
    assert one.members == 120
    assert "Nhóm TDP 2" in desk.get("/can-bo/kenh-cong-dong/").content.decode()
    assert desk.get(f"/can-bo/kenh-cong-dong/{one.pk}/sua/").status_code == 200
    poster = desk.get(f"/can-bo/kenh-cong-dong/{one.pk}/ap-phich.pdf")
    assert poster.content.startswith(b"%PDF")


def test_rules() -> None:
    make.channel()
    with pytest.raises(RuleBroken, match="Đã có kênh"):
        make.channel()
    with pytest.raises(RuleBroken, match="địa chỉ vào nhóm"):
        make.channel(name="Khác", join_url="")
