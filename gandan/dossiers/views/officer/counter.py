"""At the counter: find the procedure, fill one page with the person, file and receive in one press; “4 tại chỗ”."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime

from gandan.catalog.models import ProcedureVersion
from gandan.core.vietnamese import fold
from gandan.hall.models import Ticket
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import User
from gandan.places.directory import serving_communes
from gandan.places.models import Agency
from gandan.programmes.running import running
from gandan.ui.views.pressing import press

from ... import actions
from ...forms.officer import CounterForm
from ...models import Dossier, LegStatus
from ...programmes.on_the_spot import ON_THE_SPOT, is_settled_here, on_duty, posts, served_codes
from ...workflow import Status
from .finding import find, need, sent
from .steps import NextStep, may_finish, step_of

MOST_FOUND = 40


@officer
def counter(request: OfficerRequest) -> HttpResponse:
    """Which procedure? Those that may be settled on the spot stand first."""
    need(request, "file")
    words = request.GET.get("q", "").strip()
    served = served_codes(request.commune, localdate())
    versions = _versions_matching(fold(words), localdate(), served)
    context = {"words": words, "versions": versions[:MOST_FOUND], "served": served, "ticket": _ticket(request)}
    return render(request, "dossiers/officer/counter.html", context)


def _versions_matching(words: str, today: date, served: frozenset[str]) -> list[ProcedureVersion]:
    """Those whose code, short name or everyday name contains the words; `served` on the spot under a programme."""
    rows = ProcedureVersion.objects.in_force(today).select_related("procedure").prefetch_related("procedure__aliases")
    found = [row for row in rows if not words or _is_named(row, words)]
    return sorted(found, key=lambda row: (not _is_prompt(row, served), bytes(row.procedure.sort_name)))


def _is_prompt(version: ProcedureVersion, served: frozenset[str]) -> bool:
    return version.on_the_spot or version.procedure.code in served


def _is_named(version: ProcedureVersion, words: str) -> bool:
    procedure = version.procedure
    names = (procedure.code, fold(procedure.short_name), *(alias.folded for alias in procedure.aliases.all()))
    return any(words in name for name in names)


@officer
def counter_form(request: OfficerRequest, procedure: str) -> HttpResponse:
    """One dense form; the same press again, after a lost connection or a double click, gives the same dossier."""
    need(request, "file")
    versions = ProcedureVersion.objects.in_force(localdate()).with_facts()
    version = get_object_or_404(versions.order_by("-valid_from"), procedure__code=procedure)
    token = request.POST.get("token") or secrets.token_urlsafe(24)
    form = CounterForm(sent(request), version=version, token=token, today=localdate())
    form.offer_places(request.commune, serving_communes().values())
    filed: list[Dossier] = []
    ticket = _ticket(request)

    def act() -> None:
        competent = serving_communes().get(form.cleaned_data["competent"], request.commune)
        filing = actions.Filing(
            version, competent, form.cleaned_data["channel"], form.applicant(), form.answers, form.definition,
            receiving_agency=request.commune if competent != request.commune else None,
        )  # fmt: skip
        handing = actions.Handing(form.cleaned_data["token"], form.seen(), is_complete="only_file" not in request.POST)
        filed.append(actions.file_at_counter(filing, handing=handing, by=request.user, now=localtime()))
        if ticket is not None:
            matter = ticket.matters.filter(pk=_digits(request.GET.get("viec", ""))).first()
            actions.link_ticket(filed[0], ticket, by=request.user, now=localtime(), matter=matter)

    if press(request, form, act):
        if filed[0].commune_id != request.commune.pk:
            said = f"Đã nhận thay và chuyển ngay đến {filed[0].commune.name_within}, mã {filed[0].code}."
            messages.success(request, f"{said} Ngày hẹn tính từ lúc nơi giải quyết nhận hồ sơ.")
            return redirect("dossiers:track", filed[0].key)
        messages.success(request, f"Đã nhận hồ sơ {filed[0].code}.")
        return redirect(_after_filing(filed[0]), filed[0].code)
    return render(request, "dossiers/officer/counter_form.html", {"form": form, "version": version, "ticket": ticket})


def _ticket(request: OfficerRequest) -> Ticket | None:
    """The number of the hall this dossier is opened for (`?phieu=`)."""
    key = request.GET.get("phieu", "")
    return get_object_or_404(Ticket.objects.filter(agency=request.commune), key=key) if key else None


def _digits(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _after_filing(dossier: Dossier) -> str:
    if dossier.status != Status.RECEIVED:
        return "dossiers:detail"
    is_here = is_settled_here(dossier, localdate())
    return "dossiers:on_the_spot" if is_here else "dossiers:counter_receipt"


@officer
def counter_receipt(request: OfficerRequest, code: str) -> HttpResponse:
    """What the person takes home: print it, or read the code aloud."""
    dossier = find(request, code)
    return render(request, "dossiers/officer/counter_receipt.html", {"dossier": dossier})


@dataclass(frozen=True)
class SpotStep:
    """One of the four steps done while the person waits; `minutes` on the wall since the step before."""

    name: str
    at: datetime | None
    minutes: int | None = None


@officer
def on_the_spot(request: OfficerRequest, code: str) -> HttpResponse:
    """“4 tại chỗ”: receive, appraise, approve, return; the time of each and the minutes in all."""
    dossier, now = find(request, code), localtime()
    legs = list(dossier.legs.select_related("agency"))
    work = next((leg for leg in legs if may_finish(leg, request.office) and leg.role != "leader"), None)
    coming = _next(dossier, request, now) if work is None else None
    context = {
        "dossier": dossier, "steps": spot_steps(dossier), "minutes": spot_minutes(dossier, now), "work": work,
        "next": coming, "duty": _duty(request.commune, dossier, now),
        "may_post": coming is not None and coming.verb == "return_result" and posts(dossier.commune, now.date()),
    }  # fmt: skip
    return render(request, "dossiers/officer/on_the_spot.html", context)


def spot_steps(dossier: Dossier) -> list[SpotStep]:
    appraised = [leg.finished_at for leg in dossier.legs.all() if leg.role == "specialist" and leg.finished_at]
    is_appraised = appraised and not dossier.legs.filter(role="specialist").exclude(status=LegStatus.DONE).exists()
    times = [dossier.received_at, max(appraised) if is_appraised else None, dossier.settled_at, dossier.returned_at]
    names = ("Tiếp nhận", "Thẩm định", "Phê duyệt", "Trả kết quả")
    before = [None, *times[:-1]]
    return [SpotStep(name, at, _minutes(since, at)) for name, at, since in zip(names, times, before, strict=True)]


def _minutes(start: datetime | None, end: datetime | None) -> int | None:
    return int((end - start).total_seconds()) // 60 if start and end else None


@dataclass(frozen=True)
class Duty:
    """Who signs at the desk today under the programme; nobody is a warning while the signature is still to come."""

    leaders: list[User]
    is_warning: bool


def _duty(commune: Agency, dossier: Dossier, now: datetime) -> Duty | None:
    """None where no programme runs today: then there is no roster to go by."""
    if not running(ON_THE_SPOT, commune, now.date()):
        return None
    leaders = on_duty(commune, now.date())
    return Duty(leaders, is_warning=not leaders and dossier.settled_at is None)


def spot_minutes(dossier: Dossier, now: datetime) -> int:
    """Minutes of the clock on the wall from reception to the result in hand, or to now."""
    if dossier.received_at is None:
        return 0
    return int(((dossier.returned_at or now) - dossier.received_at).total_seconds()) // 60


def _next(dossier: Dossier, request: OfficerRequest, now: datetime) -> NextStep | None:
    verbs = {
        Status.REGISTERED: "receive",
        Status.RECEIVED: "hand_over",
        Status.PROCESSING: "approve",
        Status.SETTLED: "return_result",
    }
    verb = verbs.get(Status(dossier.status))
    return step_of(dossier, request.office, verb, now) if verb else None
