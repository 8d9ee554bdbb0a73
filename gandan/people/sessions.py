"""Sessions that know their user: one statement tells both, on every page of whoever is signed in.

`SessionStore` is Django's, on our own table (settings: SESSION_ENGINE). `SignedInMiddleware` takes the user that came with
the session when everything about it is plainly right; in any other case Django's own way decides.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.middleware import get_user as ask_for_user
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends import db
from django.db.models import F, QuerySet
from django.http import HttpRequest  # noqa: TID251  # the middleware stands beside the store it reads
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from gandan.core.statements import Prepared

from .models import Session, User


def _question(session_key: str, now: datetime) -> QuerySet[User]:
    of_session = User.objects.filter(sessions__session_key=session_key, sessions__expire_date__gt=now)
    return of_session.annotate(session_data=F("sessions__session_data"), session_ends=F("sessions__expire_date"))


_user_of_session = Prepared(_question)


class SessionStore(db.SessionStore):
    user_read: User | None = None
    """Who came with the session when it was read; not yet checked."""

    @classmethod
    def get_model_class(cls) -> Any:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        row.user_id = data.get(SESSION_KEY)
        return row

    def _get_session_from_db(self) -> Any:
        if key := self.session_key:
            told: Any = _user_of_session.first(key, timezone.now())
            self.user_read = told
            if told is not None:
                return Session(session_key=key, session_data=told.session_data, expire_date=told.session_ends)
        return super()._get_session_from_db()  # type: ignore[misc]  # nobody has signed in here; untold by the stubs


class SignedInMiddleware(AuthenticationMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _user_of(request))  # type: ignore[assignment]  # lazily a user


def _user_of(request: HttpRequest) -> User | AnonymousUser:
    """As Django's, which keeps the user on the request; only where it would read the row again, the one at hand is kept."""
    if not hasattr(request, "_cached_user") and (came := _came_with(request)):
        request._cached_user = came  # type: ignore[attr-defined]  # Django's own place
    return ask_for_user(request)


def _came_with(request: HttpRequest) -> User | None:
    """The user read with the session, when the session is really hers, by a way in we know, and still valid."""
    session = request.session
    signed_in, proof = session.get(SESSION_KEY), session.get(HASH_SESSION_KEY)
    user: User | None = getattr(session, "user_read", None)
    if user is None or not proof or str(user.pk) != signed_in or not user.is_active:
        return None
    if session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
        return None
    return user if constant_time_compare(proof, user.get_session_auth_hash()) else None
