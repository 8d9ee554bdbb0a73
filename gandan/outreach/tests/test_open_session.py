"""A session begins on its day."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.workflow import SessionStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    session = field.session()
    assert actions.open_session(session, by=field.minh(), now=field.SATURDAY) == [
        "officer",
        "youth",
        "police",
        "hamlet",
    ]
    session.refresh_from_db()
    assert (session.status, session.opened_at) == (SessionStatus.OPEN, field.SATURDAY)


def test_not_on_another_day() -> None:
    with pytest.raises(RuleBroken, match="28/11/2026"):
        actions.open_session(field.session(), by=field.minh(), now=field.MONDAY)
