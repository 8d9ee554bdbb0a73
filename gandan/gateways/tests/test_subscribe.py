"""A browser asks to be told."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.actions.push import MOST_PER_PERSON
from gandan.gateways.models import PushSubscription
from gandan.people.tests import make as people


@pytest.mark.django_db
def test_a_browser_belongs_to_whoever_signed_in_there_last() -> None:
    lan, hoa = people.citizen(), people.citizen("Trần Thị Hoa", phone="0912345119")
    for user in (lan, hoa):
        actions.subscribe(user, actions.Browser("https://a.vi.du/1", "p", "s"), now=timezone.now())
    assert PushSubscription.objects.get().user == hoa


@pytest.mark.django_db
def test_the_oldest_browsers_give_way() -> None:
    lan = people.citizen()
    for number in range(MOST_PER_PERSON + 2):
        actions.subscribe(lan, actions.Browser(f"https://a.vi.du/{number}", "p", "s"), now=timezone.now())
    kept = {one.endpoint for one in lan.push_subscriptions.all()}
    assert len(kept) == MOST_PER_PERSON
    assert "https://a.vi.du/0" not in kept
