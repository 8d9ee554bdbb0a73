"""Did not come; may still be received."""

import pytest

from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    turn = make.turn()
    actions.miss_turn(turn, by=make.thu(), now=make.NOW)
    assert turn.status == "missed"
    actions.receive_turn(turn, "Đến muộn.", by=make.thu(), now=make.NOW)
