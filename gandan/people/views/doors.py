"""What the doors share: where to go next, whose address it is, who is half-way in."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.httpkit import get_client_ip
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from gandan.core.secrets import seal, unseal
from gandan.people.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PROVING = "people.proving"
PROVING_FOR = timedelta(minutes=10)
BOUND_TO = "people.session"


def visitor_address(request: HttpRequest) -> str:
    """The network address of the visitor, behind the trusted proxies of the settings."""
    return get_client_ip(request) or "?"


def safe_next(request: HttpRequest) -> str:
    """The page of this site to continue with, or ""."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else ""


def go_on(wanted: str) -> HttpResponse:
    return redirect(wanted or "people:after_sign_in")


def let_in(request: HttpRequest, user: User, *, second_factor: str = "") -> None:
    """Open the session under a new key; note the second factor where the doors look for it."""
    login(request, user, backend=BACKEND)
    request.session.pop(PROVING, None)
    if second_factor:
        record_authentication(request, user, "mfa", type=second_factor)


def start_proving(request: HttpRequest, user: User, *, wanted: str, now: datetime) -> None:
    """The password was right; nobody is signed in until the second factor is shown."""
    request.session.cycle_key()
    request.session[PROVING] = {"user": user.pk, "at": now.timestamp(), "next": wanted}


def who_is_proving(request: HttpRequest, *, now: datetime) -> User | None:
    """The member of staff whose second factor is awaited: after the password, or signed in without it."""
    if isinstance(request.user, User):
        return request.user if request.user.is_staff_member else None
    proving: dict[str, Any] = request.session.get(PROVING) or {}
    if not proving or now.timestamp() - proving["at"] > PROVING_FOR.total_seconds():
        return None
    return User.objects.filter(pk=proving["user"], is_active=True, is_staff_member=True).first()


def wanted_while_proving(request: HttpRequest) -> str:
    return safe_next(request) or (request.session.get(PROVING) or {}).get("next", "")


# --- What is shown once: kept sealed in the session until it is read --------------------------------------------------
ONCE = "people.once"


def keep_for_session(request: HttpRequest, name: str, value: str) -> None:
    sealed = base64.b64encode(seal(value.encode(), column=BOUND_TO)).decode()
    request.session[ONCE] = {**request.session.get(ONCE, {}), name: sealed}


def kept_for_session(request: HttpRequest, name: str) -> str:
    sealed = request.session.get(ONCE, {}).get(name)
    return unseal(base64.b64decode(sealed), column=BOUND_TO).decode() if sealed else ""


def drop_from_session(request: HttpRequest, name: str) -> None:
    request.session[ONCE] = {key: value for key, value in request.session.get(ONCE, {}).items() if key != name}
