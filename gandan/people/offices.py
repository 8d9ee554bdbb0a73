"""Where a member of staff sits today, and as what: the unit of every question “may they see this?”."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localdate

from gandan.places.models import Agency

from .models import Role, User


@dataclass(frozen=True)
class Office:
    """Where a member of staff sits today, and as what."""

    user: User
    agency: Agency
    roles: frozenset[str]

    @property
    def commune(self) -> Agency | None:
        return self.agency.commune

    def holds(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def is_partner_only(self) -> bool:
        """A partner agency sees only what was handed to it."""
        return self.roles <= {Role.PARTNER}


def office_of(user: User) -> Office | None:
    """The office of a member of staff today, or None when no role is held."""
    agency = Agency.objects.select_related("commune__province").filter(pk=user.agency_id or 0).first()
    if not user.is_active or agency is None:
        return None
    roles = user.roles_in(agency, today=localdate())
    return Office(user, agency, frozenset(roles)) if roles else None
