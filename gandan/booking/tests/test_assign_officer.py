"""The leader names who serves; nobody serves two people at once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import Notice
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.tests.settle import settle
from gandan.people.models import Role
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: object) -> None:
    """S3.18: booked by telephone on Monday, assigned by the leader, the person is told."""
    one, x = make.appointment(), make.officer("x")
    client.force_login(make.leader())

    page = client.get(reverse("booking:assign")).content.decode()
    assert one.name in page
    client.post(reverse("booking:assign_officer", args=[one.pk]), {"officer": x.username})

    assert (make.fresh(one).status, make.fresh(one).officer) == (Status.CONFIRMED, x)
    settle()
    assert any("đã xác nhận, cán bộ X" in told.text for told in Notice.objects.filter(appointment=one))


def test_the_same_person_is_not_in_two_places() -> None:
    held, x = make.programme({**make.PHUONG_4, "places": 2}), make.officer("x")
    first, second = make.appointment(held), make.appointment(held, phone="0912345119")
    actions.assign_officer(first, officer=x, by=make.leader(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã có lịch khác lúc 12:00"):
        actions.assign_officer(second, officer=x, by=make.leader(), now=make.MONDAY)


def test_somebody_else_may_take_over() -> None:
    one = make.appointment()
    for name in ("x", "y"):
        actions.assign_officer(one, officer=make.officer(name), by=make.leader(), now=make.MONDAY)
    assert make.fresh(one).officer == make.officer("y")


def test_not_an_officer_of_another_commune() -> None:
    binh = make.officer("binh", of=people.other_commune())
    with pytest.raises(NotThisOffice):
        actions.assign_officer(make.appointment(), officer=binh, by=make.leader(), now=make.MONDAY)


def test_only_the_leader_may_and_only_here(client: Client) -> None:
    one = make.appointment()
    client.force_login(make.officer("x"))
    assert client.post(reverse("booking:assign_officer", args=[one.pk]), {"officer": "x"}).status_code == 404
    client.force_login(people.staff("binh", str(Role.LEADER), agency=people.other_commune()))
    assert client.post(reverse("booking:assign_officer", args=[one.pk]), {"officer": "x"}).status_code == 404
