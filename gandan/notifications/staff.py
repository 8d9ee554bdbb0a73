"""Who of the staff is told: colleagues as addressees, holders of a role, the leader of a unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gandan.feedback.units import leader_of
from gandan.people.models import Assignment, User
from gandan.places.models import Agency

from .addressees import Addressee

__all__ = ["colleagues", "holders", "leader_of"]


def colleagues(people: Iterable[User | None], commune: Agency) -> list[Addressee]:
    """Each person once, nobody left out for standing twice; None is nobody."""
    return [
        Addressee(name=person.full_name, commune=commune, user=person)
        for person in dict.fromkeys(one for one in people if one)
    ]


def holders(commune: Agency, *roles: str, today: date) -> list[User]:
    """Who holds one of the roles anywhere in the commune on a day."""
    held = Assignment.objects.on(today).filter(agency__commune=commune, role__in=roles).values("user")
    return list(User.objects.filter(is_active=True, pk__in=held).order_by("pk"))
