"""What everybody may read: the list and the map, one report, its photos; and what its sender does at the private address."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.dossiers.photos import Position
from gandan.people.access import PublicRequest, public
from gandan.ui.qr import svg
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press as press_form

from .. import actions, showing
from ..categories import top_categories
from ..clock import limit_lines
from ..ground import ground_of
from ..limits_of_use import FOLLOWS_PER_ADDRESS, HOUR, PRESSES_PER_KEY
from ..masking import masked
from ..models import Feedback, FeedbackPhoto, PhotoMoment
from ..promise import promise_of
from ..public_forms import AddPhotosForm, FollowForm, MoreForm, RateForm, ReopenForm
from ..story import public_story
from ..workflow import ANSWERED, OPEN, Status
from .reporting import citizen_of, map_of

LIMITS_SHOWN = ("promise", "answer")


@public
def index(request: PublicRequest) -> HttpResponse:
    """List, map, figures (TC1.3)."""
    asked, commune, now = showing.Asked.read(request.GET), request.commune, timezone.now()
    counts = showing.kept("counts", commune, asked, lambda: showing.counts(commune, asked))
    page = showing.listed(commune, asked, counts[asked.state]).get_page(request.GET.get("page"))
    ground = map_of(commune)
    if asked.box:
        province = commune.province.code if commune.province else ""
        ground = ground_of.__wrapped__(province, commune.code, None, asked.box)
    found = showing.kept("clusters", commune, asked, lambda: showing.clusters(commune, asked, ground.box))
    facts = {
        "asked": asked, "page": page, "states": _states(request, asked, counts), "tops": top_categories(), "ground": ground,
        "circles": [_circle(request, ground, one) for one in found],
        "figures": showing.public_figures(commune, now), "promise": promise_of(commune, localdate(now)), "commune": commune,
        "now": now, "days": showing.FIGURE_DAYS,
    }  # fmt: skip
    return render(request, "feedback/public/index.html", facts)


def _address(request: PublicRequest, **more: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in more.items():
        query[name.replace("_", "-")] = value
    return f"?{query.urlencode()}"


def _states(request: PublicRequest, asked: showing.Asked, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"href": _address(request, loc=key), "label": label, "count": counts[key], "is_current": key == asked.state}
        for key, (label, _) in showing.STATES.items()
    ]


def _circle(request: PublicRequest, ground: Any, one: showing.Cluster) -> dict[str, Any]:
    """One report leads to its page, several to the narrower map."""
    x, y = ground.pixel(one.latitude, one.longitude)
    href = reverse("feedback:shown", args=[one.pk]) if one.n == 1 else _address(request, o=showing.box_told(one.box))
    return {
        "x": x, "y": y, "r": min(16 + 4 * len(str(one.n)) + (one.n > 1) * 4, 40), "n": one.n, "href": href,
        "is_done": one.still_open == 0, "label": f"{one.n} phản ánh, {one.still_open} đang xử lý",
    }  # fmt: skip


def _shown(request: PublicRequest, pk: int) -> Feedback:
    rows = Feedback.objects.of(request.commune).shown().select_related("agency", "hamlet")
    return get_object_or_404(rows, pk=pk)


@public
def shown(request: PublicRequest, pk: int) -> HttpResponse:
    """One published report. No names, no numbers, position to about ten metres."""
    one, now = _shown(request, pk), timezone.now()
    here = Position.of(one.latitude, one.longitude)
    facts = {
        **_facts(one, now), "form": FollowForm(), "photos": one.photos.filter(is_public=True), "ground": map_of(one.agency),
        "pin": map_of(one.agency).pixel(round(here.latitude, 4), round(here.longitude, 4)) if here else None,
        "place": masked(one.place).text, "ratings": one.ratings.all(),
    }  # fmt: skip
    return render(request, "feedback/public/shown.html", facts)


def _facts(one: Feedback, now: datetime) -> dict[str, Any]:
    notes = list(one.notes.all())
    limits = [line for line in limit_lines(one) if line["name"] in LIMITS_SHOWN]
    lead = one.parts.filter(round=one.round, is_lead=True).select_related("unit").first()
    return {
        "one": one, "story": public_story(one, notes, today=localdate(now)), "limits": limits, "now": now, "commune": one.agency,
        "followers": one.followers.count(), "lead": lead.unit if lead else None, "is_open": one.status in OPEN,
    }  # fmt: skip


@public
def shown_photo(request: PublicRequest, pk: int, key: str) -> HttpResponseBase:
    found = get_object_or_404(FeedbackPhoto, feedback=_shown(request, pk), key=key, is_public=True)
    return kept_file(found.file, f"{found.feedback.code}.jpg", media_type=found.media_type, is_shown=True)


@public
@require_POST
def subscribe(request: PublicRequest, pk: int) -> HttpResponse:
    """“Tôi cũng gặp”: follows an open report instead of sending it once more."""
    one = get_object_or_404(
        Feedback.objects.of(request.commune).filter(dossier__isnull=True).select_related("agency"), pk=pk
    )
    form, now = FollowForm(request.POST), timezone.now()
    back = redirect("feedback:shown", pk) if one.is_public else redirect("feedback:public")
    if not form.is_valid() or form.cleaned_data["website"]:
        messages.error(request, "Xem lại số điện thoại hoặc thư điện tử.")
        return back
    address = request.META.get("REMOTE_ADDR", "")
    if not count_try(f"feedback-follow:{address}", now=now, limit=FOLLOWS_PER_ADDRESS, per=HOUR):
        raise RuleBroken("Nơi này đã theo dõi nhiều việc trong một giờ. Xin chờ rồi thử lại.")
    actions.follow(one, form.sender(citizen_of(request)), by=None, now=now)
    messages.success(request, f"Đã ghi: ông/bà cũng gặp việc {one.code}. Khi xong xã báo lại.")
    return back


def _own(key: str) -> Feedback:
    rows = Feedback.objects.select_related("agency__province", "hamlet", "duplicate_of", "passed_agency")
    return get_object_or_404(rows, key=key)


@public
def follow(request: PublicRequest, key: str) -> HttpResponse:
    """The receipt, and the page where the sender sees how it stands."""
    return _own_page(request, _own(key))


def _own_page(request: PublicRequest, one: Feedback, pressed: tuple[str, forms.Form] | None = None) -> HttpResponse:
    now = timezone.now()
    promise = promise_of(one.agency, localdate(now))
    offered = {verb: maker(auto_id=f"{verb}_%s") for verb, maker in _offers(one).items()}
    if pressed:
        offered[pressed[0]] = pressed[1]
    question = one.notes.filter(verb="ask_more").last() if one.status == Status.ASKED else None
    facts = {
        **_facts(one, now), "forms": offered, "form": pressed[1] if pressed else None, "photos": one.photos.all(),
        "promise": promise, "question": question, "rating": one.ratings.filter(round=one.round).first(),
        "qr": svg(f"{settings.PUBLIC_URL}{reverse('feedback:follow', args=[one.key])}", label="Mã QR để theo dõi phản ánh"),
    }  # fmt: skip
    return render(request, "feedback/public/follow.html", facts)


def _offers(one: Feedback) -> dict[str, type[forms.Form]]:
    """What the sender may do now."""
    found: dict[str, type[forms.Form]] = {}
    if one.status == Status.ASKED:
        found["supply_more"] = MoreForm
    if one.status in ANSWERED:
        found |= {"rate": RateForm, "reopen": ReopenForm}
    if one.status in OPEN:
        found["add_photos"] = AddPhotosForm
    return found


WORDS = {"rate": "danh-gia", "reopen": "mo-lai", "supply_more": "bo-sung", "add_photos": "them-anh"}
THANKS = {
    "rate": "Đã ghi đánh giá. Cảm ơn ông/bà.", "reopen": "Đã mở lại. Thời hạn tính lại từ bây giờ.",
    "supply_more": "Đã nhận phần bổ sung.", "add_photos": "Đã nhận ảnh.",
}  # fmt: skip
MAKERS: dict[str, type[forms.Form]] = {
    "rate": RateForm, "reopen": ReopenForm, "supply_more": MoreForm, "add_photos": AddPhotosForm,
}  # fmt: skip


@public
@require_POST
def press(request: PublicRequest, key: str, verb: str) -> HttpResponse:
    """One thing the sender does."""
    one, now = _own(key), timezone.now()
    form = MAKERS[verb](request.POST, request.FILES, auto_id=f"{verb}_%s")
    if not count_try(f"feedback-own:{one.pk}", now=now, limit=PRESSES_PER_KEY, per=HOUR):
        raise RuleBroken("Đã bấm nhiều lần trong giờ này. Xin chờ rồi thử lại.")
    if press_form(request, form, lambda: _act(one, verb, form.cleaned_data, now)):
        messages.success(request, THANKS[verb])
        return redirect("feedback:follow", key)
    return _own_page(request, one, (verb, form))


def _act(one: Feedback, verb: str, said: dict[str, Any], now: datetime) -> None:
    photos = said["photos"][0] if "photos" in said else []
    if verb == "rate":
        actions.rate(one, said["stars"], said["text"], by=None, now=now)
    elif verb == "reopen":
        actions.reopen(one, said["text"], by=None, now=now)
    elif verb == "supply_more":
        actions.supply_more(one, said["text"], photos, by=None, now=now)
    else:
        actions.add_photos(one, photos, PhotoMoment.SENT, by=None, now=now)


@public
def own_photo(request: PublicRequest, key: str, photo: str) -> HttpResponseBase:
    """A photo for whoever has the private address."""
    one = _own(key)
    found = get_object_or_404(FeedbackPhoto, feedback=one, key=photo)
    if found.moment != PhotoMoment.SENT and not found.is_public:
        raise Http404
    return kept_file(found.file, f"{one.code}.jpg", media_type=found.media_type, is_shown=True)
