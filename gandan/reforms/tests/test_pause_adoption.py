from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.programmes.actions import switch_off
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.pause_adoption(adoption, reason="Sửa trụ sở", by=hoa, now=make.NOW)
    assert adoption.status == A.PAUSED
    assert adoption.programmes.get().terms.get().until == make.TODAY


def test_what_has_not_begun_is_called_off() -> None:
    hoa = make.leader()
    adoption = make.running(hoa, start_on=make.TODAY + timedelta(days=7))
    actions.pause_adoption(adoption, reason="Đổi ý", by=hoa, now=make.NOW)
    assert not adoption.programmes.get().terms.exists()


def test_a_programme_ended_by_hand_is_left_alone() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    switch_off(adoption.programmes.get(), last_day=make.TODAY, reason="Thử", by=hoa, now=make.NOW)
    tomorrow = make.NOW + timedelta(days=1)
    actions.pause_adoption(adoption, reason="Sửa trụ sở", by=hoa, now=tomorrow)
    assert adoption.programmes.get().terms.get().until == make.TODAY


def test_nothing_runs() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Đang nghiên cứu"):
        actions.pause_adoption(make.adoption(hoa), reason="x", by=hoa, now=make.NOW)
