"""Typed in before the stamp desk (S3.30)."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import make
from gandan.people.tests import make as people
from gandan.programmes.actions import Switch, switch_on

pytestmark = pytest.mark.django_db
CERTIFY = "2.000815"


def on(**parameters: object) -> None:
    switch_on(
        Switch("assist_desk", people.commune(), "", parameters, since=make.MONDAY.date()), by=None, now=make.MONDAY
    )


def test_the_stamp_desk_calls_prepared_numbers_in_order_and_priority_all_the_same() -> None:
    on(procedures=[CERTIFY], counters=[1])
    stamp, minh = make.open_counter(1)
    other, lan = make.open_counter(2, "lan")
    certify = make.procedure(CERTIFY, "Chứng thực bản sao")
    plain = make.ticket(0)
    tickets = [make.ticket(minute, procedures=[certify]) for minute in (1, 2, 3)]
    elder = make.ticket(4, priority="elderly")
    for one in (tickets[2], tickets[1]):
        actions.prepare(one, by=make.officer("to-vien"), now=make.at(5))

    called = []
    for minute in (6, 8, 10):
        ticket = actions.call_next(stamp, by=minh, now=make.at(minute))
        assert ticket is not None
        called.append(ticket.pk)
        actions.finish(ticket, by=minh, now=make.at(minute + 1))
    first_elsewhere = actions.call_next(other, by=lan, now=make.at(12))

    assert called == [elder.pk, tickets[1].pk, tickets[2].pk]
    assert first_elsewhere is not None
    assert first_elsewhere.pk == plain.pk


def test_once_only_where_it_is_switched_on_and_of_its_procedures() -> None:
    ticket, minh = make.ticket(0), make.officer("minh")
    with pytest.raises(RuleBroken, match="Chưa bật"):
        actions.prepare(ticket, by=minh, now=make.at(1))
    on(procedures=[CERTIFY])
    with pytest.raises(RuleBroken, match="không nằm trong danh sách"):
        actions.prepare(ticket, by=minh, now=make.at(1))

    certify = make.ticket(1, procedures=[make.procedure(CERTIFY, "Chứng thực bản sao")])
    actions.prepare(certify, by=minh, now=make.at(2))
    assert make.fresh(certify).assisted_by == minh
    with pytest.raises(RuleBroken, match="đã nhập liệu xong"):
        actions.prepare(certify, by=minh, now=make.at(3))
