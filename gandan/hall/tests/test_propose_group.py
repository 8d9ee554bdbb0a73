"""Proposing a group (S0.22)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import PeerGroup
from gandan.hall.tests import group, make
from gandan.hall.tests.conftest import Clock
from gandan.hall.workflow import Status
from gandan.people.models import Role
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_the_panel_proposes_and_one_press_makes_the_group(client: Client, clock: Clock) -> None:
    group.switched_on()
    tickets = group.waiting()
    client.force_login(make.officer())
    assert "5 người cùng chờ Chứng thực bản sao" in client.get(reverse("hall:panel")).content.decode()

    answer = client.post(reverse("hall:propose_group", args=["2.000815"]), follow=True)

    text = answer.content.decode()
    assert all(f"Số {one.said}" in text for one in tickets)
    assert all(make.fresh(one).status == Status.WAITING for one in tickets)
    assert "người cùng chờ" not in client.get(reverse("hall:panel")).content.decode()
    client.force_login(people.staff("binh", str(Role.RECEPTION), agency=people.other_commune()))
    assert client.get(reverse("hall:group", args=[PeerGroup.objects.get().pk])).status_code == 404


def test_not_without_the_programme_nor_with_too_few() -> None:
    tickets = group.waiting(2)
    of, minh = tickets[0].procedure, make.officer()
    assert of is not None
    with pytest.raises(RuleBroken, match="Chưa bật"):
        actions.propose_group(people.commune(), procedure=of, tickets=tickets, by=minh, now=make.at(5))
    group.switched_on()
    with pytest.raises(RuleBroken, match="từ 3"):
        actions.propose_group(people.commune(), procedure=of, tickets=tickets, by=minh, now=make.at(5))


def test_nobody_is_in_two_groups() -> None:
    made, tickets = group.proposed()
    with pytest.raises(RuleBroken, match="nhóm khác"):
        actions.propose_group(
            people.commune(), procedure=made.procedure, tickets=tickets, by=make.officer(), now=make.at(11)
        )
