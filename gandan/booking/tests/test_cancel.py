"""Given back by the person with the key, or by the office with a reason; the place cools off first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import Notice
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken
from gandan.journal.tests.settle import settle

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: object) -> None:
    one = make.appointment()
    assert "Hủy lịch hẹn này" in client.get(reverse("booking:mine", args=[one.key])).content.decode()

    client.post(reverse("booking:cancel_mine", args=[one.key]))

    assert make.fresh(one).status == Status.CANCELLED


def test_a_freed_slot_reappears_after_a_quarter_of_an_hour() -> None:
    held = make.programme()
    actions.cancel(make.appointment(held), by=None, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="vừa có người đặt"):
        make.appointment(held, phone="0912345119", now=make.MONDAY + timedelta(minutes=14))
    assert make.appointment(held, phone="0912345119", now=make.MONDAY + timedelta(minutes=15)).place == 1


def test_the_office_says_why_and_the_person_is_told() -> None:
    one = make.appointment()
    with pytest.raises(RuleBroken, match="ghi lý do"):
        actions.cancel(one, by=make.officer(), now=make.MONDAY, by_office=True)
    actions.cancel(one, by=make.officer(), now=make.MONDAY, reason="Mất điện", by_office=True)
    settle()
    assert any("phải hủy. Lý do: Mất điện." in told.text for told in Notice.objects.all())


def test_what_has_begun_is_not_cancelled() -> None:
    one = make.appointment()
    actions.check_in(one, by=make.officer(), now=make.moment(24, 11, 50))
    with pytest.raises(RuleBroken, match="Đã đến"):
        actions.cancel(make.fresh(one), by=None, now=make.moment(24, 11, 55))
