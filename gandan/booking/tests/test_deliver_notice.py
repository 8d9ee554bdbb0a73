"""A message leaves once; the proof is kept; a number that is none is not tried for ever."""

from __future__ import annotations

from typing import Any

import pytest

from gandan.booking import actions
from gandan.booking.actions.telling import MOST_TRIES
from gandan.booking.models import Notice
from gandan.booking.tests import make
from gandan.gateways.sms import SmsFailed
from gandan.journal.models import Entry

pytestmark = pytest.mark.django_db
SENT: list[str] = []


class Remembering:
    """Takes every message but those to 0900000000."""

    def send(self, *, to: str, text: str) -> None:
        if to == "0900000000":
            raise SmsFailed("số không có", permanent=True)
        SENT.append(text)


def written(to: str = make.PHONE) -> Notice:
    one = make.appointment()
    entry = Entry.objects.latest("pk")
    notice = actions.write_notice(one, entry=entry, to=to, text="Đã giữ lịch")
    assert notice is not None
    return notice


def test_it_works(settings: Any) -> None:
    settings.SMS_GATEWAY = "gandan.booking.tests.test_deliver_notice.Remembering"
    SENT.clear()
    notice = written()
    assert actions.deliver_notice(notice, now=make.MONDAY)
    assert actions.deliver_notice(notice, now=make.MONDAY)
    notice.refresh_from_db()
    assert SENT == ["Đã giữ lịch"]
    assert (notice.tries, notice.sent_at) == (1, make.MONDAY)


def test_a_number_that_is_none_is_tried_once(settings: Any) -> None:
    settings.SMS_GATEWAY = "gandan.booking.tests.test_deliver_notice.Remembering"
    notice = written("0900000000")
    assert actions.deliver_notice(notice, now=make.MONDAY)
    notice.refresh_from_db()
    assert (notice.sent_at, notice.tries, notice.proof) == (None, MOST_TRIES, "số không có")
