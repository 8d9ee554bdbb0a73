"""An overdue call-back is told once."""

import pytest

from gandan.hotline import actions

from . import make

pytestmark = pytest.mark.django_db


def test_once() -> None:
    make.missed()
    assert actions.tell_overdue_call_backs(make.commune(), by=None, now=make.at(hours=0.1)) == 0
    assert actions.tell_overdue_call_backs(make.commune(), by=None, now=make.at(hours=1)) == 1
    assert actions.tell_overdue_call_backs(make.commune(), by=None, now=make.at(hours=2)) == 0
