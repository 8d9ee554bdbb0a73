"""Two officers press at once: one has it, the other is told."""

from __future__ import annotations

import pytest

from gandan.booking import actions
from gandan.booking.models import DeathCall, Notice
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.journal.tests.settle import settle

from .test_call_next_officer import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    call = asked()
    same = DeathCall.objects.get(pk=call.pk)
    actions.accept_death_call(call, by=make.officer(), now=make.moment(29, 2, 20))
    with pytest.raises(RuleBroken, match="người khác"):
        actions.accept_death_call(same, by=make.leader(), now=make.moment(29, 2, 20))
    settle()
    assert any("cán bộ Minh đã nhận" in one.text for one in Notice.objects.all())
