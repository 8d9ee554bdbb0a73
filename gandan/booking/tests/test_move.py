"""Another hour in one go: the old one is given up only when the new one is taken."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import CoolingPlace
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: object) -> None:
    one = make.appointment()
    assert "17:00" in client.get(reverse("booking:move", args=[one.key])).content.decode()

    client.post(reverse("booking:move", args=[one.key]), {"luc": "2026-11-24T17:00"})

    kept = make.fresh(one)
    assert (kept.starts_at, kept.moves, kept.key) == (make.moment(24, 17), 1, one.key)
    assert CoolingPlace.objects.get().starts_at == make.moment(24, 12)


def test_a_taken_hour_leaves_the_old_one_alone() -> None:
    held = make.programme()
    mine, _other = make.appointment(held), make.appointment(held, make.moment(24, 17), phone="0912345119")
    with pytest.raises(RuleBroken, match="vừa có người đặt"):
        actions.move(mine, starts_at=make.moment(24, 17), by=None, now=make.MONDAY)
    assert make.fresh(mine).starts_at == make.moment(24, 12)
    assert not CoolingPlace.objects.exists()


def test_the_leader_assigns_again() -> None:
    one = make.appointment()
    actions.assign_officer(one, officer=make.officer(), by=make.leader(), now=make.MONDAY)
    actions.move(one, starts_at=make.moment(25, 12), by=None, now=make.MONDAY)
    assert (make.fresh(one).status, make.fresh(one).officer) == (Status.REQUESTED, None)


def test_not_once_it_has_begun_nor_to_the_same_hour() -> None:
    one = make.appointment()
    with pytest.raises(RuleBroken, match="trùng giờ"):
        actions.move(one, starts_at=make.moment(24, 12), by=None, now=make.MONDAY)
    with pytest.raises(RuleBroken, match="không đổi giờ được nữa"):
        actions.move(one, starts_at=make.moment(25, 12), by=None, now=make.moment(24, 12, 5))
