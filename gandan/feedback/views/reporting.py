"""A citizen reports: where, what, photos; “đã có người phản ánh chưa?”; and it is sent."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.core.vietnamese import fold
from gandan.dossiers.photos import Position
from gandan.people.access import PublicRequest, public
from gandan.people.models import User
from gandan.places.models import Agency

from .. import actions
from ..alike import Alike, alike, near
from ..categories import category_named
from ..ground import Ground, Mark, drawn, ground_of
from ..learned import suggested
from ..limits_of_use import DAY, HOUR, REPORTS_PER_ADDRESS, SAME_TEXT_A_DAY
from ..models import Channel, Feedback
from ..promise import promise_of
from ..public_forms import ReportForm
from ..routing import holder_of
from ..showing import box_told

NOT_MINE, LOOK = "moi", "xem"


def map_of(commune: Agency) -> Ground:
    middle = Position.of(commune.latitude, commune.longitude)
    return ground_of(commune.province.code if commune.province else "", commune.code, middle)


def citizen_of(request: HttpRequest) -> User | None:
    user = request.user
    return user if isinstance(user, User) and not user.is_staff_member else None


def position_in_query(query: Any) -> Position | None:
    try:
        return Position.of(float(query.get("lat", "")), float(query.get("lon", "")))
    except ValueError:
        return None


@public
def report(request: PublicRequest) -> HttpResponse:
    """One page. A tap on the map, or “Xem việc gần đây”, comes back with what is near; sending asks first what is alike."""
    if request.method != "POST":
        return _page(request, ReportForm(commune=request.commune, initial=_begun(request)), [])
    form = ReportForm(request.POST, request.FILES, commune=request.commune)
    is_whole, tapped = form.is_valid(), _tapped(request)
    held = form.held_names()
    if tapped or request.POST.get("buoc") == LOOK:
        return _page(request, _put_on(request, form, tapped), held)
    if not is_whole:
        return _page(request, form, held)
    now = timezone.now()
    known = [] if request.POST.get("buoc") == NOT_MINE else _known(request, form, now)
    if known:
        return _ask_first(request, form, held, known)
    try:
        return _send(request, form, held, now)
    except RuleBroken as refused:
        form.add_error(None, refused.message)
        return _page(request, form, held)


def _begun(request: PublicRequest) -> dict[str, Any]:
    here, user = position_in_query(request.GET), citizen_of(request)
    return {
        "press_key": new_key(), "latitude": here.latitude if here else None, "longitude": here.longitude if here else None,
        "place": request.GET.get("o-dau", "")[:200], "phone": user.phone if user else "",
    }  # fmt: skip


def _tapped(request: PublicRequest) -> Position | None:
    """The picture of the map is a button: a browser without script sends where it was pressed. (0, 0) is the Enter key."""
    try:
        x, y = int(request.POST["map.x"]), int(request.POST["map.y"])
        wide, tall = int(request.POST.get("map_width", 0)), int(request.POST.get("map_height", 0))
    except (KeyError, ValueError):
        return None
    if (x, y) == (0, 0) or wide <= 0 or tall <= 0:
        return None
    return map_of(request.commune).position(x / wide, y / tall)


def _put_on(request: PublicRequest, form: ReportForm, tapped: Position | None) -> ReportForm:
    """The same form with the position in it and no complaints: nobody has pressed “Gửi” yet."""
    told = request.POST.copy()
    here = tapped or form.position()
    told["latitude"], told["longitude"] = (str(here.latitude), str(here.longitude)) if here else ("", "")
    return ReportForm(commune=request.commune, initial=told.dict())


def _page(request: PublicRequest, form: ReportForm, held: list[str]) -> HttpResponse:
    here = _position_of(form)
    commune = request.commune
    facts = {
        "form": form, "held": held, "commune": commune, "here": here, "ground": map_of(commune), "kept": len(held),
        "near": near(commune, here, timezone.now()) if here else [], "promise": promise_of(commune, timezone.localdate()),
        "elsewhere": _elsewhere(commune, here), "guess": _guess(str(form["text"].value() or "")),
        "box": box_told(map_of(commune).box),
    }  # fmt: skip
    return render(request, "feedback/public/report.html", facts)


def _position_of(form: ReportForm) -> Position | None:
    return position_in_query({"lat": form["latitude"].value() or "", "lon": form["longitude"].value() or ""})


def _elsewhere(commune: Agency, here: Position | None) -> Agency | None:
    home = holder_of(commune, here.latitude, here.longitude) if here else commune
    return home if home.pk != commune.pk else None


def _guess(text: str) -> str:
    code, _ = suggested(text) if text.strip() else ("", 0)
    return category_named(code).name if code else ""


def _known(request: PublicRequest, form: ReportForm, now: datetime) -> list[Alike]:
    said, here = form.cleaned_data, form.position()
    if Feedback.objects.of(request.commune).filter(press_key=said["press_key"]).exists():
        return []
    category = said["category"] or suggested(said["text"])[0]
    home = holder_of(request.commune, here.latitude, here.longitude) if here else request.commune
    return alike(home, said["text"], category, here, now)


def _ask_first(request: PublicRequest, form: ReportForm, held: list[str], known: list[Alike]) -> HttpResponse:
    said, here = form.cleaned_data, form.position()
    kept = [(name, said[name]) for name in ("place", "text", "category", "phone", "name", "press_key")]
    kept += [("hamlet", said["hamlet"].pk if said["hamlet"] else ""), *(("held", one) for one in held)]
    kept += [("latitude", str(here.latitude)), ("longitude", str(here.longitude))] if here else []
    facts = {"kept": kept, "known": known, "commune": request.commune, "text": said["text"], "phone": said["phone"]}
    return render(request, "feedback/public/already.html", facts)


def _send(request: PublicRequest, form: ReportForm, held: list[str], now: datetime) -> HttpResponse:
    """A honeypot that is filled in is thanked and forgotten."""
    if form.cleaned_data["website"]:
        return redirect("feedback:public")
    sent = Feedback.objects.filter(press_key=form.cleaned_data["press_key"]).first()
    if sent is None:
        _may_send(request, form.cleaned_data["text"], now)
        told = form.told(_channel(request), citizen_of(request), held)
        sent = actions.report(request.commune, told, by=None, now=now)
    if sent.agency_id != request.commune.pk:
        messages.success(
            request, f"Nơi này thuộc {sent.agency.name_within}. Phản ánh đã vào thẳng {sent.agency.name_within}."
        )
    elif sent.passed_agency:
        messages.success(
            request,
            f"Nơi này thuộc {sent.passed_agency.name_within}. Xã đã ghi và chuyển sang, ông/bà không phải gửi lại.",
        )
    return redirect("feedback:follow", sent.key)


def _may_send(request: PublicRequest, text: str, now: datetime) -> None:
    address = request.META.get("REMOTE_ADDR", "")
    words = hashlib.sha256(fold(text).encode()).hexdigest()[:24]
    is_calm = count_try(f"feedback:{address}", now=now, limit=REPORTS_PER_ADDRESS, per=HOUR)
    is_new = count_try(f"feedback-text:{request.commune.pk}:{words}", now=now, limit=SAME_TEXT_A_DAY, per=DAY)
    if not is_calm:
        raise RuleBroken("Nơi này đã gửi nhiều phản ánh trong một giờ. Xin chờ, hoặc gọi xã.")
    if not is_new:
        raise RuleBroken("Nội dung này hôm nay đã được gửi nhiều lần. Xin xem việc đã có và bấm “Tôi cũng gặp”.")


def _channel(request: PublicRequest) -> str:
    is_phone = "mobi" in request.META.get("HTTP_USER_AGENT", "").lower()
    return Channel.PHONE_PAGE if is_phone else Channel.WEB


@public
def ground(request: PublicRequest) -> HttpResponse:
    """The map as a picture, with a pin and the reports near it. From our own outlines."""
    here, commune = position_in_query(request.GET), request.commune
    found = near(commune, here, timezone.now()) if here else []
    marks = [
        Mark(one.feedback.latitude, one.feedback.longitude, str(number), is_done=one.feedback.is_answered)
        for number, one in enumerate(found, start=1)
        if one.feedback.latitude is not None and one.feedback.longitude is not None
    ]
    answer = HttpResponse(drawn(map_of(commune), marks, here), content_type="image/svg+xml; charset=utf-8")
    answer.headers["Cache-Control"] = "private, max-age=60"
    return answer


@public
def nearby(request: PublicRequest) -> HttpResponse:
    """The list under the map and the guess of the category, for the page with script."""
    here, commune = position_in_query(request.GET), request.commune
    facts = {
        "near": near(commune, here, timezone.now()) if here else [], "here": here, "elsewhere": _elsewhere(commune, here),
        "commune": commune,
    }  # fmt: skip
    return render(request, "feedback/public/nearby.html", facts)


@public
def guess(request: PublicRequest) -> HttpResponse:
    """The name of the likeliest category, as plain text; empty when nothing is known."""
    return HttpResponse(_guess(request.GET.get("chu", "")[:1000]), content_type="text/plain; charset=utf-8")
