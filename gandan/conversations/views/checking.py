"""Papers checked ahead, from the officer's side: a verdict on each, then opened at the counter by the code."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.dossiers import actions as dossiers
from gandan.dossiers.forms.officer import CounterForm
from gandan.dossiers.models import Dossier
from gandan.hall.models import Ticket
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import JudgeForm
from ..models import Precheck, PrecheckPhoto
from ..numbering import read_precheck_code
from ..workflow import Verdict
from .desk import find, of_the_office
from .door import procedure_in_force

PERSON = (
    "applicant_name", "applicant_gender", "applicant_id_number", "applicant_phone", "applicant_address", "on_behalf_of",
)  # fmt: skip
COUNTER = (Role.RECEPTION, Role.SPECIALIST, Role.LEADER)


@officer
@require_POST
def begin_precheck(request: OfficerRequest, pk: int) -> HttpResponse:
    """The officer proposes it in the chat; the sender finds the list on the page of the thread."""
    one = find(request, pk)
    version = procedure_in_force(request.POST.get("procedure", ""))
    made = actions.begin_precheck(one, version, by=request.user, now=timezone.now())
    messages.success(request, "Đã mở bảng kiểm tra giấy tờ. Người hỏi thấy ở trang của mình.")
    return redirect("conversations:judge", made.pk)


def _precheck(request: OfficerRequest, pk: int) -> Precheck:
    of_the_office(request)
    related = ("thread__procedure", "version__procedure", "draft", "dossier", "checked_by")
    return get_object_or_404(Precheck.objects.of(request.commune).select_related(*related), pk=pk)


@officer
def judge(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _precheck(request, pk)
    form = JudgeForm(request.POST or None, precheck=one)
    if press(request, form, lambda: actions.judge_precheck(one, form.told(), by=request.user, now=timezone.now())):
        one.refresh_from_db()
        messages.success(request, f"Đã lưu. Kết luận: {one.get_outcome_display()}.")
        return redirect("conversations:judge", pk)
    facts = {"precheck": one, "thread": one.thread, "form": form}
    return render(request, "conversations/officer/judge.html", facts)


@officer
def photo(request: OfficerRequest, pk: int, photo: str) -> FileResponse:
    one = _precheck(request, pk)
    found = get_object_or_404(PrecheckPhoto, paper__precheck=one, key=photo)
    return kept_file(found.file, "giay-to", media_type=found.media_type, is_shown=True)


@officer(*COUNTER)
def by_code(request: OfficerRequest) -> HttpResponse:
    """The person reads the code aloud; the number of the hall goes along (`?phieu=`)."""
    of_the_office(request)
    typed, ticket = request.GET.get("ma", ""), request.GET.get("phieu", "")
    code = read_precheck_code(typed)
    found = Precheck.objects.of(request.commune).filter(code=code).first() if code else None
    if found is not None:
        address = redirect("conversations:open_precheck", found.pk)
        if ticket:
            address["Location"] += f"?phieu={ticket}"
        return address
    facts = {"typed": typed, "is_unknown": bool(typed), "ticket": ticket}
    return render(request, "conversations/officer/by_code.html", facts)


@officer(*COUNTER)
def open_precheck(request: OfficerRequest, pk: int) -> HttpResponse:
    """The counter's own form, filled in with what was told before: the officer compares with the originals and presses."""
    one = _precheck(request, pk)
    if one.dossier is not None:
        return redirect("dossiers:detail", one.dossier.code)
    token = request.POST.get("token") or secrets.token_urlsafe(24)
    data = request.POST if request.method == "POST" else None
    form = CounterForm(data, version=one.version, token=token, today=localdate())
    form.offer_places(request.commune, [])
    form.initial.update(_known(one))
    opened: list[Dossier] = []
    ticket = _ticket(request)

    def act() -> None:
        filing = dossiers.Filing(
            one.version, request.commune, form.cleaned_data["channel"], form.applicant(), form.answers, form.definition
        )
        handing = dossiers.Handing(form.cleaned_data["token"], form.seen(), is_complete="only_file" not in request.POST)
        opening = actions.Opening(filing, handing, ticket)
        opened.append(actions.open_precheck(one, opening, by=request.user, now=localtime()))

    if press(request, form, act):
        messages.success(request, f"Đã nhận hồ sơ {opened[0].code} từ bản kiểm tra trước.")
        return redirect("dossiers:counter_receipt", opened[0].code)
    facts = {"precheck": one, "form": form, "version": one.version, "ticket": ticket}
    return render(request, "conversations/officer/open_precheck.html", facts)


def _known(one: Precheck) -> dict[str, Any]:
    """Person and declaration from the draft, ticks from the verdicts."""
    draft = one.draft
    known: dict[str, Any] = {f"p-{paper.component}-seen": paper.verdict == Verdict.OK for paper in one.papers.all()}
    if draft is not None:
        known |= {name: getattr(draft, name) for name in PERSON}
        known |= {f"a-{key}": value for key, value in draft.answers.items()}
    return known


def _ticket(request: OfficerRequest) -> Ticket | None:
    key = request.GET.get("phieu", "")
    return get_object_or_404(Ticket.objects.filter(agency=request.commune), key=key) if key else None
