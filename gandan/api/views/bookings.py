"""Appointments: what can be booked when, what is booked, booking."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localtime
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from gandan.booking import actions, offers
from gandan.booking.actions.booking import Wish
from gandan.booking.models import Appointment, AppointmentQuerySet, Source
from gandan.booking.programmes import matters_of
from gandan.catalog.models import Procedure
from gandan.people.models import Role
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency

from ..callers import ApiRequest, Bearer, Caller
from ..problems import NOT_ALLOWED, Problem
from ..repeats import once
from ..shapes import Moment
from ..telling import moment

router = Router(tags=["Lịch hẹn"], auth=Bearer())
BOOKERS = (Role.RECEPTION, Role.SPECIALIST, Role.LEADER, Role.CLERK)
PAGE, LONGEST_ID = 50, 2**63 - 1
BY_OFFICE = (Source.PHONE, Source.DESK, Source.CHAT)


class SlotOut(Schema):
    starts_at: Moment
    ends_at: Moment
    left: int


class ServiceOut(Schema):
    """`programme` is booked under; `matters` and `procedures` empty: every procedure. `slots` are those still free."""

    programme: int
    kind: str
    name: str
    matters: list[str]
    procedures: list[str]
    hours: str
    slots: list[SlotOut]


class Services(Schema):
    items: list[ServiceOut]


class BookingOut(Schema):
    """`key` opens the person's own page; `ticket` is the number in the hall once the person is there."""

    id: int
    key: str
    agency: str
    programme: int
    service: str
    matter: str
    procedure: str
    starts_at: Moment
    ends_at: Moment
    status: str
    status_label: str
    officer: str
    ticket: int | None
    is_out_of_hours: bool
    reason: str


class Bookings(Schema):
    items: list[BookingOut]
    total: int


class Where(Schema):
    agency: str = Field("", max_length=20, description="mã xã; bỏ trống là xã của người gọi")


class Wanted(Schema):
    day: date | None = Field(None, description="ngày hẹn; bỏ trống là mọi ngày")
    page: int = Field(1, ge=1, le=100_000)


class BookingIn(Schema):
    """`phone`, `source` are of an officer who books for somebody; a citizen books under the own account."""

    model_config = ConfigDict(extra="forbid")
    agency: str = Field("", max_length=20, description="mã xã; bỏ trống là xã của người gọi")
    programme: int = Field(ge=1, le=LONGEST_ID)
    starts_at: AwareDatetime
    name: str = Field(min_length=1, max_length=120)
    phone: str = Field("", max_length=20)
    matter: str = Field("", max_length=120)
    procedure: str = Field("", max_length=20, description="mã thủ tục")
    words: str = Field("", max_length=300)
    source: Source = Source.PHONE


@router.get("/booking-services", response=Services, summary="Đặt được việc gì, giờ nào còn chỗ")
def booking_services(request: ApiRequest, asked: Query[Where]) -> Services:
    now, agency = localtime(), _commune(request.auth, asked.agency)
    is_staff = request.auth.office is not None
    return Services(
        items=[_service(agency, rule, now, is_staff=is_staff) for rule in offers.services(agency, now.date())]
    )


@router.get("/bookings", response=Bookings, summary="Lịch hẹn của xã, hoặc của chính người gọi")
def bookings(request: ApiRequest, wanted: Query[Wanted]) -> Bookings:
    """For staff those of the commune, for a citizen the own ones; by hour."""
    rows = _seen(request.auth)
    if wanted.day is not None:
        start = vietnam_moment(wanted.day, time())
        rows = rows.between(start, start + timedelta(days=1))
    start_row = (wanted.page - 1) * PAGE
    told = rows.select_related("agency", "procedure", "officer", "ticket").order_by("starts_at", "pk")
    return Bookings(items=[_booking(one) for one in told[start_row : start_row + PAGE]], total=rows.count())


@router.post("/bookings", response={201: BookingOut}, summary="Đặt lịch hẹn")
def book(request: ApiRequest, body: BookingIn) -> Status[Any]:
    """409 names the hours and matters allowed, or the nearest free hours where somebody was faster."""
    agency = _commune(request.auth, body.agency)
    procedure = Procedure.objects.filter(code=body.procedure).first() if body.procedure else None
    if body.procedure and procedure is None:
        raise Http404

    def do() -> BookingOut:
        made = actions.book(agency, _wish(request.auth, body, procedure), by=request.auth.user, now=timezone.now())
        return _booking(made)

    return once(request, 201, do)


def _wish(caller: Caller, body: BookingIn, procedure: Procedure | None) -> Wish:
    """An officer books for the one who calls; a citizen only under the own telephone."""
    is_own = caller.office is None
    if not is_own and body.source not in BY_OFFICE:
        raise Problem(NOT_ALLOWED, "Cán bộ đặt lịch qua điện thoại, tại bàn hoặc hội thoại.")
    return Wish(
        programme_id=body.programme, starts_at=body.starts_at, name=body.name, matter=body.matter, procedure=procedure,
        words=body.words, phone=caller.user.phone if is_own else body.phone, source=Source.WEB if is_own else body.source,
        owner=caller.user if is_own else None,
    )  # fmt: skip


def _seen(caller: Caller) -> AppointmentQuerySet:
    if caller.office is None:
        return Appointment.objects.filter(owner=caller.user)
    return Appointment.objects.of(_own_commune(caller))


def _own_commune(caller: Caller) -> Agency:
    office = caller.staff_office()
    if office.commune is None or not office.holds(*BOOKERS):
        raise Problem(NOT_ALLOWED, "Chỉ cán bộ của Trung tâm xem và đặt lịch hẹn.")
    return office.commune


def _commune(caller: Caller, code: str) -> Agency:
    """An officer's own; for a citizen any commune that works with the platform."""
    if caller.office is not None:
        own = _own_commune(caller)
        if code not in ("", own.code):
            raise Http404
        return own
    found = Agency.objects.filter(code=code, is_serving=True).first()
    if found is None:
        raise Http404
    return found


def _service(agency: Agency, rule: Any, now: datetime, *, is_staff: bool) -> ServiceOut:
    days = offers.free_days(agency, rule, now, is_staff=is_staff)
    return ServiceOut(
        programme=rule.programme_id, kind=rule.kind, name=rule.name, matters=list(matters_of(rule.values)),
        procedures=list(rule.values["procedures"]), hours=offers.say_hours(rule),
        slots=[
            SlotOut(starts_at=moment(one.starts_at), ends_at=moment(one.ends_at), left=one.left)
            for day in days for one in day.slots
        ],
    )  # fmt: skip


def _booking(one: Appointment) -> BookingOut:
    return BookingOut(
        id=one.pk, key=one.key, agency=one.agency.code, programme=one.programme_id, service=one.service, matter=one.matter,
        procedure=one.procedure.code if one.procedure else "", starts_at=moment(one.starts_at), ends_at=moment(one.ends_at),
        status=one.status, status_label=one.status_label(), officer=str(one.officer) if one.officer else "",
        ticket=one.ticket.number if one.ticket else None, is_out_of_hours=one.is_out_of_hours, reason=one.reason,
    )  # fmt: skip
