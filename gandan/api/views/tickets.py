"""The hall for programs: draw a number, see the counters, call the next, follow a number."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from ninja import Router, Schema, Status
from pydantic import Field

from gandan.catalog.models import Procedure
from gandan.hall import actions
from gandan.hall.actions.drawing import Wish
from gandan.hall.line import place_of
from gandan.hall.models import Counter, Priority, Sitting, Source, Ticket, Zone
from gandan.hall.rules import rules_of
from gandan.hall.workflow import AT_COUNTER
from gandan.places.models import Agency

from .. import shapes
from ..callers import ApiRequest, Bearer, lost
from ..problems import NOT_ALLOWED, UNREADABLE, Problem
from ..repeats import once, once_or_nothing

router = Router(tags=["Sảnh chờ"], auth=Bearer())


class TicketIn(Schema):
    procedure: str | None = Field(None, max_length=20, description="mã thủ tục quốc gia; để trống: chưa rõ việc")
    birth_year: int | None = None
    priority: Priority = Priority.NONE
    priority_reason: str = Field("", max_length=160)
    zone: Zone | None = Field(None, description="khu người dân chọn; để trống: theo đề nghị")
    source: Source = Source.KIOSK
    has_papers: bool | None = None


class TicketOut(Schema):
    """`ahead` and the minutes are null where the number does not wait, or nobody can know."""

    number: int
    said: str
    key: str
    zone: str
    zone_label: str
    priority: str
    status: str
    status_label: str
    counter: str | None
    ahead: int | None
    least_minutes: int | None
    most_minutes: int | None
    follow: str
    drawn_at: shapes.Moment


class CounterOut(Schema):
    """`current` is the number called or served there now."""

    id: int
    number: int
    name: str
    zone: str
    fields: list[str]
    is_open: bool
    is_paused: bool
    current: int | None


class Counters(Schema):
    items: list[CounterOut]
    total: int


def _commune(request: ApiRequest) -> Agency:
    office = request.auth.staff_office()
    if office.commune is None or office.is_partner_only:
        raise Problem(NOT_ALLOWED, "Chỉ cán bộ của Trung tâm được lấy số, gọi số.")
    return office.commune


def _told(ticket: Ticket) -> TicketOut:
    moment = localtime()
    is_today = ticket.day == localdate(moment)
    place = place_of(ticket, rules_of(ticket.agency, ticket.day), moment) if is_today else None
    likely = place.likely if place else None
    return TicketOut(
        number=ticket.number, said=ticket.said, key=ticket.key, zone=ticket.zone, zone_label=ticket.get_zone_display(),
        priority=ticket.priority, status=ticket.status, status_label=ticket.status_label(),
        counter=str(ticket.counter) if ticket.counter else None, ahead=place.ahead if place else None,
        least_minutes=likely.low if likely else None, most_minutes=likely.high if likely else None,
        follow=reverse("hall:follow", args=[ticket.key]), drawn_at=localtime(ticket.drawn_at).isoformat(),
    )  # fmt: skip


@router.post("/tickets", response={201: TicketOut}, summary="Lấy số")
def draw(request: ApiRequest, body: TicketIn) -> Status[Any]:
    """The zone is proposed by age where the commune routes by age. Send an `Idempotency-Key` and a repeated request
    draws one number."""
    commune = _commune(request)
    procedure = Procedure.objects.filter(code=body.procedure).first() if body.procedure else None
    if body.procedure and procedure is None:
        errors = [{"field": "procedure", "message": f"Không có thủ tục {body.procedure}."}]
        raise Problem(UNREADABLE, "Không có thủ tục này.", errors=errors)
    wish = Wish(
        source=body.source, procedures=[procedure] if procedure else [], birth_year=body.birth_year,
        priority=body.priority, priority_reason=body.priority_reason, zone=body.zone or "", has_papers=body.has_papers,
    )  # fmt: skip

    def do() -> TicketOut:
        return _told(actions.draw(commune, wish, by=request.auth.user, now=timezone.now()))

    return once(request, 201, do)


@router.get("/tracking/tickets/{key}", response=TicketOut, auth=None, summary="Một số, theo khóa trên phiếu")
def ticket(request: ApiRequest, key: str) -> TicketOut:
    """What the QR of the slip opens: the place in the line, no personal data."""
    found = Ticket.objects.select_related("agency", "counter", "procedure").filter(key=key).first()
    if found is None:
        raise lost(request)
    return _told(found)


@router.get("/counters", response=Counters, summary="Các quầy")
def counters(request: ApiRequest) -> Counters:
    commune = _commune(request)
    seats = {one.counter_id: one for one in Sitting.objects.filter(counter__agency=commune, until__isnull=True)}
    there = Ticket.objects.filter(agency=commune, status__in=AT_COUNTER, counter__isnull=False)
    current = dict(there.values_list("counter", "number"))
    items = [
        CounterOut(
            id=one.pk, number=one.number, name=str(one), zone=one.zone, fields=one.fields, is_open=one.pk in seats,
            is_paused=one.pk in seats and seats[one.pk].paused_at is not None, current=current.get(one.pk),
        )
        for one in Counter.objects.filter(agency=commune, is_used=True)
    ]  # fmt: skip
    return Counters(items=items, total=len(items))


@router.post("/counters/{id}/call-next", response={200: TicketOut, 204: None}, summary="Gọi số tiếp theo")
def call_next(request: ApiRequest, id: int) -> Status[Any]:  # the name of the parameter in the address
    """The number at the counter is done, the next one is called; 204: nobody waits. It serves for whoever sits at the
    counter. Send an `Idempotency-Key` and a repeated request calls nobody else."""
    commune = _commune(request)
    counter = get_object_or_404(
        Counter.objects.filter(agency=commune, is_used=True).select_related("agency"), pk=_small(id)
    )

    def do() -> TicketOut | None:
        called = actions.key_next(counter, by=request.auth.user, now=timezone.now())
        return _told(called) if called else None

    return once_or_nothing(request, do)


def _small(number: int) -> int:
    if not 0 < number < 2**63:
        raise Http404
    return number
