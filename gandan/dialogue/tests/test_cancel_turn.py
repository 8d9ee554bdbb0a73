"""By the citizen, from the link."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    turn = make.turn()
    Client().post(f"/tiep-cong-dan/luot/{turn.key}/huy/")
    turn.refresh_from_db()
    assert turn.status == "cancelled"
    with pytest.raises(RuleBroken, match="Đã hủy"):
        actions.cancel_turn(turn, by=None, now=make.NOW)
