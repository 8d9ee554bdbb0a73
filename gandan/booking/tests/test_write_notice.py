"""One message for an event, however often it is told; none where no number is known."""

from __future__ import annotations

import pytest

from gandan.booking import actions
from gandan.booking.models import Notice
from gandan.booking.tests import make
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.appointment()
    entry = Entry.objects.latest("pk")
    assert actions.write_notice(one, entry=entry, to="", text="x") is None
    assert actions.write_notice(one, entry=entry, to=make.PHONE, text="x") is not None
    assert actions.write_notice(one, entry=entry, to=make.PHONE, text="x") is None
    assert Notice.objects.get().to == make.PHONE
