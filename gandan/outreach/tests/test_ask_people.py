"""The Centre asks for four members on Monday (S1.40)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team(pattern="asked", members=4)
    data = {"day": "30/11/2026", "starts": "07:30", "ends": "11:30", "people": 4, "reason": "Giờ cao điểm thứ Hai"}
    make.signed_in(make.minh()).post(f"/can-bo/to-doi/{team.pk}/huy-dong/", data)
    assert team.mobilisations.get().people == 4
    assert "Cử người đến" in make.signed_in(make.hoa()).get(f"/can-bo/to-doi/{team.pk}/").content.decode()


def test_not_into_the_past() -> None:
    call = actions.Call(make.after(make.NOW, -120), make.after(make.NOW, -60), 4, "Hỗ trợ")
    with pytest.raises(RuleBroken, match="chưa qua"):
        actions.ask_people(make.team(), call, by=make.hoa(), now=make.NOW)
