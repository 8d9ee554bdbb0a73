"""The office's side of an appointment: who serves, the person is there, it is done, nobody came."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.vietnamese import say_day
from gandan.hall.actions import draw
from gandan.hall.actions.drawing import Wish as TicketWish
from gandan.hall.models import Source as TicketSource
from gandan.hall.models import Ticket
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..events import AppointmentArrived, AppointmentAssigned, AppointmentMissed, AppointmentReminded, AppointmentServed
from ..models import Appointment
from ..workflow import OPEN, Status

EARLY = timedelta(hours=2)
EVE, SOON = "eve", "soon"


@transaction.atomic
def assign_officer(appointment: Appointment, *, officer: User, by: User, now: datetime) -> None:
    """The leader names who serves; one person serves one appointment at a time."""
    staff = User.objects.select_for_update(of=("self",)).select_related("agency").get(pk=officer.pk)
    if staff.agency is None or staff.agency.commune_id != appointment.agency.commune_id:
        raise NotThisOffice("Cán bộ này thuộc xã khác.")
    if not staff.is_active:
        raise RuleBroken(f"{staff} không còn làm việc tại xã.")
    busy = Appointment.objects.holding().filter(
        officer=staff, starts_at__lt=appointment.ends_at, ends_at__gt=appointment.starts_at
    )  # fmt: skip
    if busy.exclude(pk=appointment.pk).exists():
        at = localtime(appointment.starts_at)
        raise RuleBroken(f"{staff} đã có lịch khác lúc {at:%H:%M}, {say_day(at.date())}. Xin chọn người khác.")
    appointment.take(workflow.ASSIGN)
    appointment.officer = staff
    appointment.save(update_fields=["officer"])
    event = AppointmentAssigned(
        appointment_id=appointment.pk, agency_id=appointment.agency_id, officer_id=staff.pk, starts_at=appointment.starts_at
    )  # fmt: skip
    record(event, about=appointment, by=by, at=now)


@transaction.atomic
def check_in(appointment: Appointment, *, by: User | None, now: datetime) -> Ticket:
    """The person is here: a number is drawn that stands in the one order of the hall by the booked hour."""
    at = localtime(appointment.starts_at)
    if now < appointment.starts_at - EARLY:
        raise RuleBroken(f"Lịch hẹn lúc {at:%H:%M}, {say_day(at.date())}. Chỉ ghi đã đến trong 2 giờ trước đó.")
    appointment.take(workflow.CHECK_IN)
    wish = TicketWish(
        source=TicketSource.BOOKING, procedures=(appointment.procedure,) if appointment.procedure else (),
        words=appointment.matter or appointment.words, booked_for=appointment.starts_at,
    )  # fmt: skip
    ticket = draw(appointment.agency, wish, by=by, now=now)
    appointment.ticket, appointment.arrived_at = ticket, now
    appointment.save(update_fields=["ticket", "arrived_at"])
    event = AppointmentArrived(appointment_id=appointment.pk, agency_id=appointment.agency_id, ticket_id=ticket.pk)
    record(event, about=appointment, by=by, at=now)
    return ticket


@transaction.atomic
def close_appointment(appointment: Appointment, *, by: User | None, now: datetime, outcome: str = "") -> None:
    """Served. Whoever served is kept for the record of extra hours, if the leader named nobody."""
    if now < appointment.starts_at - EARLY:
        raise RuleBroken("Chưa đến giờ hẹn. Xin ghi đã phục vụ khi việc đã xong.")
    appointment.take(workflow.SERVE)
    appointment.ended_at, appointment.outcome = now, outcome.strip()[:300]
    appointment.arrived_at = appointment.arrived_at or now
    if appointment.officer_id is None and by is not None and by.is_staff_member:
        appointment.officer = by
    appointment.save(update_fields=["ended_at", "outcome", "arrived_at", "officer"])
    event = AppointmentServed(
        appointment_id=appointment.pk, agency_id=appointment.agency_id, is_out_of_hours=appointment.is_out_of_hours
    )
    record(event, about=appointment, by=by, at=now)


@transaction.atomic
def mark_absent(appointment: Appointment, *, by: User | None, now: datetime) -> None:
    """Nobody came by the end of the slot. Who was never given an officer did not miss anything."""
    if now < appointment.ends_at:
        raise RuleBroken(f"Chưa hết giờ hẹn, {localtime(appointment.ends_at):%H:%M}. Xin chờ thêm.")
    if appointment.status == Status.REQUESTED:
        raise RuleBroken("Lịch này chưa được phân công, không ghi vắng cho người dân. Xin hủy và ghi lý do.")
    appointment.take(workflow.MARK_ABSENT)
    appointment.ended_at = now
    appointment.save(update_fields=["ended_at"])
    event = AppointmentMissed(appointment_id=appointment.pk, agency_id=appointment.agency_id)
    record(event, about=appointment, by=by, at=now)


@transaction.atomic
def remind(appointment: Appointment, *, when: str, now: datetime) -> bool:
    """Once the evening before and once two hours before; False where it was done, or the hour is not open any more."""
    moment = {EVE: "eve_reminded_at", SOON: "soon_reminded_at"}[when]
    open_now = Appointment.objects.filter(pk=appointment.pk, status__in=OPEN, **{f"{moment}__isnull": True})
    if not open_now.update(**{moment: now}):
        return False
    setattr(appointment, moment, now)
    event = AppointmentReminded(
        appointment_id=appointment.pk, agency_id=appointment.agency_id, when=when, starts_at=appointment.starts_at
    )
    record(event, about=appointment, at=now)
    return True
