"""The officer guides the pioneer with the sample form."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import group, make
from gandan.hall.tests.conftest import Clock
from gandan.hall.workflow import GroupStatus

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_steps_of_the_empty_form(client: Client, clock: Clock) -> None:
    made, tickets = group.proposed()
    client.force_login(make.officer())
    client.post(reverse("hall:agree_group", args=[made.pk]), {"pioneer": tickets[0].pk})
    text = client.get(reverse("hall:group", args=[made.pk])).content.decode()
    assert "Họ, chữ đệm và tên của bé" in text

    client.post(reverse("hall:guide_pioneer", args=[made.pk]))
    made.refresh_from_db()
    assert made.status == GroupStatus.GUIDED


def test_only_after_consent() -> None:
    made, _ = group.proposed()
    with pytest.raises(RuleBroken, match="không làm được"):
        actions.guide_pioneer(made, by=make.officer(), now=make.at(12))
