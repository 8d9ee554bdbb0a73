"""The unit that owns a model is its mentor; those that run it help (4.2, rule 6)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from gandan.people.models import Role
from gandan.people.offices import Office
from gandan.places.models import Agency

from .models import Reform
from .workflow import OPERATING


@dataclass(frozen=True)
class Contact:
    """Whom to ask: name, telephone and unit; empty where nobody is known."""

    name: str
    phone: str
    unit: str
    since: str = ""


def contact_of(reform: Reform) -> Contact:
    """The contact of the model, else the telephone of the owner unit."""
    owner = reform.owner
    return Contact(reform.contact_name, reform.contact_phone or (owner.phone if owner else ""), reform.owned_by)


def hosts_of(reform: Reform) -> QuerySet[Agency]:
    """Where the model may be seen: the owner unit, and communes where it runs."""
    running = Q(adoptions__reform=reform, adoptions__status__in=OPERATING)
    return Agency.objects.filter(running | Q(owned_reforms=reform)).distinct().order_by("sort_name")


def may_answer(office: Office, reform: Reform) -> bool:
    """The owner unit, a commune that runs the model, or the province."""
    if office.commune is None:
        return office.holds(Role.OVERSIGHT)
    if office.is_partner_only:
        return False
    is_owner = reform.owner is not None and reform.owner.commune_id == office.commune.pk
    return is_owner or reform.adoptions.filter(agency__commune=office.commune, status__in=OPERATING).exists()
