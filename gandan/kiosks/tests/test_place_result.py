"""The result lies inside, the code goes out."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.gateways.sms import SmsFailed
from gandan.gateways.sms.fake import FakeSms
from gandan.journal.tests.settle import settle
from gandan.kiosks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_waits_as_long_as_the_programme_says() -> None:
    make.programme(hold_days=3)
    held = make.placement(make.machine())
    assert held.expires_at is not None
    assert f"{held.expires_at:%d/%m %H:%M}" == "26/11 23:59"
    with pytest.raises(RuleBroken):
        actions.place_result(held, by=make.minh(), now=make.EVENING)


def test_a_wrong_number_for_good_leaves_the_code_for_a_new_message() -> None:
    held = make.placement(make.machine())
    FakeSms.failure = SmsFailed("no such number", permanent=True)
    settle()
    assert make.fresh(held).code_sent_at is None
    assert make.fresh(held).code
