"""Only for a reason of law; notice within three working days."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.years()
    turn = make.turn()
    sent = {"refusal": "threatening", "words": "Đập bàn, chửi mắng người tiếp."}
    make.signed_in(make.thu()).post(f"{make.BASE}luot/{turn.pk}/refuse-turn/", sent)
    turn.refresh_from_db()
    assert turn.lawful_reason is not None
    assert turn.notice_due_at is not None
    assert turn.notice_due_at.date().isoformat() == "2026-11-26"


def test_no_other_reason() -> None:
    with pytest.raises(RuleBroken, match="luật cho phép"):
        actions.refuse_turn(make.turn(), "busy", "Bận", by=make.thu(), now=make.NOW)
