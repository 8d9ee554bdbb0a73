"""The residents of the hamlet are told in advance."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.outreach import actions

from . import field

pytestmark = pytest.mark.django_db


def test_it_works_once() -> None:
    session = field.session()
    actions.announce_session(session, by=None, now=field.MONDAY)
    assert session.announced_at == field.MONDAY
    assert Entry.objects.filter(kind="SessionShort").get().data["missing"] == ["officer", "youth", "police", "hamlet"]
    with pytest.raises(RuleBroken, match="đã được báo"):
        actions.announce_session(session, by=None, now=field.MONDAY)
