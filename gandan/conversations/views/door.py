"""What the public pages share: counting tries, finding the commune of what is opened, who is signed in."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import sort_key
from gandan.people.access import PublicRequest
from gandan.people.models import User
from gandan.places.models import Agency

from ..limits_of_use import HOUR

TOO_OFTEN = "Đã gửi nhiều lần trong giờ này. Xin chờ, hoặc gọi số điện thoại của Trung tâm."


def may(request: PublicRequest, what: str, limit: int) -> None:
    """RuleBroken when this network address has done it too often within the hour."""
    address = request.META.get("REMOTE_ADDR", "")
    if not count_try(f"{what}:{address}", now=timezone.now(), limit=limit, per=HOUR):
        raise RuleBroken(TOO_OFTEN)


def citizen_of(request: PublicRequest) -> User | None:
    return request.user if isinstance(request.user, User) and not request.user.is_staff_member else None


def wear(request: PublicRequest, commune: Agency) -> None:
    """A page found by its key shows the letterhead of its own commune."""
    request.commune = commune


def fields_in_force() -> list[str]:
    """Fields of the procedures of today, in Vietnamese order of their names."""
    rows: QuerySet[Procedure] = Procedure.objects.in_force(localdate())
    return sorted(set(rows.values_list("field", flat=True)), key=sort_key)


def procedure_in_force(code: str) -> ProcedureVersion:
    found = ProcedureVersion.objects.in_force(localdate()).with_facts().filter(procedure__code=code).first()
    if found is None:
        raise Http404
    return found
