"""A browser wants no more."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.models import PushSubscription
from gandan.journal.models import Entry
from gandan.people.tests import make as people


@pytest.mark.django_db
def test_it_is_forgotten_and_told_once() -> None:
    actions.subscribe(people.citizen(), actions.Browser("https://a.vi.du/1", "p", "s"), now=timezone.now())
    for _ in range(2):
        actions.unsubscribe("https://a.vi.du/1", now=timezone.now())
    assert not PushSubscription.objects.exists()
    assert Entry.objects.filter(kind="PushUnsubscribed").count() == 1
