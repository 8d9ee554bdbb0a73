"""The leader approves what was offered, once; then it does not change any more."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import Advice
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken

from .test_offer_advice import CLEAN, noted

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: object) -> None:
    one = noted()
    actions.offer_advice(one, **CLEAN, by=make.officer(), now=make.MONDAY)
    client.force_login(make.officer())
    assert client.post(reverse("booking:approve_advice", args=[one.pk])).status_code == 404
    client.force_login(make.leader())
    client.post(reverse("booking:approve_advice", args=[one.pk]))
    assert Advice.objects.get(approved_at__isnull=False).public_question == CLEAN["question"]
    with pytest.raises(RuleBroken, match="đã được duyệt"):
        actions.offer_advice(one, **CLEAN, by=make.officer(), now=make.MONDAY)


def test_not_what_nobody_offered() -> None:
    with pytest.raises(RuleBroken, match="chưa được đề xuất"):
        actions.approve_advice(noted(), by=make.leader(), now=make.MONDAY)
