"""At the machine with a dossier that exists: where it stands, fetching its result, saying how it went."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.forms.citizen import LookUpForm
from gandan.dossiers.models import Dossier, Rating
from gandan.dossiers.timeline import public_timeline
from gandan.dossiers.tracking import standing_of
from gandan.dossiers.workflow import Status

from .. import actions
from ..limits import may_look_up
from ..models import Outcome, Placement
from ..pickup import fetch
from ..workflow import Status as Held
from .doors import VisitRequest, go, show, visiting

TRACKING = re.compile(r"/theo-doi/([\w-]{16,32})/?$")
STARS = (
    (5, "Rất hài lòng"), (4, "Hài lòng"), (3, "Bình thường"), (2, "Không hài lòng"), (1, "Rất không hài lòng"),
)  # fmt: skip


# --- Where does it stand? ---
@visiting
def look_up(request: VisitRequest) -> HttpResponseBase:
    """By the code to scan on the receipt, or by the dossier's code and four digits."""
    scanned = TRACKING.search(request.POST.get("payload", "").strip())
    form = LookUpForm(request.POST if request.method == "POST" and "code" in request.POST else None)
    if request.method == "POST":
        found = _of_key(request, scanned[1]) if scanned else _of_form(request, form)
        if found is not None:
            actions.note_visit(request.visit, now=timezone.now(), outcome=Outcome.LOOKED, dossier=found)
            return go(request, "standing")
        if "payload" in request.POST:
            messages.warning(request, _("Mã này không phải mã trên giấy hẹn. Xin quét lại, hoặc gõ mã hồ sơ."))
    return show(request, "look_up", {"form": form})


def _of_key(request: VisitRequest, key: str) -> Dossier | None:
    return Dossier.objects.filter(key=key).first()


def _of_form(request: VisitRequest, form: LookUpForm) -> Dossier | None:
    if not form.is_valid():
        return None
    code, digits = form.cleaned_data["code"], form.cleaned_data["digits"]
    if not may_look_up(request.machine, code, now=timezone.now()):
        form.add_error(None, _("Đã tra quá nhiều lần. Xin chờ 10 phút rồi tra lại, hoặc gọi Trung tâm."))
        return None
    dossier = Dossier.objects.filter(code=code).first()
    phone = dossier.applicant_phone if dossier else ""
    if dossier is not None and constant_time_compare(phone[-4:] if len(phone) >= 4 else "----", digits):
        return dossier
    form.add_error(None, _("Không có hồ sơ nào với mã và bốn số này. Xin xem lại mã trên giấy hẹn và số điện thoại."))
    return None


@visiting
def standing(request: VisitRequest) -> HttpResponseBase:
    """Where the dossier on the screen stands: no name, no number. A returned one may be rated."""
    dossier, now = request.visit.dossier, timezone.now()
    if dossier is None:
        return go(request, "look_up")
    legs = list(dossier.legs.select_related("agency"))
    shown = {
        "dossier": dossier, "standing": standing_of(dossier, now), "items": public_timeline(dossier, legs, now),
        "may_rate": _may_rate(dossier), "waits": Placement.objects.filter(dossier=dossier, status=Held.HOLDING).first(),
    }  # fmt: skip
    return show(request, "standing", shown)


# --- Fetching ---
@visiting
def pick_up(request: VisitRequest) -> HttpResponseBase:
    """The code of the message opens the compartment."""
    error = ""
    if request.method == "POST":
        now = timezone.now()
        try:
            placement = fetch(request.machine, code=request.POST.get("pickup", "")[:60], now=now)
        except RuleBroken as refused:
            error = refused.message
            actions.note_visit(request.visit, now=now)
        else:
            actions.note_visit(request.visit, now=now, outcome=Outcome.FETCHED, dossier=placement.dossier)
            return go(request, "fetched")
    return show(request, "pick_up", {"error": error}, status=409 if error else 200)


@visiting
def fetched(request: VisitRequest) -> HttpResponseBase:
    """Which compartment stands open; then how it went."""
    dossier = request.visit.dossier
    here = Placement.objects.filter(dossier=dossier, machine=request.machine, fetched_at__isnull=False)
    placement = here.last()
    if dossier is None or placement is None:
        return go(request, "pick_up")
    shown = {"dossier": dossier, "placement": placement, "may_rate": _may_rate(dossier), "stars": STARS}
    return show(request, "fetched", shown)


# --- How it went ---
def _may_rate(dossier: Dossier) -> bool:
    return dossier.status == Status.RETURNED and not Rating.objects.filter(dossier=dossier).exists()


@visiting
def rate(request: VisitRequest) -> HttpResponse:
    dossier = request.visit.dossier
    if dossier is None:
        return go(request, "look_up")
    if request.method == "POST":
        return _rate(request, dossier)
    return show(request, "rate", {"dossier": dossier, "stars": STARS, "may_rate": _may_rate(dossier)})


def _rate(request: VisitRequest, dossier: Dossier) -> HttpResponse:
    stars = request.POST.get("stars", "")
    if not stars.isdigit():
        raise RuleBroken(_("Xin chọn một mức."))
    now = timezone.now()
    dossiers.rate(dossier, stars=int(stars), now=now)
    outcome = request.visit.outcome or Outcome.RATED
    actions.note_visit(request.visit, now=now, outcome=outcome)
    messages.success(request, _("Cảm ơn ông/bà đã góp ý."))
    return go(request, "rate")
