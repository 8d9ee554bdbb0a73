"""Walking the streets: households, rounds, commitments, findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import (
    CommitmentChecked,
    HouseholdContacted,
    HouseholdKept,
    StreetKept,
    StreetRoundBegun,
    StreetRoundClosed,
)
from ..models import Channel, Contact, Feedback, Household, RoundKind, Street, StreetRound
from .noting import _needs
from .receiving import Origin, Told, Where, receive


@dataclass(frozen=True)
class StreetFacts:
    name: str
    hamlet: Hamlet | None = None
    officer: User | None = None


@dataclass(frozen=True)
class HouseholdFacts:
    number: str
    name: str
    business: str = ""
    owner: str = ""
    phone: str = ""
    is_open: bool = True


@dataclass(frozen=True)
class Meeting:
    """What was seen and promised at a household."""

    is_met: bool = True
    note: str = ""
    commitment: str = ""
    commitment_by: date | None = None
    photo: CleanFile | None = None


@dataclass(frozen=True)
class Finding:
    """A violation seen in the field."""

    text: str
    category: str
    photos: Sequence[CleanFile] = ()


@transaction.atomic
def keep_street(agency: Agency, facts: StreetFacts, *, street: Street | None = None, by: User, now: datetime) -> Street:
    """Add a street, or change `street`."""
    name = _needs(facts.name, "Ghi tên tuyến đường.")[:120]
    kept = street or Street(agency=agency)
    if Street.objects.filter(agency=agency, name=name).exclude(pk=kept.pk).exists():
        raise RuleBroken(f"Đã có tuyến {name}.")
    kept.name, kept.hamlet, kept.officer = name, facts.hamlet, facts.officer
    kept.save()
    record(StreetKept(street_id=kept.pk), about=kept, by=by, at=now)
    return kept


@transaction.atomic
def keep_household(
    street: Street, facts: HouseholdFacts, *, household: Household | None = None, by: User, now: datetime
) -> Household:
    """Add a business household, or change `household`."""
    name = _needs(facts.name, "Ghi tên hộ kinh doanh.")[:120]
    number = _needs(facts.number, "Ghi số nhà.")[:40]
    kept = household or Household(street=street)
    if street.households.filter(number=number, name=name).exclude(pk=kept.pk).exists():
        raise RuleBroken(f"Đã có hộ {name} ở số {number}.")
    kept.street, kept.number, kept.name, kept.business = street, number, name, facts.business.strip()
    kept.owner, kept.phone, kept.is_open = facts.owner.strip(), facts.phone.strip(), facts.is_open
    kept.save()
    record(HouseholdKept(household_id=kept.pk), about=kept, by=by, at=now)
    return kept


@transaction.atomic
def begin_round(street: Street, kind: str, *, by: User, now: datetime) -> StreetRound:
    """One at a time for a street and kind."""
    Street.objects.select_for_update().get(pk=street.pk)
    if street.rounds.filter(kind=kind, closed_at__isnull=True).exists():
        raise RuleBroken(f"Tuyến {street} đang có một đợt chưa xong.")
    made = StreetRound.objects.create(street=street, kind=RoundKind(kind), begun_at=now, begun_by=by)
    record(StreetRoundBegun(round_id=made.pk, kind=kind), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def contact_household(
    a_round: StreetRound, household: Household, meeting: Meeting, *, by: User, now: datetime
) -> Contact:
    """Once a household and round; coming again after nobody was there replaces the first try."""
    if not StreetRound.objects.select_for_update().filter(pk=a_round.pk, closed_at__isnull=True).exists():
        raise RuleBroken("Đợt này đã kết thúc.")
    if household.street_id != a_round.street_id:
        raise RuleBroken(f"{household} không ở tuyến này.")
    known = Contact.objects.filter(round=a_round, household=household).first()
    if known and known.is_met:
        raise RuleBroken(f"Đã ghi tiếp xúc {household} trong đợt này.")
    made = known or Contact(round=a_round, household=household)
    made.is_met, made.note, made.at, made.by = meeting.is_met, meeting.note.strip()[:500], now, by
    made.commitment, made.commitment_by = meeting.commitment.strip()[:500], meeting.commitment_by
    if meeting.photo:
        made.photo, made.photo_type = meeting.photo.content, meeting.photo.media_type
    made.save()
    told = HouseholdContacted(round_id=a_round.pk, contact_id=made.pk, is_met=made.is_met)
    record(told, about=made, by=by, at=now)
    return made


@transaction.atomic
def check_commitment(contact: Contact, *, is_kept: bool, by: User, now: datetime) -> None:
    """Was the promise kept? Seen at a later look."""
    if not contact.commitment:
        raise RuleBroken("Hộ này không ghi cam kết nào.")
    contact.is_kept = is_kept
    contact.save(update_fields=["is_kept"])
    record(CommitmentChecked(contact_id=contact.pk, is_kept=is_kept), about=contact, by=by, at=now)


@transaction.atomic
def report_finding(contact: Contact, finding: Finding, *, by: User, now: datetime) -> Feedback:
    """A violation at a household enters the same queue as what citizens report."""
    household = contact.household
    Contact.objects.select_for_update().get(pk=contact.pk)
    told = Told(
        text=finding.text, channel=Channel.INSPECTION, category=finding.category, photos=finding.photos,
        origin=Origin(household=household, contact=contact),
        where=Where(place=f"{household.number} {household.street}", hamlet=household.street.hamlet),
        press_key=f"finding-{contact.pk}-{contact.findings.count() + 1}",
    )  # fmt: skip
    return receive(household.street.agency, told, by=by, now=now)


@transaction.atomic
def close_round(a_round: StreetRound, *, by: User, now: datetime) -> None:
    """The walk is over; what was not met stays as a gap of its coverage."""
    if not StreetRound.objects.filter(pk=a_round.pk, closed_at__isnull=True).update(closed_at=now):
        raise RuleBroken("Đợt này đã kết thúc.")
    a_round.closed_at = now
    households = a_round.street.households.filter(is_open=True).count()
    met = a_round.contacts.filter(is_met=True).count()
    record(StreetRoundClosed(round_id=a_round.pk, households=households, met=met), about=a_round, by=by, at=now)
