"""What anybody may open with a key: tracking, the receipt of whoever has just filed, look-up by code."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from allauth.core.internal.httpkit import get_client_ip
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.crypto import constant_time_compare
from django.utils.http import http_date
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from gandan.core.actions import count_try
from gandan.core.secrets import blind_index
from gandan.documents.drawing import as_pdf
from gandan.dossiers import sheets
from gandan.dossiers.finding import changed_at_of, dossier_of_key
from gandan.dossiers.forms.citizen import LookUpForm
from gandan.dossiers.models import Channel, Dossier
from gandan.dossiers.preview import person_facts
from gandan.dossiers.returning import brought_home
from gandan.dossiers.timeline import public_timeline
from gandan.dossiers.tracking import brought_words, signed_extension, sooner_days, standing_of
from gandan.dossiers.workflow import Status
from gandan.people.access import PublicRequest, public
from gandan.ui.qr import svg
from gandan.ui.remembered import is_stranger, remembered

from .files import send_pdf
from .letterhead import wear

TRIES_PER_ADDRESS, TRIES_PER_CODE, PER = 10, 5, timedelta(minutes=10)
FRESH = timedelta(minutes=10)
"""A page that nobody changed is drawn anew after this long: “đang làm” may have become “quá hạn”."""
TRACKED_COLUMNS = (
    "agency_id", "changed_at", "close_on", "code", "commune_id", "due_at", "ended_at", "is_provisional", "key",
    "owner_id", "receive_by", "received_at", "returned_at", "settled_at", "status", "statutory_due_at", "submitted_at",
    "working", "procedure__short_name", "extension__status", "extension__new_due_at", "extension__responsible__name",
)  # fmt: skip
LEG_COLUMNS = (
    "agency__name", "dossier_id", "due_at", "finished_at", "late_minutes", "name", "stage", "started_at", "status",
)  # fmt: skip


def _dossier(request: PublicRequest, key: str) -> Dossier:
    """404 for a key that does not exist; the page wears the letterhead of the dossier's commune."""
    dossier = dossier_of_key(key)
    if dossier is None:
        raise Http404
    wear(request, dossier)
    return dossier


def _is_owner(request: PublicRequest, dossier: Dossier) -> bool:
    return dossier.owner_id is not None and request.user.is_authenticated and request.user.pk == dossier.owner_id


# --- Tracking -------------------------------------------------------------------------------------------------------------
def _tracked(request: PublicRequest, key: str) -> Dossier:
    """The dossier with what its tracking page shows; nothing that identifies a person leaves the database."""
    found = Dossier.objects.select_related("procedure", "extension__responsible").only(*TRACKED_COLUMNS)
    dossier = found.filter(key=key).first()
    if dossier is None:
        raise Http404
    wear(request, dossier)
    if dossier.agency_id == dossier.commune_id:
        dossier.agency = dossier.commune
    return dossier


@public
def track(request: PublicRequest, key: str) -> HttpResponseBase:
    now = timezone.now()
    etag, changed = _stamp(request, key, now)
    unchanged = get_conditional_response(request, etag=etag, last_modified=int(changed.timestamp()))
    if unchanged is not None:
        return unchanged
    seconds = int(FRESH.total_seconds())
    response = remembered(request, name=etag, seconds=seconds, draw=lambda: _draw_track(request, key, now))
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed.timestamp())
    return response


def _draw_track(request: PublicRequest, key: str, now: datetime) -> HttpResponse:
    dossier = _tracked(request, key)
    is_owner = _is_owner(request, dossier)
    legs = list(dossier.legs.select_related("agency").only(*LEG_COLUMNS))
    home = brought_home(dossier)
    shown = {
        "dossier": dossier, "standing": standing_of(dossier, now), "brought": brought_words(home, now),
        "items": public_timeline(dossier, legs, now, is_brought=home is not None),
        "sooner": sooner_days(dossier), "extension": signed_extension(dossier), "is_owner": is_owner,
        "has_result": is_owner and dossier.status in (Status.SETTLED, Status.RETURNED),
    }  # fmt: skip
    return render(request, "dossiers/public/track.html", shown)


