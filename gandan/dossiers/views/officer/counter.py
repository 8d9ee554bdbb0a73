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
from gandan.people.access import OfficerRequest, officer
from gandan.places.directory import serving_communes

from ... import actions
from ...forms.officer import CounterForm
from ...models import Channel, Dossier, LegStatus
from ...workflow import Status
from .finding import find, need, press, sent
from .steps import NextStep, may_finish, step_of

MOST_FOUND = 40


@officer
def counter(request: OfficerRequest) -> HttpResponse:
    """Which procedure? Those that may be settled on the spot stand first."""
    need(request, "file")
    words = request.GET.get("q", "").strip()
    versions = _versions_matching(fold(words), localdate())
    return render(request, "dossiers/officer/counter.html", {"words": words, "versions": versions[:MOST_FOUND]})


def _versions_matching(words: str, today: date) -> list[ProcedureVersion]:
    """Those whose code, short name or everyday name contains the words."""
    rows = ProcedureVersion.objects.in_force(today).select_related("procedure").prefetch_related("procedure__aliases")
    found = [row for row in rows if not words or _is_named(row, words)]
    return sorted(found, key=lambda row: (not row.on_the_spot, bytes(row.procedure.sort_name)))


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

    def act() -> None:
        competent = serving_communes().get(form.cleaned_data["competent"], request.commune)
        filing = actions.Filing(
            version, competent, form.cleaned_data["channel"], form.applicant(), form.answers, form.definition,
            receiving_agency=request.commune if competent != request.commune else None,
        )  # fmt: skip
        handing = actions.Handing(form.cleaned_data["token"], form.seen(), is_complete="only_file" not in request.POST)
        filed.append(actions.file_at_counter(filing, handing=handing, by=request.user, now=localtime()))

    if press(request, form, act):
        if filed[0].commune_id != request.commune.pk:
            said = f"Đã nhận thay và chuyển ngay đến {filed[0].commune.name_within}, mã {filed[0].code}."
            messages.success(request, f"{said} Ngày hẹn tính từ lúc nơi giải quyết nhận hồ sơ.")
            return redirect("dossiers:track", filed[0].key)
        messages.success(request, f"Đã nhận hồ sơ {filed[0].code}.")
        return redirect(_after_filing(filed[0]), filed[0].code)
    return render(request, "dossiers/officer/counter_form.html", {"form": form, "version": version})


def _after_filing(dossier: Dossier) -> str:
    if dossier.status != Status.RECEIVED:
        return "dossiers:detail"
    return "dossiers:on_the_spot" if dossier.version.on_the_spot else "dossiers:counter_receipt"


@officer
def counter_receipt(request: OfficerRequest, code: str) -> HttpResponse:
    """What the person takes home: print it, or read the code aloud."""
    dossier = find(request, code)
    return render(request, "dossiers/officer/counter_receipt.html", {"dossier": dossier})


@dataclass(frozen=True)
class SpotStep:
    """One of the four steps done while the person waits."""

    name: str
    at: datetime | None


@officer
def on_the_spot(request: OfficerRequest, code: str) -> HttpResponse:
    """“4 tại chỗ”: receive, appraise, approve, return; the time of each and the minutes in all."""
    dossier, now = find(request, code), localtime()
    legs = list(dossier.legs.select_related("agency"))
    work = next((leg for leg in legs if may_finish(leg, request.office) and leg.role != "leader"), None)
    context = {
        "dossier": dossier, "steps": spot_steps(dossier), "minutes": spot_minutes(dossier, now), "work": work,
        "next": _next(dossier, request, now) if work is None else None, "has_correct_channel": dossier.channel == Channel.COUNTER,
    }  # fmt: skip
    return render(request, "dossiers/officer/on_the_spot.html", context)


def spot_steps(dossier: Dossier) -> list[SpotStep]:
    appraised = [leg.finished_at for leg in dossier.legs.all() if leg.role == "specialist" and leg.finished_at]
    is_appraised = appraised and not dossier.legs.filter(role="specialist").exclude(status=LegStatus.DONE).exists()
    return [
        SpotStep("Tiếp nhận", dossier.received_at),
        SpotStep("Thẩm định", max(appraised) if is_appraised else None),
        SpotStep("Phê duyệt", dossier.settled_at),
        SpotStep("Trả kết quả", dossier.returned_at),
    ]


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
