"""The tokens of our Zalo account change hands: one process at a time may spend the refresh token."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from gandan.gateways.models import ZaloAccess, seed_of

LEASE = timedelta(seconds=30)


@transaction.atomic
def lease_access(*, stale: str = "", now: datetime) -> ZaloAccess | None:
    """The tokens: still fresh, or with the right to renew them for half a minute; None while another process has it.

    `stale` is an access token that Zalo refuses. A refresh token newly set in the settings replaces the chain of ours.
    """
    fresh = {
        "seed": seed_of(settings.ZALO_TOKEN), "refresh_token": settings.ZALO_TOKEN, "access_token": "",
        "expires_at": None,
    }  # fmt: skip
    access, _ = ZaloAccess.objects.get_or_create(app=settings.ZALO_APP, defaults=fresh)
    access = ZaloAccess.objects.select_for_update().get(pk=access.pk)
    if access.is_fresh(settings.ZALO_TOKEN, stale=stale, now=now):
        return access
    if access.leased_until is not None and access.leased_until > now:
        return None
    if access.seed != fresh["seed"]:
        for name, value in fresh.items():
            setattr(access, name, value)
    access.leased_until = now + LEASE
    access.save()
    return access


@transaction.atomic
def renew_access(access: ZaloAccess, *, tokens: tuple[str, str], expires_at: datetime) -> None:
    """New access and refresh token; the lease ends."""
    access.access_token, access.refresh_token = tokens
    access.expires_at, access.leased_until = expires_at, None
    access.save(update_fields=["access_token", "refresh_token", "expires_at", "leased_until"])
