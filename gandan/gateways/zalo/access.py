"""The access token. It lives 25 hours; the refresh token that renews it serves once and brings its own successor.

Two processes that renew at once would burn each other's chain. So one takes a lease in the database (committed before
Zalo is asked), the others wait for what it brings.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.carriers.failing import CarrierDown
from gandan.gateways.models import ZaloAccess
from gandan.gateways.posting import NoAnswer, post, read_object

logger = logging.getLogger(__name__)
PATIENCE, LOOK_EVERY = 12.0, 0.1


def token(*, stale: str = "") -> str:
    """An access token that should still work, other than `stale`, which Zalo has refused. Raises `CarrierDown`."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        now = timezone.now()
        access = ZaloAccess.objects.filter(app=settings.ZALO_APP).first()
        if access is None or not access.is_fresh(settings.ZALO_TOKEN, stale=stale, now=now):
            access = actions.lease_access(stale=stale, now=now)
        if access is not None and access.is_fresh(settings.ZALO_TOKEN, stale=stale, now=now):
            return str(access.access_token)
        if access is not None:
            return _renew(access)
        time.sleep(LOOK_EVERY)
    raise CarrierDown("Đang chờ gia hạn khóa vào Zalo.")


def _renew(access: ZaloAccess) -> str:
    asked = {"app_id": settings.ZALO_APP, "grant_type": "refresh_token", "refresh_token": access.refresh_token}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "secret_key": settings.ZALO_SECRET}
    asked_at = timezone.now()
    try:
        _, answer = post(f"{settings.ZALO_URLS['oauth']}/v4/oa/access_token", urlencode(asked).encode(), headers)
    except NoAnswer as error:
        # The lease stays: nobody asks again for half a minute.
        raise CarrierDown("Zalo không trả lời khi gia hạn khóa.") from error
    told = read_object(answer)
    try:
        fresh, successor, seconds = str(told["access_token"]), str(told["refresh_token"]), int(told["expires_in"])
    except (KeyError, TypeError, ValueError) as error:
        logger.error(
            "Zalo refused to renew the access (error %s): a person must authorise the app again", told.get("error")
        )
        raise CarrierDown("Zalo không gia hạn khóa: quản trị cần cấp quyền lại cho ứng dụng.") from error
    expires_at = asked_at + timedelta(seconds=seconds)
    actions.renew_access(access, tokens=(fresh, successor), expires_at=expires_at)
    return fresh
