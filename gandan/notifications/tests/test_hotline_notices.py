"""Whoever keeps a line hears of missed calls; the leader of what nobody keeps."""

import pytest

from gandan.hotline.tests import make
from gandan.journal.tests.settle import settle
from gandan.notifications.models import Notice

from .told import told

pytestmark = pytest.mark.django_db


def test_a_missed_call_reaches_who_is_on_duty() -> None:
    line = make.security()
    shift = make.shift(line)
    make.missed(line=line)
    settle()
    assert told("duty_given") != []
    one = Notice.objects.get(event="call_missed")
    assert one.recipient == shift.person
    assert line.name in one.subject


def test_a_request_to_listen_reaches_the_leader() -> None:
    make.asked()
    settle()
    assert told("listening_asked") == ["Có đề nghị nghe lại cuộc gọi"]
