"""A session called off says why."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.workflow import SessionStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    session = field.session()
    actions.cancel_session(session, reason="Bão số 9", by=field.minh(), now=field.MONDAY)
    session.refresh_from_db()
    assert (session.status, session.result) == (SessionStatus.CANCELLED, "Bão số 9")


def test_not_without_a_reason() -> None:
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.cancel_session(field.session(), reason=" ", by=field.minh(), now=field.MONDAY)
