"""What a group saved, and the note of thanks."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.hall import actions
from gandan.hall.measures import SHOWN
from gandan.hall.tests import group, make
from gandan.hall.tests.conftest import Clock
from gandan.measures.registry import figures
from gandan.measures.scope import Scope
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_five_people_in_twenty_minutes_instead_of_seven_each(client: Client, clock: Clock) -> None:
    group.served_alone(5, minutes=7)
    made = group.confirmed()
    actions.close_group(made, by=make.officer(), now=make.at(33))

    assert (made.single_seconds, made.saved_seconds) == (420, 5 * 420 - 20 * 60)
    client.force_login(make.officer())
    page = client.get(reverse("hall:group", args=[made.pk])).content.decode()
    assert "15 phút" in page
    note = client.get(reverse("hall:thanks", args=[made.pk])).content.decode()
    assert "hướng dẫn 4 người khác" in note

    day = make.MONDAY.date()
    told = figures(Scope((people.commune().pk,), day, day, make.at(60)), *SHOWN)
    assert (told["peer_groups"].value, told["group_minutes_saved"].value) == (1, 15)
    assert told["tickets_served"].value == 10


def test_what_is_not_known_is_not_reckoned() -> None:
    made = group.confirmed()
    actions.close_group(made, by=make.officer(), now=make.at(33))

    assert (made.single_seconds, made.saved_seconds) == (None, None)
