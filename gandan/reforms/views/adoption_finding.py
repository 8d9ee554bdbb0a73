"""What every page of an adoption begins and ends with: find it, check whose step it is."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from gandan.people.offices import Office

from ..models import Adoption, AdoptionQuerySet

WITH = ("reform__owner", "version", "agency__commune", "responsible", "decided_by")


def visible(office: Office) -> AdoptionQuerySet:
    """A commune its own, the province those of its communes; a partner agency only its own."""
    rows = Adoption.objects.seen_by(office.agency).select_related(*WITH)
    return rows.filter(agency=office.agency) if office.is_partner_only else rows


def find(office: Office, pk: int) -> Adoption:
    return get_object_or_404(visible(office), pk=pk)
