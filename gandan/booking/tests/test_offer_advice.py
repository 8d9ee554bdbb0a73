"""Offered in a wording without names; the leader's word opens it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import Advice
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.people.tests import make as people

from .test_note_advice import talk

pytestmark = pytest.mark.django_db
CLEAN = {"question": "Không có di chúc thì chia thế nào?", "answer": "Theo hàng thừa kế."}


def noted() -> Advice:
    return actions.note_advice(people.commune(), talk(), by=make.officer(), now=make.MONDAY)


def test_it_works(client: Client, clock: object) -> None:
    one = noted()
    client.force_login(make.officer())
    client.post(reverse("booking:advice_talk", args=[one.pk]), CLEAN)
    assert list(Advice.objects.offered()) == [one]
    assert not Advice.objects.filter(approved_at__isnull=False).exists()


def test_an_empty_wording_is_refused() -> None:
    with pytest.raises(RuleBroken, match="bỏ tên"):
        actions.offer_advice(noted(), question=" ", answer="x", by=make.officer(), now=make.MONDAY)
