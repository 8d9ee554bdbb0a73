"""The emergency button reaches leader and colleagues at once, not who pressed it."""

import pytest

from gandan.hall import actions
from gandan.hall.tests import make
from gandan.notifications.models import Notice, Urgency
from gandan.people.models import Role
from gandan.people.tests.make import staff

from .told import told

pytestmark = pytest.mark.django_db


def test_help() -> None:
    counter, minh = make.open_counter()
    _, lan = make.open_counter(2, "lan")
    hoa = staff("hoa", Role.LEADER)
    actions.call_help(counter, by=minh, now=make.at(1))
    assert told("help_called") == [f"Khẩn: {counter} cần người đến ngay"] * 2
    assert {one.recipient for one in Notice.objects.all()} == {hoa, lan}
    assert {one.urgency for one in Notice.objects.all()} == {Urgency.URGENT}


def test_not_when_somebody_has_come() -> None:
    counter, minh = make.open_counter()
    staff("hoa", Role.LEADER)
    actions.call_help(counter, by=minh, now=make.at(1))
    actions.end_help(counter, by=minh, now=make.at(2))
    assert told("help_called") == []
