"""Going to the other zone: always possible while waiting, the turn is kept, the switch is counted."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Zone
from gandan.hall.tests import make
from gandan.hall.tests.test_board import serve
from gandan.hall.tests.test_draw import switch_on

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(5))
    serve()
    switch_on("age_zones", {})
    ticket = make.ticket(0, birth_year=2001)

    client.post(f"/man-hinh/lay-so/11131/phieu/{ticket.key}/", {"khu": "assisted"})

    moved = make.fresh(ticket)
    assert (moved.zone, moved.first_zone, moved.zone_reason) == (Zone.ASSISTED, Zone.SELF_SERVICE, "Người dân chọn")
    assert moved.drawn_at == ticket.drawn_at
    assert moved.moves == 0, "no officer sent the person on"


def test_going_back_is_no_switch() -> None:
    ticket = make.ticket(0)
    for zone in (Zone.SELF_SERVICE, Zone.ASSISTED):
        actions.choose_zone(ticket, zone=zone, by=None, now=make.at(1))

    assert make.fresh(ticket).zone_reason == ""


def test_a_number_already_called_is_moved_by_the_officer() -> None:
    counter, minh = make.open_counter()
    make.ticket(0)
    called = actions.call_next(counter, by=minh, now=make.at(1))
    assert called is not None
    with pytest.raises(RuleBroken, match="đã được gọi"):
        actions.choose_zone(called, zone=Zone.SELF_SERVICE, by=None, now=make.at(2))


def test_a_zone_that_is_none() -> None:
    with pytest.raises(RuleBroken, match="danh sách"):
        actions.choose_zone(make.ticket(0), zone="moon", by=None, now=make.at(1))
