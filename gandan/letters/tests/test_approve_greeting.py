"""The chairman approves; the commune's page shows it from its morning on."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gandan.core.errors import RuleBroken
from gandan.letters import actions
from gandan.letters.models import Greeting

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.written()
    make.signed_in(make.hoa()).post(f"{make.OFFICER}ngay-le/{one.pk}/duyet/")
    assert Greeting.objects.get().approved_by == make.hoa()
    assert one.airings.get(channel="web").aired_at == one.from_at
    assert one.airings.get(channel="radio").aired_at is None


def test_only_a_leader() -> None:
    one = make.written()
    make.signed_in(make.lan()).post(f"{make.OFFICER}ngay-le/{one.pk}/duyet/")
    assert Greeting.objects.get().approved_at is None


def test_shown_around_the_holiday_only() -> None:
    one = make.written()
    actions.approve_greeting(one, by=make.hoa(), now=make.NOW)
    day = datetime(2027, 1, 1, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert list(Greeting.objects.shown_on(day)) == [one]
    assert list(Greeting.objects.shown_on(make.NOW)) == []


def test_not_when_it_is_over_and_not_empty() -> None:
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.approve_greeting(make.written(), by=make.hoa(), now=make.at(days=60))
    with pytest.raises(RuleBroken, match="Chưa có nội dung"):
        actions.approve_greeting(Greeting(until_at=make.at(days=1)), by=make.hoa(), now=make.NOW)
