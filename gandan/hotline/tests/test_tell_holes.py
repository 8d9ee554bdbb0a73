"""Holes that lie ahead are told, once for each line."""

import pytest

from gandan.hotline import actions
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_a_line_nobody_keeps_is_told() -> None:
    make.shift(hours=24)
    today = make.NOW.date()
    assert actions.tell_holes(make.commune(), today, today, by=None, now=make.at(hours=1)) == 0
    tomorrow = make.at(days=1).date()
    assert actions.tell_holes(make.commune(), today, tomorrow, by=None, now=make.NOW) == 1
    told = Entry.objects.get(kind="DutyHoleFound").data
    assert told["line_id"] == make.security().pk
