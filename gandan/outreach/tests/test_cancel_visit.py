"""A visit that is not needed any more says why."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    made = field.visit()
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.cancel_visit(made, reason="", by=field.minh(), now=field.MONDAY)
    actions.cancel_visit(made, reason="Con đã đi làm thay", by=field.minh(), now=field.MONDAY)
    assert (made.status, made.note) == (VisitStatus.CANCELLED, "Con đã đi làm thay")
