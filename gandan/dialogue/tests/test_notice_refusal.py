"""The written notice, late when after its day."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    turn = make.turn()
    actions.refuse_turn(turn, "unfit", "Say rượu.", by=make.thu(), now=make.NOW)
    browser = make.signed_in(make.thu())
    assert browser.get(f"{make.BASE}luot/{turn.pk}/tu-choi.pdf").content.startswith(b"%PDF")
    actions.notice_refusal(turn, by=make.thu(), now=make.at(1))
    assert not turn.is_notice_late(make.at(30))
    with pytest.raises(RuleBroken, match="đã gửi"):
        actions.notice_refusal(turn, by=make.thu(), now=make.at(1))


def test_too_late() -> None:
    turn = make.turn()
    actions.refuse_turn(turn, "unfit", "Say rượu.", by=make.thu(), now=make.NOW)
    assert turn.is_notice_late(make.at(8))


def test_nobody_was_refused() -> None:
    with pytest.raises(RuleBroken, match="không bị từ chối"):
        actions.notice_refusal(make.turn(), by=make.thu(), now=make.NOW)
