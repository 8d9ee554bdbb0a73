"""People of a list: entered, assigned, contacted, brought to a final state with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Hamlet

from .. import workflow
from ..events import MatchDecided, PersonAssigned, PersonConcluded, PersonContacted, PersonListed
from ..matching import REVIEW, Candidate, Line, day_of_age
from ..models import ListedPerson, Listing
from ..reading import hamlet_key
from ..workflow import PersonStatus
from .lists import RECEIVING, open_list, person_row

DECIDED = "name"
"""A person said that the likeness is the same person, or is not."""


@transaction.atomic
def add_person(listing: Listing, line: Line, *, by: User, now: datetime) -> ListedPerson:
    """Entered by hand: found by the police or the hamlet head (S4.17)."""
    locked = open_list(listing)
    if not line.name.strip():
        raise RuleBroken("Xin ghi họ tên.")
    day = day_of_age(line.born_on, locked.age_from) if locked.age_from is not None and line.born_on else None
    places = {hamlet_key(one.name): one for one in Hamlet.objects.of(locked.commune)}
    person = person_row(locked, Candidate(line, day), places, now)
    if not person.id_index and locked.people.filter(folded=person.folded, born_on=person.born_on).exists():
        raise RuleBroken(f"{person.name} đã có trong danh sách.")
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise RuleBroken(f"{person.name} đã có trong danh sách (trùng số định danh).") from None
    record(PersonListed(listing_id=locked.pk, person_id=person.pk), about=person, by=by, at=now, is_first=True)
    return person


def _locked(person: ListedPerson) -> ListedPerson:
    open_list(person.listing)
    return ListedPerson.objects.select_for_update(of=("self",)).select_related("listing").get(pk=person.pk)


@transaction.atomic
def decide_match(person: ListedPerson, *, is_same: bool, by: User, now: datetime) -> None:
    """Same name and birthday among the recipients: a person says whether it is the same one."""
    locked = _locked(person)
    if locked.match != REVIEW:
        raise RuleBroken(f"{locked.name} không chờ xem lại.")
    ListedPerson.objects.filter(pk=locked.pk).update(match=DECIDED, changed_at=now)
    event = MatchDecided(listing_id=locked.listing_id, person_id=locked.pk, is_same=is_same)
    record(event, about=locked, by=by, at=now)
    if is_same:
        locked.match = DECIDED
        conclude(locked, Ending(PersonStatus.SERVED, RECEIVING), by=by, now=now)


@dataclass(frozen=True)
class Charge:
    """Who is in charge: an officer with an account, a hamlet head by name, or both."""

    to: User | None = None
    head_name: str = ""

    @property
    def officer_id(self) -> int | None:
        return self.to.pk if self.to else None


@transaction.atomic
def assign_person(person: ListedPerson, charge: Charge, *, by: User, now: datetime) -> None:
    """To the hamlet head, and to an officer who sees the person from now on."""
    locked = _locked(person)
    _assign(locked, charge, now)
    event = PersonAssigned(listing_id=locked.listing_id, person_id=locked.pk, officer_id=charge.officer_id)
    record(event, about=locked, by=by, at=now)


def _assign(person: ListedPerson, charge: Charge, now: datetime) -> None:
    to, head_name = charge.to, charge.head_name.strip()
    if to is None and not head_name:
        raise RuleBroken("Xin chọn cán bộ hoặc ghi tên người phụ trách ở khu dân cư.")
    if to is not None and (to.agency is None or to.agency.commune_id != person.listing.commune_id):
        raise RuleBroken("Cán bộ này không thuộc xã.")
    person.take(workflow.ASSIGN)
    ListedPerson.objects.filter(pk=person.pk).update(
        assigned_to=to, head_name=head_name or person.head_name, changed_at=now
    )


@transaction.atomic
def assign_hamlet(listing: Listing, hamlet: Hamlet | None, charge: Charge, *, by: User, now: datetime) -> int:
    """Everybody of one hamlet who is not yet contacted; returns how many."""
    locked, today = open_list(listing), localdate(now)
    waiting = locked.people.of_today(today).filter(
        hamlet=hamlet, status__in=(PersonStatus.FOUND, PersonStatus.ASSIGNED)
    )
    found = waiting.select_for_update(of=("self",)).select_related("listing")
    return _assign_all([(one, charge) for one in found], by, now)


@transaction.atomic
def assign_heads(listing: Listing, *, by: User, now: datetime) -> int:
    """Everybody not yet given goes to the head of the own hamlet, where it has one; returns how many people went."""
    locked, today = open_list(listing), localdate(now)
    waiting = locked.people.of_today(today).filter(status=PersonStatus.FOUND, hamlet__isnull=False)
    found = waiting.exclude(hamlet__head_name="").select_for_update(of=("self",)).select_related("listing", "hamlet")
    return _assign_all([(one, Charge(head_name=one.hamlet.head_name)) for one in found if one.hamlet], by, now)


def _assign_all(given: list[tuple[ListedPerson, Charge]], by: User, now: datetime) -> int:
    for one, charge in given:
        _assign(one, charge, now)
        event = PersonAssigned(listing_id=one.listing_id, person_id=one.pk, officer_id=charge.officer_id)
        record(event, about=one, by=by, at=now)
    return len(given)


@transaction.atomic
def contact_person(person: ListedPerson, *, note: str, by: User, now: datetime) -> None:
    """Spoken with, at home or by telephone."""
    locked = _locked(person)
    locked.take(workflow.CONTACT)
    ListedPerson.objects.filter(pk=locked.pk).update(reason=note.strip()[:300], changed_at=now)
    record(PersonContacted(listing_id=locked.listing_id, person_id=locked.pk), about=locked, by=by, at=now)


@dataclass(frozen=True)
class Ending:
    """A final state and why."""

    status: str
    reason: str
    dossier: Dossier | None = None


@transaction.atomic
def conclude(person: ListedPerson, ending: Ending, *, by: User | None, now: datetime) -> None:
    """The final state, with its reason. Whoever waits to be looked at again is decided by it, too."""
    _end(_locked(person), ending, by, now)


@transaction.atomic
def conclude_people(listing: Listing, endings: Mapping[int, Ending], *, by: User, now: datetime) -> int:
    """Many at once, by key of the person: who was ended meanwhile stays as he is. Returns how many were ended."""
    locked = open_list(listing)
    rows = locked.people.still_open().filter(pk__in=endings).select_for_update(of=("self",)).order_by("pk")
    waiting = list(rows.select_related("listing"))
    for person in waiting:
        _end(person, endings[person.pk], by, now)
    return len(waiting)


def _end(person: ListedPerson, ending: Ending, by: User | None, now: datetime) -> None:
    step = next((one for one in workflow.PERSON_STEPS if one.verb == "conclude" and one.end == ending.status), None)
    reason = ending.reason.strip() or (f"Hồ sơ {ending.dossier.code}." if ending.dossier else "")
    if step is None:
        raise RuleBroken("Xin chọn kết quả cuối.")
    if not reason:
        raise RuleBroken("Xin ghi lý do hoặc căn cứ của kết quả.")
    if ending.dossier is not None and ending.dossier.commune_id != person.listing.commune_id:
        raise RuleBroken("Không có hồ sơ mang mã này ở xã.")
    person.take(step)
    match = DECIDED if person.match == REVIEW else person.match
    ListedPerson.objects.filter(pk=person.pk).update(
        reason=reason[:300], dossier=ending.dossier, match=match, changed_at=now
    )
    event = PersonConcluded(
        listing_id=person.listing_id, person_id=person.pk, status=str(step.end),
        dossier_id=ending.dossier.pk if ending.dossier else None,
    )  # fmt: skip
    record(event, about=person, by=by, at=now)


@transaction.atomic
def bring_of_age(person: ListedPerson, *, now: datetime) -> bool:
    """The day of turning the age has come: the person appears on the list by himself. True the first time."""
    locked = ListedPerson.objects.select_for_update(of=("self",)).select_related("listing").get(pk=person.pk)
    day = locked.eligible_from
    if day is None or day > localdate(now) or localdate(locked.changed_at) >= day or locked.is_final:
        return False
    ListedPerson.objects.filter(pk=locked.pk).update(changed_at=now)
    record(PersonListed(listing_id=locked.listing_id, person_id=locked.pk), about=locked, at=now)
    return True
