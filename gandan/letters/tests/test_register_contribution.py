"""Who gave something is written down once, and thanked."""

from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.models import Contribution, Letter

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    told = {
        "giver": "Công ty Ánh Dương",
        "kind": "goods",
        "what": "tặng 20 bộ máy tính",
        "value": "150.000.000",
        "day": "20/11/2026",
    }
    lan = make.signed_in(make.lan())
    lan.post(f"{make.OFFICER}dong-gop/", told)
    assert Contribution.objects.get().value == 150_000_000
    assert "Công ty Ánh Dương về việc tặng 20 bộ máy tính" in Letter.objects.get().body
    assert "150.000.000" in lan.get(f"{make.OFFICER}dong-gop/").content.decode()


def test_four_contributions_four_letters_none_twice() -> None:
    for number in range(4):
        make.gift(f"ủng hộ {number + 1} tấn gạo")
    make.gift("ủng hộ 1 tấn gạo")
    assert (Contribution.objects.count(), Letter.objects.count()) == (4, 4)


def test_not_in_the_future() -> None:
    gift = actions.Gift("Ông Đức", "effort", "dọn kênh", make.NOW.date() + timedelta(days=1))
    with pytest.raises(RuleBroken, match="chưa tới"):
        actions.register_contribution(make.commune(), gift, by=make.lan(), now=make.NOW)
