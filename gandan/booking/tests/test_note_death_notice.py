"""The paper is given only by whoever accepted the call."""

from __future__ import annotations

import pytest

from gandan.booking import actions
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken

from .test_call_next_officer import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    call = asked()
    with pytest.raises(RuleBroken, match="Đang gọi người trực"):
        actions.note_death_notice(call, by=make.officer(), now=make.moment(29, 2, 30))
    actions.accept_death_call(call, by=make.officer(), now=make.moment(29, 2, 20))
    actions.note_death_notice(call, by=make.officer(), now=make.moment(29, 3, 10), note="Trích lục 12/2026")
    assert (call.notice_at, call.note) == (make.moment(29, 3, 10), "Trích lục 12/2026")
