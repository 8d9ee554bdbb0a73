"""The session on a phone that works without a network: the page, its worker, and the door where records come in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.timezone import localdate, localtime

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import User

from .. import actions
from ..actions import Recorded
from ..fieldwork import contents_of, versions_of
from ..forms.field import read_batch
from ..models import FieldSession, SupportKind
from .field_roles import FIELD
from .sessions import found_session

WORKER = Path(__file__).resolve().parent.parent / "static" / "outreach" / "sw.js"
SKILLS = (
    SupportKind.SIGN_IN, SupportKind.VNEID, SupportKind.BANK, SupportKind.LOOK_UP, SupportKind.RATING,
)  # fmt: skip
OTHERS = (SupportKind.ADVICE, SupportKind.WRITING, SupportKind.ACCOUNT, SupportKind.PAYMENT)
BAD = 400


@officer(*FIELD)
def field(request: OfficerRequest, pk: int) -> HttpResponse:
    """Everything the phone needs later, in one page: no name of a citizen is on it."""
    session = found_session(request, pk)
    today = localdate()
    facts = {
        "session": session.pk, "user": request.user.pk,
        "groups": [
            {"key": key, "label": label, "supports": _supports(key)} for key, label in contents_of(session, today)
        ],
        "procedures": [_procedure(one) for one in versions_of(session, today)],
    }  # fmt: skip
    context = {"session": session, "facts": facts, "commune": request.commune}
    return render(request, "outreach/officer/field.html", context)


def _supports(group: str) -> list[list[str]]:
    return [[str(one.value), str(one.label)] for one in (SKILLS if group == "skills" else OTHERS)]


def _procedure(version: ProcedureVersion) -> dict[str, Any]:
    """Name, papers and the questions that must be answered."""
    form = version.form()
    asked = [one for step in form.pages for one in step.fields if one.required] if form else []
    return {
        "code": version.procedure.code, "name": version.procedure.short_name,
        "papers": [
            {"key": one.key, "name": one.name, "required": one.is_required} for one in version.papers() if one.upload
        ],
        "fields": [
            {"key": one.key, "label": one.label, "type": one.type, "options": [list(pair) for pair in one.options],
             "show_if": [one.show_if.field, one.show_if.equals] if one.show_if else None}
            for one in asked
        ],
    }  # fmt: skip


@officer
def field_worker(request: OfficerRequest) -> HttpResponse:
    """The service worker, served where its scope is."""
    return HttpResponse(WORKER.read_text(), content_type="text/javascript; charset=utf-8")


@officer(*FIELD)
def send_records(request: OfficerRequest, pk: int) -> HttpResponse:
    """GET: a fresh token for the phone's POST. POST: records, each merged once; the answer says what became of each."""
    session = found_session(request, pk)
    if request.method != "POST":
        return JsonResponse({"token": get_token(request), "user": request.user.pk})
    try:
        records = read_batch(request.POST.get("records", ""), request.FILES)
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"title": "Không đọc được bản ghi. Xin cập nhật trang rồi gửi lại."}, status=BAD)
    return JsonResponse({"records": [_merged(session, one, request.user) for one in records]})


def _merged(session: FieldSession, came: Recorded, by: User) -> dict[str, str]:
    try:
        kept = actions.merge_record(session, came, by=by, now=localtime())
    except RuleBroken as broken:
        return {"key": came.key, "state": "refused", "problem": broken.message}
    state = "problem" if kept.problem else "merged"
    return {
        "key": came.key, "state": state, "problem": kept.problem, "code": kept.dossier.code if kept.dossier else "",
    }  # fmt: skip
