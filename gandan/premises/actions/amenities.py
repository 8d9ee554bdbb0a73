"""The list of amenities: taken over, changed, used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import AmenitiesSetUp, AmenityKept, AmenityUsed
from ..models import Amenity, AmenityUse
from ..shipped import shipped_amenities


@dataclass(frozen=True)
class AmenityDetails:
    """Everything a commune may set of an amenity."""

    number: int
    name: str
    kind: str
    place: str = ""
    about: str = ""
    responsible: User | None = None
    is_free: bool = True
    is_used: bool = True
    needs_photo: bool = False
    reading: str = ""
    least: int | None = None


@transaction.atomic
def set_up_amenities(
    commune: Agency, *, by: User | None, now: datetime, numbers: frozenset[int] | None = None
) -> int:  # fmt: skip
    """Take over the shipped amenities (only `numbers` when told) whose number the commune does not use yet. Returns how many."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    known = set(Amenity.objects.of(commune).values_list("number", flat=True))
    lines = [one for one in shipped_amenities() if one["number"] not in known]
    wanted = [one for one in lines if numbers is None or one["number"] in numbers]
    Amenity.objects.bulk_create(Amenity(agency=commune, **one) for one in wanted)
    if wanted:
        record(AmenitiesSetUp(added=len(wanted)), about=commune, by=by, at=now)
    return len(wanted)


@transaction.atomic
def add_amenity(commune: Agency, details: AmenityDetails, *, by: User, now: datetime) -> Amenity:
    """An amenity of the commune's own."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    made = Amenity(agency=commune)
    _set(made, details)
    record(AmenityKept(amenity_id=made.pk, is_used=made.is_used), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def change_amenity(amenity: Amenity, details: AmenityDetails, *, by: User, now: datetime) -> None:
    Amenity.objects.select_for_update().get(pk=amenity.pk)
    _set(amenity, details)
    record(AmenityKept(amenity_id=amenity.pk, is_used=amenity.is_used), about=amenity, by=by, at=now)


def _set(amenity: Amenity, details: AmenityDetails) -> None:
    same = Amenity.objects.filter(agency=amenity.agency_id, number=details.number).exclude(pk=amenity.pk).first()
    if same:
        raise RuleBroken(f"Số {details.number} đã là “{same}”. Chọn số khác.")
    works_in(details.responsible, amenity.agency)
    for name in vars(details):
        setattr(amenity, name, getattr(details, name))
    amenity.save()


def works_in(person: User | None, commune: Agency) -> None:
    """RuleBroken for somebody of another commune."""
    if person and (person.agency is None or person.agency.commune_id != commune.pk):
        raise RuleBroken(f"{person} không làm việc tại {commune.name_within}.")


@transaction.atomic
def count_use(amenity: Amenity, *, by: User | None, now: datetime) -> None:
    """Somebody used it and said so."""
    today = localdate(now)
    AmenityUse.objects.get_or_create(amenity=amenity, day=today)
    AmenityUse.objects.filter(amenity=amenity, day=today).update(count=F("count") + 1)
    record(AmenityUsed(amenity_id=amenity.pk, day=today), about=amenity, by=by, at=now)
