"""What booking does a moment after: the hall's end closes the appointment, and people are told by text message."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from gandan.core.vietnamese import say_day, say_hour
from gandan.hall.events import TicketFinished
from gandan.hall.models import Ticket
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import Assignment, Role, User
from gandan.programmes.kinds import kind_named

from . import actions, events
from .models import Appointment, DeathCall
from .workflow import Status


@follows(TicketFinished)
def close_with_ticket(event: TicketFinished, entry: Entry) -> None:
    """Served at the counter: nobody has to say it twice."""
    appointment = Appointment.objects.filter(ticket=event.ticket_id, status=Status.ARRIVED).first()
    if appointment is None:
        return
    ticket = Ticket.objects.select_related("officer").get(pk=event.ticket_id)
    actions.close_appointment(appointment, by=ticket.officer, now=entry.at)


def _appointment(event: events.AppointmentEvent) -> Appointment:
    return Appointment.objects.select_related("agency", "officer", "procedure").get(pk=event.appointment_id)


def _when(appointment: Appointment) -> str:
    at = localtime(appointment.starts_at)
    return f"{say_hour(at)}, {say_day(at.date())}"


def _what(appointment: Appointment) -> str:
    named = appointment.procedure.short_name if appointment.procedure else appointment.matter
    return named or kind_named(appointment.service).label


def _link(appointment: Appointment) -> str:
    return f"{settings.PUBLIC_URL}{reverse('booking:mine', args=[appointment.key])}"


def _tell(appointment: Appointment, entry: Entry, text: str) -> None:
    actions.write_notice(appointment, entry=entry, to=appointment.phone, text=f"{appointment.agency.name}: {text}")


@follows(events.AppointmentBooked)
def tell_booked(event: events.AppointmentBooked, entry: Entry) -> None:
    one = _appointment(event)
    if one.about:
        _tell(one, entry, f"mời ông/bà đến {_when(one)}, {_what(one)}. Giờ khác tiện hơn xin đổi tại {_link(one)}")
        return
    waits = " Lãnh đạo phân công cán bộ rồi Trung tâm nhắn lại." if one.status == Status.REQUESTED else ""
    _tell(one, entry, f"đã giữ lịch {_when(one)}, {_what(one)}.{waits} Xem, đổi, hủy: {_link(one)}")


@follows(events.AppointmentAssigned)
def tell_assigned(event: events.AppointmentAssigned, entry: Entry) -> None:
    one = _appointment(event)
    _tell(one, entry, f"lịch {_when(one)} đã xác nhận, cán bộ {one.officer} phục vụ. {_link(one)}")


@follows(events.AppointmentMoved)
def tell_moved(event: events.AppointmentMoved, entry: Entry) -> None:
    one = _appointment(event)
    _tell(one, entry, f"lịch hẹn đổi sang {_when(one)}. {_link(one)}")


@follows(events.AppointmentReminded)
def tell_reminder(event: events.AppointmentReminded, entry: Entry) -> None:
    one = _appointment(event)
    _tell(one, entry, f"nhắc lịch {_when(one)}, {_what(one)}. Không đến được xin hủy để người khác đặt: {_link(one)}")


@follows(events.AppointmentCancelled)
def tell_cancelled(event: events.AppointmentCancelled, entry: Entry) -> None:
    one = _appointment(event)
    if event.by_office:
        _tell(one, entry, f"xin lỗi ông/bà, lịch {_when(one)} phải hủy. Lý do: {one.reason.rstrip('.')}.")


def _call(event: events.DeathEvent) -> DeathCall:
    return DeathCall.objects.select_related("agency", "officer").get(pk=event.call_id)


@follows(events.DutyOfficerCalled)
def call_officer(event: events.DutyOfficerCalled, entry: Entry) -> None:
    """The officer on duty; where the roster has a hole, a leader of the commune."""
    call = _call(event)
    page = f"{settings.PUBLIC_URL}{reverse('booking:death_call', args=[call.pk])}"
    if event.officer_id is None:
        leader = next((one for one in _leaders(call) if one.phone), None)
        text = f"Lịch trực khai tử đang trống mà có gia đình cần giấy. Mở để nhận: {page}"
        actions.write_notice(call, entry=entry, to=leader.phone if leader else "", text=text)
    elif call.officer is not None and call.officer_id == event.officer_id:
        text = f"Trực khai tử: có gia đình cần giấy. Mở để nhận: {page}"
        actions.write_notice(call, entry=entry, to=call.officer.phone, text=text)


def _leaders(call: DeathCall) -> list[User]:
    today = localtime(call.asked_at).date()
    posts = Assignment.objects.on(today).filter(
        role=Role.LEADER, agency__commune=call.agency.commune_id, user__is_active=True
    )
    return [one.user for one in posts.select_related("user").order_by("pk")]


@follows(events.DeathCallAccepted)
def tell_family(event: events.DeathCallAccepted, entry: Entry) -> None:
    call = _call(event)
    text = f"{call.agency.name}: cán bộ {call.officer} đã nhận yêu cầu khai tử và sẽ gọi lại ông/bà."
    actions.write_notice(call, entry=entry, to=call.phone, text=text)
