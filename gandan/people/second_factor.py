"""The second factor of staff: time-based codes (RFC 6238) and recovery codes, kept by django-allauth's MFA models."""

import hmac
from datetime import datetime
from typing import cast

import segno
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpRequest

from .models import User

PERIOD_SECONDS = 30
TOLERATED_STEPS = (0, -1, 1)


def has_second_factor(request: HttpRequest) -> bool:
    """Has this session passed the second factor? Read from what django-allauth keeps in the session."""
    user = cast("User", request.user)
    return any(one.get("method") == "mfa" for one in get_authentication_records(request, user))


def is_enrolled(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def matching_step(secret: str, typed: str, *, now: datetime) -> int | None:
    """The half-minute whose code was typed, one early or late allowed; None when it is none of them."""
    current = int(now.timestamp()) // PERIOD_SECONDS
    for shift in TOLERATED_STEPS:
        expected = format_hotp_value(hotp_value(secret, current + shift))
        if hmac.compare_digest(expected.encode(), typed.encode()):
            return current + shift
    return None


def qr_of(user: User, secret: str) -> str:
    """What an authenticator app scans, as a `data:` address of an SVG picture."""
    address = get_adapter().build_totp_url(user, secret)
    return str(segno.make(address, error="m", micro=False).svg_data_uri(scale=5, border=4))
