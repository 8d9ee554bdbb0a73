"""Somebody came."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.models import Counter
from gandan.hall.tests import make
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_a_colleague_ends_it_once() -> None:
    counter, minh = make.open_counter()
    actions.call_help(counter, by=minh, now=make.at(1))
    for minute in (2, 3):
        actions.end_help(counter, by=make.officer("lan"), now=make.at(minute))

    assert Counter.objects.get().help_at is None
    assert Entry.objects.filter(kind="HelpEnded").count() == 1