def _stamp(request: PublicRequest, key: str, now: datetime) -> tuple[str, datetime]:
    """Tag and moment of the last change that somebody could see, for this reader; 404 for a key that does not exist."""
    changed_at = changed_at_of(key)
    if changed_at is None:
        raise Http404
    since = datetime.fromtimestamp(now.timestamp() // FRESH.total_seconds() * FRESH.total_seconds(), tz=now.tzinfo)
    changed = max(changed_at, since)
    reader = request.COOKIES.get("co-chu", "")
    if not is_stranger(request):
        reader += f"|{request.user.pk}|{request.COOKIES.get('messages')}"
    text = f"{key}|{changed.isoformat()}|{reader}"
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"', changed


# --- Receipt ----------------------------------------------------------------------------------------------------------------
@public
def receipt(request: PublicRequest, key: str) -> HttpResponse:
    dossier = _dossier(request, key)
    if not _is_owner(request, dossier):  # it bears a name
        return redirect("dossiers:track", key)
    qr = mark_safe(svg(sheets.tracking_url(dossier)))  # our own drawing of our own address
    shown = {
        "dossier": dossier, "is_owner": True, "qr": qr, "fee": sheets.fee_words(dossier),
        "papers": sheets.components(dossier), "person": person_facts(dossier), "code_lines": dossier.code.split("-", 1),
        "returned_by": sheets.RETURNED_BY[Channel(dossier.return_channel)], "has_pdf": dossier.due_at is not None,
    }  # fmt: skip
    return render(request, "dossiers/public/receipt.html", shown)


@public
def receipt_pdf(request: PublicRequest, key: str) -> HttpResponse:
    dossier = _dossier(request, key)
    if not _is_owner(request, dossier):  # it bears a name
        return redirect("dossiers:track", key)
    if dossier.received_at is None or dossier.due_at is None:
        return redirect("dossiers:receipt", key)
    return send_pdf(as_pdf(sheets.receipt_sheet(dossier)), name=f"giay-hen-{dossier.tail}")


# --- Look up ------------------------------------------------------------------------------------------------------------------
@public
def look_up(request: PublicRequest) -> HttpResponse:
    form = LookUpForm(request.POST if request.method == "POST" else None, initial={"code": request.GET.get("ma", "")})
    status = 200
    if request.method == "POST" and form.is_valid():
        code, digits = form.cleaned_data["code"], form.cleaned_data["digits"]
        if not _may_try(request, code, timezone.now()):
            form.add_error(None, _("Đã tra quá nhiều lần. Xin chờ 10 phút rồi tra lại, hoặc gọi Trung tâm."))
            status = 429
        elif found := _found(code, digits):
            return redirect("dossiers:track", found.key)
        else:
            form.add_error(
                None, _("Không có hồ sơ nào với mã và bốn số này. Xin xem lại mã trên giấy hẹn và số điện thoại.")
            )
    return render(request, "dossiers/public/look_up.html", {"form": form}, status=status)


def _may_try(request: PublicRequest, code: str, now: datetime) -> bool:
    address = get_client_ip(request) or "?"
    by_address = count_try(f"look-up:{address}", now=now, limit=TRIES_PER_ADDRESS, per=PER)
    door = blind_index(code, column="core_trycount.what")
    return count_try(f"look-up:{door}", now=now, limit=TRIES_PER_CODE, per=PER) and by_address


def _found(code: str, digits: str) -> Dossier | None:
    """The dossier whose telephone ends so. A wrong code and a wrong telephone take the same way and time."""
    dossier = Dossier.objects.filter(code=code).first()
    phone = dossier.applicant_phone if dossier else ""
    expected = phone[-4:] if len(phone) >= 4 else "----"
    return dossier if constant_time_compare(expected, digits) else None
