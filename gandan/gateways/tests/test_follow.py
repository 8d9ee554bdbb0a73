"""Somebody follows our Zalo account."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.models import ZaloContact
from gandan.journal.models import Entry


@pytest.mark.django_db
def test_following_is_told_once() -> None:
    for _ in range(2):
        actions.follow("614", now=timezone.now())
    contact = ZaloContact.objects.get(is_following=True)
    assert [entry.kind for entry in Entry.objects.about(contact)] == ["ZaloFollowed"]
