"""Open311 GeoReport v2 at /open311/v2/: discovery, services, requests, tokens; XML and JSON."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.csrf import csrf_exempt

from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.people.access import PublicRequest, public
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

from .. import actions
from ..actions import Sender, Told, Where
from ..categories import categories
from ..georeport import (
    CLOSED_WORD,
    LONGEST,
    MOST,
    OPEN_WORD,
    SPAN_DAYS,
    TYPES,
    Row,
    errors,
    request_row,
    service_row,
    service_rows,
    written,
)
from ..georeport import discovery as discovery_row
from ..georeport import notice as notice_of
from ..limits_of_use import HOUR, OPEN311_PER_KEY
from ..masking import masked
from ..models import Channel, Feedback, FeedbackPhoto, FeedbackQuerySet, ReplyBy
from ..workflow import OPEN

View = Callable[..., HttpResponse]
PATH = "/open311/v2"


class Refused(Exception):
    """An error of the specification: HTTP status and words for the user."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


def spoken(view: View) -> View:
    """Errors in the format asked for; anything else than xml and json is no such page."""

    @wraps(view)
    def enter(request: HttpRequest, kind: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if kind not in TYPES:
            return _answer("xml", 404, "errors", "error", errors([(404, "Chỉ có định dạng xml và json.")]))
        try:
            return view(request, kind, *args, **kwargs)
        except Refused as refused:
            return _answer(kind, refused.status, "errors", "error", errors([(refused.status, refused.words)]))

    return enter


def _answer(kind: str, status: int, root: str, item: str, body: list[Row] | Row) -> HttpResponse:
    answer = HttpResponse(written(kind, root, item, body), status=status, content_type=TYPES[kind])
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _jurisdiction(told: Mapping[str, str], request: PublicRequest) -> Agency:
    """By the code of the commune; needed only where several communes work here."""
    asked, serving = told.get("jurisdiction_id", "").strip(), serving_communes()
    if asked:
        if asked not in serving:
            raise Refused(404, "jurisdiction_id không có: dùng mã xã, ví dụ 11131.")
        return serving[asked]
    if len(serving) > 1:
        raise Refused(400, "Thiếu jurisdiction_id: ghi mã xã, ví dụ 11131.")
    return request.commune


@public
@spoken
def discovery(request: PublicRequest, kind: str) -> HttpResponse:
    contact = request.commune.phone or request.commune.email or str(request.commune)
    return _answer(kind, 200, "discovery", "", discovery_row(f"{settings.PUBLIC_URL}{PATH}", contact))


@public
@spoken
def services(request: PublicRequest, kind: str) -> HttpResponse:
    _jurisdiction(request.GET, request)
    return _answer(kind, 200, "services", "service", service_rows())


@public
@spoken
def service(request: PublicRequest, kind: str, service: str) -> HttpResponse:
    """No service has further questions: the list of attributes is empty."""
    _jurisdiction(request.GET, request)
    found = _service(service)
    return _answer(kind, 200, "service_definition", "", {"service_code": found["service_code"], "attributes": []})


def _service(code: str) -> Row:
    if not code:
        raise Refused(400, "Thiếu service_code.")
    if code not in categories():
        raise Refused(404, "service_code không có trong danh sách services.")
    return service_row(categories()[code])


@csrf_exempt
@public
@spoken
def requests(request: PublicRequest, kind: str) -> HttpResponse:
    """GET: published requests, newest first. POST: a new one, with a key."""
    if request.method == "POST":
        return _post(request, kind)
    if request.method not in ("GET", "HEAD"):
        raise Refused(400, "Chỉ nhận GET và POST.")
    rows = _asked(_jurisdiction(request.GET, request), request.GET)
    page = _whole(request.GET.get("page", ""), 1)
    size = min(_whole(request.GET.get("page_size", ""), MOST), MOST)
    return _answer(kind, 200, "service_requests", "request", _rows(rows[(page - 1) * size : page * size]))


def _whole(told: str, otherwise: int) -> int:
    return int(told) if told.isdecimal() and int(told[:6]) > 0 else otherwise


def _asked(commune: Agency, query: Mapping[str, str]) -> FeedbackQuerySet:
    """Numbers override everything else, as the specification says."""
    rows = Feedback.objects.of(commune).shown().order_by("-received_at")
    if numbers := _list(query.get("service_request_id", "")):
        return rows.filter(code__in=numbers)
    if codes := _list(query.get("service_code", "")):
        rows = rows.filter(category__in=codes)
    since, until = _span(query)
    return _in_status(rows.filter(received_at__gte=since, received_at__lte=until), _list(query.get("status", "")))


def _list(told: str) -> list[str]:
    return [part.strip() for part in told.split(",") if part.strip()][:100]


def _in_status(rows: FeedbackQuerySet, asked: list[str]) -> FeedbackQuerySet:
    if set(asked) - {OPEN_WORD, CLOSED_WORD}:
        raise Refused(400, "status là open, closed, hoặc cả hai.")
    if asked == [OPEN_WORD]:
        return rows.filter(status__in=OPEN)
    return rows.exclude(status__in=OPEN) if asked == [CLOSED_WORD] else rows


def _span(query: Mapping[str, str]) -> tuple[datetime, datetime]:
    """At most 90 days; the last 90 when nothing is asked."""
    since, until = _moment(query.get("start_date", "")), _moment(query.get("end_date", ""))
    span = timedelta(days=SPAN_DAYS)
    until = until or (since + span if since else timezone.now())
    return max(since or until - span, until - span), until


def _moment(told: str) -> datetime | None:
    if not told:
        return None
    try:
        found = parse_datetime(told.replace(" ", "+"))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Refused(400, "Ngày giờ theo W3C, có múi giờ, ví dụ 2026-11-23T08:00:00+07:00.")
    return found


def _rows(rows: FeedbackQuerySet) -> list[Row]:
    """Four statements for any number."""
    shown = Prefetch("photos", FeedbackPhoto.objects.filter(is_public=True), to_attr="shown_photos")
    return [_row(one) for one in rows.select_related("agency", "hamlet").prefetch_related("parts__unit", shown)]


def _row(one: Feedback) -> Row:
    lead = next((str(part.unit) for part in one.parts.all() if part.is_lead and part.round == one.round), "")
    photo = next(iter(getattr(one, "shown_photos", ())), None)
    where = ", ".join(filter(None, (masked(one.place).text, str(one.hamlet or ""))))
    link = f"{settings.PUBLIC_URL}{reverse('feedback:shown_photo', args=[one.pk, photo.key])}" if photo else ""
    return request_row(one, lead, where if one.is_public else "", link)


@public
@spoken
def one_request(request: PublicRequest, kind: str, number: str) -> HttpResponse:
    """A published request, or with a key any that was not put aside: without its words while they are not published."""
    commune = _jurisdiction(request.GET, request)
    rows = Feedback.objects.of(commune).filter(dossier__isnull=True)
    rows = rows.filter(code=number) if _has_key(request.GET) else rows.shown().filter(code=number)
    found = _rows(rows)
    if not found:
        raise Refused(404, "service_request_id không có, hoặc chưa công khai.")
    return _answer(kind, 200, "service_requests", "request", found)


@public
@spoken
def token(request: PublicRequest, kind: str, token: str) -> HttpResponse:
    """Every service answers at once, so tokens are the keys of receipts: whoever has one learns the number."""
    one = Feedback.objects.of(_jurisdiction(request.GET, request)).filter(key=token).first()
    if one is None:
        raise Refused(404, "token không có.")
    return _answer(kind, 200, "service_requests", "request", [{"service_request_id": one.code, "token": token}])


def _has_key(told: Mapping[str, str]) -> bool:
    given = told.get("api_key", "").encode()
    return any(hmac.compare_digest(given, known.encode()) for known in settings.OPEN311_KEYS)


def _post(request: PublicRequest, kind: str) -> HttpResponse:
    told, now = request.POST, timezone.now()
    if not _has_key(told):
        raise Refused(403, "Thiếu api_key, hoặc api_key không đúng.")
    key = hashlib.sha256(told["api_key"].encode()).hexdigest()[:16]
    if not count_try(f"open311:{key}", now=now, limit=OPEN311_PER_KEY, per=HOUR):
        raise Refused(400, "Ứng dụng này đã gửi quá nhiều trong một giờ.")
    commune = _jurisdiction(told, request)
    code = _service(told.get("service_code", ""))["service_code"]
    try:
        one = actions.report(commune, _told(told, code, key), by=None, now=now)
    except RuleBroken as refused:
        raise Refused(400, refused.message) from None
    row = {"service_request_id": one.code, "service_notice": notice_of(one), "account_id": None}
    return _answer(kind, 201, "service_requests", "request", [row])


def _told(told: Mapping[str, str], code: str, key: str) -> Told:
    latitude, longitude = _degrees(told)
    place = told.get("address_string", "").strip() or told.get("address_id", "").strip()
    if latitude is None and not place:
        raise Refused(400, "Thiếu nơi xảy ra: ghi lat và long, hoặc address_string.")
    name = " ".join(filter(None, (told.get("last_name", "").strip(), told.get("first_name", "").strip())))
    email, phone = _email(told.get("email", "")), told.get("phone", "").strip()[:20]
    reply_by = ReplyBy.SMS if phone else ReplyBy.EMAIL if email else ReplyBy.NONE
    text = told.get("description", "").strip() or str(categories()[code])
    return Told(
        text=text[:LONGEST], channel=Channel.OPEN311, suggested=code, confidence=1.0,
        sender=Sender(name=name[:120], phone=phone, email=email, reply_by=reply_by),
        where=Where(latitude=latitude, longitude=longitude, place=place[:200]), press_key=_press_key(told, key),
    )  # fmt: skip


def _press_key(told: Mapping[str, str], key: str) -> str:
    """The same call within the same day, once more after a lost answer, makes one request."""
    names = ("service_code", "lat", "long", "address_string", "description", "device_id", "phone", "email")
    words = "|".join((f"{timezone.localdate()}", *(told.get(name, "") for name in names)))
    return f"311-{hashlib.sha256(f'{key}{words}'.encode()).hexdigest()[:40]}"


def _degrees(told: Mapping[str, str]) -> tuple[float | None, float | None]:
    if not (told.get("lat") or told.get("long")):
        return None, None
    try:
        latitude, longitude = float(told.get("lat", "")), float(told.get("long", ""))
    except ValueError:
        raise Refused(400, "lat và long phải là số độ, có cả hai.") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Refused(400, "lat và long nằm ngoài trái đất.")
    return latitude, longitude


def _email(told: str) -> str:
    try:
        validate_email(told.strip())
    except ValidationError:
        return ""
    return told.strip()[:200]
