"""One of several matters is done."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.tests import make
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_the_visit_goes_on_and_no_counter_is_changed() -> None:
    counter, minh = make.open_counter()
    ticket = make.ticket(0, procedures=[make.procedure(), make.procedure("2.000815", "Chứng thực bản sao")])
    actions.call_next(counter, by=minh, now=make.at(1))
    birth, copy = make.fresh(ticket).matters.order_by("pk")
    for minute in (5, 6):
        actions.finish_matter(birth, by=minh, now=make.at(minute))
    actions.finish(make.fresh(ticket), by=minh, now=make.at(9))
    birth.refresh_from_db()
    copy.refresh_from_db()

    assert (birth.done_at, copy.done_at, make.fresh(ticket).moves) == (make.at(5), make.at(9), 0)
    assert Entry.objects.filter(kind="MatterFinished").count() == 1
