"""A leader is in one place at a time; online receptions are told in time."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Occasion

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    browser = make.signed_in(make.thu())
    sent = {
        "kind": "visit", "host": make.hoa().pk, "seat": "chair", "day": "28/11/2026", "starts": "8 giờ", "ends": "10:30",
        "place": "Nhà văn hóa", "hamlet": make.hamlet().pk, "subject": "Dọn vệ sinh",
    }  # fmt: skip
    assert browser.post(make.BASE + "them/", sent).status_code == 302
    one = Occasion.objects.get()
    assert (one.kind, one.hamlet, one.published_at) == ("visit", make.hamlet(), None)


def test_a_leader_cannot_be_in_two_places() -> None:
    make.occasion("reception", make.at(1))
    with pytest.raises(RuleBroken, match="đã có lịch"):
        make.occasion("visit", make.at(1, 1))
    make.occasion("visit", make.at(1, 2))


def test_an_online_reception_is_told_five_working_days_ahead() -> None:
    make.years()
    wish = make.wish(starts=make.at(4), is_online=True, link="https://example.org/hop")
    with pytest.raises(RuleBroken, match="5 ngày làm việc"):
        actions.plan_occasion(make.commune(), wish, by=make.thu(), now=make.NOW)
    late = make.wish(starts=make.at(9), is_online=True, link="https://example.org/hop")
    actions.plan_occasion(make.commune(), late, by=make.thu(), now=make.NOW)


def test_a_sudden_dialogue_has_three_days() -> None:
    one = make.occasion("sudden", make.at(1), incident_at=make.at(-1))
    assert one.hold_by == make.at(2)


def test_a_host_of_another_commune() -> None:
    with pytest.raises(RuleBroken, match="không làm việc"):
        make.occasion(host=make.binh())
