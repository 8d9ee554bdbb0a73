"""Browsers that ask to be told, and those that no longer do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.gateways.events import PushSubscribed, PushUnsubscribed
from gandan.gateways.models import PushSubscription, endpoint_index
from gandan.journal.actions import record
from gandan.people.models import User

MOST_PER_PERSON = 10


@dataclass(frozen=True)
class Browser:
    """What a browser hands out when it subscribes (RFC 8030, RFC 8291): address, public key, shared secret."""

    endpoint: str
    p256dh: str
    auth: str


@transaction.atomic
def subscribe(user: User, browser: Browser, *, now: datetime) -> PushSubscription:
    """One row per browser: whoever signed in there last is told there. The oldest ones give way."""
    subscription, _ = PushSubscription.objects.update_or_create(
        endpoint_index=endpoint_index(browser.endpoint),
        defaults={
            "user": user, "endpoint": browser.endpoint, "p256dh": browser.p256dh, "auth": browser.auth, "made_at": now,
        },
    )  # fmt: skip
    newest = user.push_subscriptions.order_by("-made_at", "-pk").values_list("pk", flat=True)
    PushSubscription.objects.filter(pk__in=list(newest[MOST_PER_PERSON:])).delete()
    record(PushSubscribed(subscription_id=subscription.pk), about=user, by=user, at=now)
    return subscription


@transaction.atomic
def unsubscribe(endpoint: str, *, now: datetime) -> None:
    """The browser, or the push service in its name, wants no more."""
    gone = PushSubscription.objects.select_related("user").filter(endpoint_index=endpoint_index(endpoint)).first()
    if gone is not None:
        record(PushUnsubscribed(subscription_id=gone.pk), about=gone.user, at=now)
        gone.delete()
