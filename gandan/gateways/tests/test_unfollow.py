"""Somebody no longer follows our Zalo account."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.models import ZaloContact
from gandan.journal.models import Entry


@pytest.mark.django_db
def test_leaving_is_told_once_and_only_of_followers() -> None:
    actions.unfollow("614", now=timezone.now())
    assert not Entry.objects.filter(kind="ZaloUnfollowed").exists()
    actions.follow("614", now=timezone.now())
    for _ in range(2):
        actions.unfollow("614", now=timezone.now())
    assert not ZaloContact.objects.get().is_following
    assert Entry.objects.filter(kind="ZaloUnfollowed").count() == 1
