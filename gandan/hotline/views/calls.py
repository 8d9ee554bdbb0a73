"""Today at the lines, one call, and what is done with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.feedback.models import Feedback
from gandan.outreach.reading import read_table
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_table
from gandan.ui.views.pressing import press

from .. import actions, files, listing
from ..forms import CallBackForm, FileForm, NoteForm, ReasonForm, SlipForm
from ..models import CallBack, Line, Listening
from ..programmes import conduct_of
from ..routing import route_of
from .finding import call_of, keeps, may_keep, tabs


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Who keeps which line now, what is owed, the calls; as CSV or XLSX."""
    now, asked = timezone.now(), listing.Asked.read(request.GET)
    today = localdate(now)
    rows = listing.listed(request.office, asked, today)
    if (ending := request.GET.get("dang", "")) in ("csv", "xlsx"):
        name = f"cuoc-goi-{today:%Y%m%d}.{ending}"
        return as_table(name, "Cuộc gọi đường dây nóng", listing.HEADS, listing.table(rows[: listing.MOST_EXPORTED]))
    page = Paginator(rows, listing.PAGE).get_page(request.GET.get("page"))
    numbers, lines = listing.counts(request.office, today), list(_lines(request))
    chips = [
        {"href": _address(request, loc=name, ngay=""), "label": label, "count": numbers[name],
         "is_current": name == asked.chip and not asked.day}
        for name, label in listing.CHIPS.items()
    ]  # fmt: skip
    facts = {
        "tabs": tabs(request, "index"), "chips": chips, "page": page, "asked": asked, "lines": lines, "now": now,
        "routes": [route_of(line, now) for line in lines], "rows": [(one, _owed(one)) for one in page],
        "csv": _address(request, dang="csv"), "xlsx": _address(request, dang="xlsx"), "may_keep": may_keep(request),
    }  # fmt: skip
    return render(request, "hotline/officer/index.html", facts)


def _lines(request: OfficerRequest) -> Any:
    return Line.objects.seen_by(request.office).in_use().select_related("commune", "unit")


def _owed(call: Any) -> CallBack | None:
    return getattr(call, "call_back", None)


def _address(request: OfficerRequest, **changes: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    forms = {
        "slip": SlipForm(None, call=call),
        "note": NoteForm(None, call=call),
        "back": CallBackForm(),
        "ask": ReasonForm(),
    }
    return _show(request, call, forms)


def _show(request: OfficerRequest, call: Any, forms: dict[str, Any], pressed: Any = None) -> HttpResponse:
    recording = getattr(call, "recording", None)
    concluded = Listening.objects.filter(recording=recording, status="concluded") if recording else []
    facts = {
        "call": call, "owed": _owed(call), "forms": forms, "form": pressed, "now": timezone.now(), "recording": recording,
        "rule": conduct_of(call.commune, localdate(call.began_at)), "concluded": concluded,
        "is_partner": request.office.is_partner_only,
    }  # fmt: skip
    return render(request, "hotline/officer/call.html", facts)


def _again(request: OfficerRequest, call: Any, name: str, form: Any) -> HttpResponse:
    forms = {
        "slip": SlipForm(None, call=call),
        "note": NoteForm(None, call=call),
        "back": CallBackForm(),
        "ask": ReasonForm(),
    }
    return _show(request, call, {**forms, name: form}, form)


@officer
@require_POST
def write_slip(request: OfficerRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    form = SlipForm(request.POST, call=call)
    made: list[Feedback] = []
    if not press(request, form, lambda: made.append(
        actions.write_slip(call, form.slip(), by=request.user, now=timezone.now())
    )):  # fmt: skip
        return _again(request, call, "slip", form)
    messages.success(request, f"Đã ghi {made[0].code}. Đọc mã này cho người gọi.")
    return redirect("hotline:detail", pk)


@officer
@require_POST
def note_call(request: OfficerRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    form = NoteForm(request.POST, call=call)
    if not press(request, form, lambda: actions.note_call(
        call, form.cleaned_data["note"], answered_by=form.cleaned_data["answered_by"], by=request.user, now=timezone.now()
    )):  # fmt: skip
        return _again(request, call, "note", form)
    messages.success(request, "Đã ghi cuộc gọi.")
    return redirect("hotline:detail", pk)


@officer
@require_POST
def call_back(request: OfficerRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    debt = get_object_or_404(CallBack.objects.select_related("call"), call=call)
    form = CallBackForm(request.POST)
    if not press(request, form, lambda: actions.call_back(
        debt, form.cleaned_data["outcome"], form.cleaned_data["note"], by=request.user, now=timezone.now()
    )):  # fmt: skip
        return _again(request, call, "back", form)
    messages.success(request, "Đã ghi gọi lại.")
    return redirect("hotline:detail", pk)


@officer
def import_calls(request: OfficerRequest) -> HttpResponse:
    """Call details of an exchange that cannot tell them by itself."""
    keeps(request)
    form = FileForm(request.POST or None, request.FILES or None)
    told: list[int] = []

    def take() -> None:
        file = form.cleaned_data["file"]
        rows = files.read_calls(read_table(file.name, file.read()), list(_lines(request)))
        told.append(actions.import_calls(request.commune, rows, by=request.user, now=timezone.now()))

    if press(request, form, take):
        messages.success(request, f"Đã nạp {told[0]} cuộc gọi mới.")
        return redirect("hotline:index")
    return render(request, "hotline/officer/import.html", {
        "form": form, "heads": files.CALL_HEADS, "title": "Nạp nhật ký cuộc gọi", "back": "hotline:index",
    })  # fmt: skip
