"""Told the evening before and two hours before, each once."""

from __future__ import annotations

import pytest

from gandan.booking import actions, jobs
from gandan.booking.models import Notice
from gandan.booking.tests import make
from gandan.journal.tests.settle import settle

pytestmark = pytest.mark.django_db


def reminders() -> int:
    settle()
    return sum("nhắc lịch" in one.text for one in Notice.objects.all())


def test_it_works() -> None:
    make.appointment()
    for at, told in (
        (make.moment(23, 17, 50), 0), (make.moment(23, 18), 1), (make.moment(23, 18, 10), 1),
        (make.moment(24, 9, 50), 1), (make.moment(24, 10), 2), (make.moment(24, 10, 10), 2),
    ):  # fmt: skip
        jobs.remind_at(at)
        assert reminders() == told, at


def test_what_was_cancelled_is_not_reminded() -> None:
    one = make.appointment()
    actions.cancel(one, by=None, now=make.MONDAY)
    assert not actions.remind(one, when="eve", now=make.moment(23, 18))
    jobs.remind_at(make.moment(23, 18))
    assert reminders() == 0
