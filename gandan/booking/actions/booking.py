"""Booking, choosing another hour, giving it back. The database sees that no place is taken twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localtime

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import say_day
from gandan.hall.hours import is_out_of_hours
from gandan.journal.actions import record
from gandan.people.contacts import ContactUnclear, phone_number
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.kinds import Running

from .. import offers, workflow
from ..events import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from ..models import Appointment, AppointmentQuerySet, CoolingPlace, Source
from ..programmes import matters_of
from ..slots import Slot, free_places
from ..workflow import OPEN, Status

HOLD_PERSON = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
TWO_HOURS = timedelta(hours=2)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Who wants which hour of which programme, for what. `phone` was proved by a code, or an officer heard it."""

    programme_id: int
    starts_at: datetime
    name: str
    phone: str = ""
    matter: str = ""
    procedure: Procedure | None = None
    words: str = ""
    source: str = Source.WEB
    owner: User | None = None
    about: str = ""
    """Code of the dossier the office proposes the hour for: such an hour is not counted against the person."""


@transaction.atomic
def book(agency: Agency, wish: Wish, *, by: User | None, now: datetime) -> Appointment:
    """One place of a slot. RuleBroken names the hours and matters allowed, or what is still free."""
    rule = offers.service(agency, wish.programme_id, localtime(now).date())
    is_staff = by is not None and by.is_staff_member
    matter = wish.matter.strip() or _only_matter(rule, wish)
    offers.check_matter(rule, matter, wish.procedure)
    slot = offers.slot_at(agency, rule, wish.starts_at, now, is_staff=is_staff)
    held = offers.rule_on(agency, rule, localtime(slot.starts_at).date()) or rule
    phone = _phone(wish)
    appointment = Appointment(
        agency=agency, programme_id=rule.programme_id, service=rule.kind, starts_at=slot.starts_at, ends_at=slot.ends_at,
        status=Status.REQUESTED if held.values["needs_leader"] else Status.CONFIRMED, procedure=wish.procedure,
        matter=matter[:120], words=wish.words.strip()[:300], about=wish.about, name=_name(wish), phone=phone,
        owner=wish.owner, source=wish.source, made_at=now, is_out_of_hours=is_out_of_hours(agency, slot.starts_at),
    )  # fmt: skip
    if not wish.about:
        _keep_to_limits(appointment, held, now)
    _take_a_place(appointment, slot, held, now)
    event = AppointmentBooked(
        appointment_id=appointment.pk, agency_id=agency.pk, service=rule.kind, starts_at=slot.starts_at, source=wish.source
    )  # fmt: skip
    record(event, about=appointment, by=by or wish.owner, at=now, is_first=True)
    return appointment


def _only_matter(rule: Running, wish: Wish) -> str:
    """Where the programme serves one matter only, nobody has to name it."""
    if wish.procedure is not None:
        return wish.procedure.field
    matters = matters_of(rule.values)
    return matters[0] if len(matters) == 1 else ""


def _name(wish: Wish) -> str:
    name = " ".join(wish.name.split())[:120]
    if not name:
        raise RuleBroken("Xin ghi họ tên người đến.")
    return name


def _phone(wish: Wish) -> str:
    try:
        return phone_number(wish.phone) if wish.phone.strip() else ""
    except ContactUnclear as unclear:
        raise RuleBroken(str(unclear)) from None


def _same_person(appointment: Appointment) -> AppointmentQuerySet | None:
    """Appointments under the same phone, or of the same account; None where neither is known."""
    others = Appointment.objects.filter(agency=appointment.agency).exclude(pk=appointment.pk or 0)
    if appointment.phone:
        return others.filter(phone_index=blind_index(appointment.phone, column="booking_appointment.phone"))
    return others.filter(owner=appointment.owner) if appointment.owner is not None else None


