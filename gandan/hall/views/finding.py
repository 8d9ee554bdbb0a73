"""What every page of the hall begins with: find within the commune, and only where people may serve."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest

from ..models import Counter, PeerGroup, Sitting, Ticket


def need_to_serve(request: OfficerRequest) -> None:
    if request.office.is_partner_only:
        raise RuleBroken("Việc này của cán bộ Trung tâm.")


def counter_of(request: OfficerRequest, pk: int) -> Counter:
    need_to_serve(request)
    return get_object_or_404(Counter.objects.filter(agency=request.commune).select_related("agency"), pk=pk)


def ticket_of(request: OfficerRequest, pk: int) -> Ticket:
    need_to_serve(request)
    return get_object_or_404(Ticket.objects.filter(agency=request.commune).select_related("agency", "procedure"), pk=pk)


def group_of(request: OfficerRequest, pk: int) -> PeerGroup:
    need_to_serve(request)
    return get_object_or_404(PeerGroup.objects.filter(agency=request.commune).select_related("procedure"), pk=pk)


def sitting_of(request: OfficerRequest) -> Sitting | None:
    """Where this officer sits in this commune."""
    mine = Sitting.objects.filter(officer=request.user, until__isnull=True, counter__agency=request.commune)
    return mine.select_related("counter__agency").first()
