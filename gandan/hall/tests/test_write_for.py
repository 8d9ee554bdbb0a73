"""An officer writes for the person (S4.7)."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import make
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_counted_once_with_who_helped() -> None:
    ticket, minh, lan = make.ticket(0), make.officer("minh"), make.officer("lan")
    actions.write_for(ticket, by=minh, now=make.at(1))
    actions.write_for(ticket, by=lan, now=make.at(2))

    assert make.fresh(ticket).assisted_by == minh
    assert Entry.objects.filter(kind="TicketAssisted").count() == 1


def test_not_after_the_end() -> None:
    ticket = make.ticket(0)
    actions.leave(ticket, by=None, now=make.at(1))
    with pytest.raises(RuleBroken, match="đã xong"):
        actions.write_for(ticket, by=make.officer("minh"), now=make.at(2))