def _keep_to_limits(appointment: Appointment, rule: Running, now: datetime) -> None:
    """Without deposit, abuse is bounded by the person: so many open, so many a day in one service.

    The lock makes two requests of one person wait for each other, so that the second one is counted right.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLD_PERSON, [f"booking:{appointment.agency_id}:{appointment.phone or appointment.owner_id}"])
    same = _same_person(appointment)
    if same is None:
        return
    most, a_day = rule.values["most_open"], rule.values["most_a_day"]
    if same.still_open().filter(starts_at__gt=now).count() >= most:
        raise RuleBroken(f"Số này đang giữ {most} lịch hẹn. Đến hoặc hủy một lịch rồi đặt tiếp.")
    day = localtime(appointment.starts_at).date()
    there = same.holding().filter(service=appointment.service, starts_at__date=day)
    if there.count() >= a_day:
        raise RuleBroken(f"Số này đã có {a_day} lịch hẹn vào {say_day(day)}. Xin chọn ngày khác.")


def _take_a_place(appointment: Appointment, slot: Slot, rule: Running, now: datetime) -> None:
    """The first free place; where somebody was faster, the next one, until none is left."""
    for place in _places(slot, rule, now):
        appointment.place = place
        try:
            with transaction.atomic():
                appointment.save()
        except IntegrityError:
            continue
        return
    today = localtime(now).date()
    near = offers.say_slots(offers.next_free(appointment.agency, rule, now, after=slot.starts_at), today)
    at = localtime(slot.starts_at)
    raise RuleBroken(
        f"Giờ {at:%H:%M}, {say_day(at.date(), today=today)} vừa có người đặt. "
        f"{f'Còn chỗ: {near}.' if near else 'Những ngày tới đã kín chỗ.'}"
    )


def _places(slot: Slot, rule: Running, now: datetime) -> Iterator[int]:
    yield from free_places(slot, offers.holds(rule, slot.starts_at, slot.ends_at, now))


@transaction.atomic
def move(appointment: Appointment, *, starts_at: datetime, by: User | None, now: datetime) -> None:
    """Another hour of the same service, in one go: the old place is given up only if the new one is taken."""
    kept = _locked(appointment)
    if kept.status not in OPEN or kept.starts_at <= now:
        raise RuleBroken(f"{kept} không đổi giờ được nữa: {kept.status_label().lower()}.")
    rule = offers.service(kept.agency, kept.programme_id, localtime(now).date())
    slot = offers.slot_at(kept.agency, rule, starts_at, now, is_staff=by is not None and by.is_staff_member)
    if slot.starts_at == kept.starts_at:
        raise RuleBroken("Giờ mới trùng giờ đang hẹn. Xin chọn giờ khác.")
    held = offers.rule_on(kept.agency, rule, localtime(slot.starts_at).date()) or rule
    old = CoolingPlace(programme_id=kept.programme_id, place=kept.place, starts_at=kept.starts_at, ends_at=kept.ends_at)
    kept.starts_at, kept.ends_at, kept.moves = slot.starts_at, slot.ends_at, kept.moves + 1
    kept.eve_reminded_at = kept.soon_reminded_at = None
    kept.is_out_of_hours = is_out_of_hours(kept.agency, slot.starts_at)
    if held.values["needs_leader"]:
        kept.status, kept.officer = Status.REQUESTED, None
    _keep_to_limits(kept, held, now)
    _take_a_place(kept, slot, held, now)
    _cool_off(old, held, now)
    event = AppointmentMoved(
        appointment_id=kept.pk, agency_id=kept.agency_id, from_at=old.starts_at, starts_at=kept.starts_at
    )
    record(event, about=kept, by=by, at=now)
    appointment.refresh_from_db()


def _locked(appointment: Appointment) -> Appointment:
    return Appointment.objects.select_for_update(of=("self",)).select_related("agency").get(pk=appointment.pk)


def _cool_off(place: CoolingPlace, rule: Running, now: datetime) -> None:
    """Nobody keeps hours back by booking and cancelling them for another."""
    place.until = now + timedelta(minutes=rule.values["cool_off_minutes"])
    if place.until > now and place.ends_at > now:
        place.save()


@transaction.atomic
def cancel(
    appointment: Appointment, *, by: User | None, now: datetime, reason: str = "", by_office: bool = False
) -> None:
    """By the person with the key, or by the office, which says why."""
    if by_office and not reason.strip():
        raise RuleBroken("Xin ghi lý do hủy, người dân sẽ đọc được.")
    appointment.take(workflow.CANCEL)
    appointment.reason, appointment.ended_at = reason.strip()[:300], now
    appointment.save(update_fields=["reason", "ended_at"])
    today = localtime(now).date()
    rule = next(
        (one for one in offers.services(appointment.agency, today) if one.programme_id == appointment.programme_id),
        None,
    )
    if rule is not None:
        place = CoolingPlace(
            programme_id=appointment.programme_id, place=appointment.place, starts_at=appointment.starts_at,
            ends_at=appointment.ends_at,
        )  # fmt: skip
        _cool_off(place, rule, now)
    event = AppointmentCancelled(
        appointment_id=appointment.pk, agency_id=appointment.agency_id, by_office=by_office
    )  # fmt: skip
    record(event, about=appointment, by=by, at=now)
