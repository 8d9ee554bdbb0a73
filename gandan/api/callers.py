"""Who calls: the person of a bearer token, with the rights they have in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from gandan.core.actions import count_try
from gandan.dossiers.models import Dossier, DossierQuerySet
from gandan.dossiers.rights import may, why_not
from gandan.people.actions import user_of_token
from gandan.people.models import User
from gandan.people.offices import Office, office_of

from .problems import NOT_ALLOWED, TOO_MANY, UNKNOWN_CALLER, Problem

WRONG_TOKENS, WRONG_KEYS, PER = 60, 60, timedelta(minutes=1)
CITIZENS_VERBS = frozenset({"resubmit", "withdraw"})


@dataclass(frozen=True)
class Caller:
    """A citizen (then `office` is None) or a member of staff in their office."""

    user: User
    office: Office | None

    def dossiers(self) -> DossierQuerySet:
        """What this person may see."""
        if self.office is None:
            return Dossier.objects.owned_by(self.user)
        return Dossier.objects.for_office(self.office)

    def need(self, verb: str, dossier: Dossier | None = None) -> None:
        """Raise unless the rights of this person cover the verb."""
        if self.office is None and verb in CITIZENS_VERBS:
            return
        if self.office is None or not may(self.office, verb, dossier):
            raise Problem(NOT_ALLOWED, why_not(verb))

    def staff_office(self) -> Office:
        if self.office is None:
            raise Problem(NOT_ALLOWED, "Chỉ cán bộ được xem phần này.")
        return self.office


class ApiRequest(HttpRequest):
    """A request whose bearer token was accepted."""

    auth: Caller


class Bearer(HttpBearer):
    """`Authorization: Bearer gandan_…` (made by `gandan token USERNAME`)."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        user = user_of_token(token, now=timezone.now())
        if user is None:
            stumble(request, "token", most=WRONG_TOKENS)
            raise Problem(UNKNOWN_CALLER, "Mã truy cập không đúng hoặc đã bị thu hồi.")
        if not user.is_staff_member:
            return Caller(user, None)
        office = office_of(user)
        if office is None:
            raise Problem(NOT_ALLOWED, "Tài khoản này hiện không được giao vai trò nào.")
        return Caller(user, office)


def stumble(request: HttpRequest, what: str, *, most: int) -> None:
    """Count a wrong token or key of this address; too many in a minute and it has to wait."""
    address = request.META.get("REMOTE_ADDR", "")
    if not count_try(f"api-{what}:{address}", now=timezone.now(), limit=most, per=PER):
        raise Problem(TOO_MANY, "Thử sai quá nhiều lần. Xin chờ một phút.")


def lost(request: HttpRequest) -> Http404:
    """A key that opens nothing: counted, since keys may be guessed."""
    stumble(request, "key", most=WRONG_KEYS)
    return Http404()
