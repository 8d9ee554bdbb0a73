"""Not needed any more, with the reason."""

from __future__ import annotations

import pytest

from gandan.booking import actions
from gandan.booking.tests import make
from gandan.booking.workflow import DeathStatus
from gandan.core.errors import RuleBroken

from .test_call_next_officer import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    call = asked()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.close_death_call(call, by=make.officer(), now=make.moment(29, 3), note=" ")
    actions.close_death_call(call, by=make.officer(), now=make.moment(29, 3), note="Gọi nhầm")
    assert (call.status, call.note) == (DeathStatus.CLOSED, "Gọi nhầm")
