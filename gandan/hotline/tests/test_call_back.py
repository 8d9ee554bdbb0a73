"""A missed call is returned once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import Outcome
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_it_is_returned_in_time_once() -> None:
    debt = make.missed().call_back
    actions.call_back(debt, Outcome.REACHED, by=make.minh(), now=make.at(hours=0.2))
    assert Entry.objects.get(kind="CalledBack").data["is_on_time"] is True
    with pytest.raises(RuleBroken, match="đã có người gọi lại"):
        actions.call_back(debt, Outcome.REACHED, by=make.minh(), now=make.at(hours=0.3))


def test_nobody_there_says_what_was_tried() -> None:
    with pytest.raises(RuleBroken, match="mấy lần"):
        actions.call_back(make.missed().call_back, Outcome.NOT_REACHED, by=make.minh(), now=make.NOW)
