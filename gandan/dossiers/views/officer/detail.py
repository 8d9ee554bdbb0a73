"""The dossier on the officer's desk: see it, its papers and results, scan and digitise."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from ... import actions, rights
from ...forms.officer import DigitiseForm, ScanForm
from ...models import Dossier, Paper
from ...returning import home_return_of
from . import page
from .finding import done, find, find_for
from .steps import next_steps

SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"


@officer
def detail(request: OfficerRequest, code: str) -> HttpResponse:
    dossier, now = find(request, code), localtime()
    actions.see(dossier, by=request.user, now=now)
    papers = list(dossier.papers.all())
    chosen = next((one for one in papers if one.key == request.GET.get("giay")), None)
    legs = list(dossier.legs.select_related("agency", "finished_by", "dossier"))
    foot, beside = next_steps(dossier, request.office, legs, now)
    context = {
        "dossier": dossier, "papers": papers, "shown": page.shown(chosen), "declared": page.declared(dossier),
        "compared": page.compared(dossier), "clocks": page.clocks(dossier, now), "legs": page.leg_rows(legs, request.office, now),
        "lateness": page.lateness(dossier, legs), "timeline": page.timeline(dossier, legs, now), "foot": foot,
        "marks": page.marks(dossier, now),
        "beside": beside, "is_late": dossier.is_late(now), "results": list(dossier.results.all()),
        "payments": list(dossier.payments.all()), "may_scan": rights.may(request.office, "scan_paper"),
        "scan_form": ScanForm(None, None, version=dossier.version),
        "home": home_return_of(dossier), "digitise_form": DigitiseForm(None, initial=chosen.digitised) if chosen else None,
    }  # fmt: skip
    return render(request, "dossiers/officer/detail.html", context)


@officer
@xframe_options_sameorigin
def paper(request: OfficerRequest, code: str, key: str) -> HttpResponseBase:
    """The file itself, inside a sandbox: what a citizen sent can do nothing on our page."""
    found = get_object_or_404(Paper, dossier=find(request, code), key=key)
    return stream(found.file, found.media_type, f"{found.component}-{found.key[:6]}")


@officer
@xframe_options_sameorigin
def result_file(request: OfficerRequest, code: str, key: str) -> HttpResponseBase:
    found = get_object_or_404(find(request, code).results, key=key)
    return stream(found.file, found.media_type, f"ket-qua-{found.key[:6]}")


def stream(file: FieldFile, media_type: str, name: str) -> HttpResponseBase:
    response = kept_file(file, f"{name}.{media_type.rpartition('/')[2]}", media_type=media_type, is_shown=True)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


@officer
@require_POST
def scan_paper(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "scan_paper")
    form = ScanForm(request.POST, request.FILES, version=dossier.version)
    if press(
        request,
        form,
        lambda: actions.scan_paper(
            dossier, component=form.cleaned_data["component"], upload=form.cleaned_data["file"], by=request.user
        ),
    ):
        return done(request, dossier, "Đã lưu bản quét vào hồ sơ.")
    return render(request, "dossiers/officer/scan_paper.html", {"dossier": dossier, "form": form}, status=409)


@officer
@require_POST
def digitise(request: OfficerRequest, code: str, key: str) -> HttpResponse:
    dossier: Dossier = find_for(request, code, "digitise")
    found = get_object_or_404(dossier.papers.select_related("dossier"), key=key)
    form = DigitiseForm(request.POST, initial={})
    if form.is_valid():
        actions.digitise(found, fields=form.cleaned_data, by=request.user, now=localtime())
    response = redirect("dossiers:detail", code)
    response["Location"] += f"?giay={key}"
    return response
