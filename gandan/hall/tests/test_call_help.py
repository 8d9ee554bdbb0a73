"""The emergency button."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Counter
from gandan.hall.tests import make
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_the_call_stands_and_is_kept() -> None:
    counter, minh = make.open_counter()
    actions.call_help(counter, by=minh, now=make.at(1))

    assert Counter.objects.get().help_at == make.at(1)
    assert Entry.objects.filter(kind="HelpCalled").count() == 1


def test_only_whoever_sits_there_calls() -> None:
    counter, _ = make.open_counter()
    with pytest.raises(RuleBroken, match="không do ông/bà mở"):
        actions.call_help(counter, by=make.officer("lan"), now=make.at(1))
