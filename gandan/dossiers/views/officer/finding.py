"""What every officer's page begins and ends with: find within the office, check the right, go back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest

from ... import rights
from ...models import Dossier
from .steps import NextStep, step_of

WITH = ("procedure", "version__procedure", "agency", "commune__province", "form", "holder", "receiving_agency")


def find(request: OfficerRequest, code: str) -> Dossier:
    """The dossier, if this office may see it; otherwise not found."""
    return get_object_or_404(Dossier.objects.for_office(request.office).select_related(*WITH), code=code)


def find_for(request: OfficerRequest, code: str, verb: str) -> Dossier:
    """The dossier for a verb that this person's role allows; the message says whose it is."""
    dossier = find(request, code)
    need(request, verb, dossier)
    return dossier


def need(request: OfficerRequest, verb: str, dossier: Dossier | None = None) -> None:
    if not rights.may(request.office, verb, dossier):
        raise RuleBroken(rights.why_not(verb))


def sent(request: OfficerRequest) -> QueryDict | None:
    """What a form is bound to: also a press that carries nothing but itself."""
    return request.POST if request.method == "POST" else None


def sent_with_files(request: OfficerRequest) -> tuple[QueryDict | None, MultiValueDict[str, UploadedFile[Any]] | None]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def done(request: OfficerRequest, dossier: Dossier, told: str) -> HttpResponse:
    """Say what was done and go back to the dossier, or to the page “4 tại chỗ” the press came from."""
    messages.success(request, told)
    is_on_the_spot = request.POST.get("next") == "on_the_spot"
    return redirect("dossiers:on_the_spot" if is_on_the_spot else "dossiers:detail", dossier.code)


def ask(request: OfficerRequest, dossier: Dossier, verb: str, form: forms.Form, **more: object) -> HttpResponse:
    """The page of one verb, with the reason when it is not allowed now."""
    step: NextStep = step_of(dossier, request.office, verb, localtime())
    context = {"dossier": dossier, "form": form, "step": step, **more}
    status = 409 if form.non_field_errors() else 200
    return render(request, f"dossiers/officer/{verb}.html", context, status=status)
