"""Notices as the office sees them: the queue, what was told of a dossier, the lists of people to call and to visit."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.dossiers.models import Dossier
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role

from .. import actions, history, progress
from ..forms import CallForm, CarryForm
from ..models import Notice
from ..workflow import LISTED, Status

A_PAGE = 25
DESK = (Role.RECEPTION, Role.SPECIALIST, Role.CLERK, Role.COMMUNICATIONS, Role.LEADER)


@officer(*DESK)
def index(request: OfficerRequest) -> HttpResponse:
    """Does what we say arrive, what is waiting, who carries it."""
    now = timezone.now()
    newest = Notice.objects.of(request.commune).select_related("dossier").order_by("-pk")[:10]
    facts = {
        "progress": progress.progress_of(request.commune, now), "month": progress.month_of(request.commune, now),
        "channels": progress.by_channel(request.commune, now), "suppliers": progress.supplier_states(now),
        "told": history.with_steps(newest),
    }  # fmt: skip
    return render(request, "notifications/officer/index.html", facts)


@officer
def of_dossier(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every notice of a dossier, its steps and its proof."""
    dossier = get_object_or_404(Dossier.objects.for_office(request.office).select_related("procedure"), pk=pk)
    facts = {"dossier": dossier, "told": history.told_of(dossier)}
    return render(request, "notifications/officer/of_dossier.html", facts)


@officer(*DESK)
def calls(request: OfficerRequest) -> HttpResponse:
    return _list(request, "calls", Status.CALLING)


@officer(*DESK)
def carries(request: OfficerRequest) -> HttpResponse:
    return _list(request, "carries", Status.HANDING)


def _list(request: OfficerRequest, name: str, status: str) -> HttpResponse:
    rows = Notice.objects.of(request.commune).filter(status=status).select_related("dossier", "hamlet")
    page = Paginator(rows.order_by("urgency", "listed_at", "pk"), A_PAGE).get_page(request.GET.get("page"))
    facts = {"page": page, "told": history.with_steps(page.object_list)}
    return render(request, f"notifications/officer/{name}.html", facts)


@require_POST
def _pressed(request: OfficerRequest, pk: int, form: Any, back: str) -> HttpResponse:
    notice = get_object_or_404(Notice.objects.of(request.commune), pk=pk)
    if not form.is_valid():
        messages.error(request, "Xin bấm một trong các kết quả.")
        return redirect(back)
    act = actions.note_call if isinstance(form, CallForm) else actions.note_carried
    act(notice, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, f"Đã ghi: {notice.name or 'người nhận'}.")
    return redirect(back)


@officer(*DESK)
def note_call(request: OfficerRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, CallForm(request.POST), "notifications:calls")


@officer(*DESK)
def note_carried(request: OfficerRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, CarryForm(request.POST), "notifications:carries")


@officer(*DESK)
def paper(request: OfficerRequest, pk: int) -> HttpResponse:
    """The notice on paper, with a strip for the signature."""
    mine = Notice.objects.of(request.commune).filter(status__in=LISTED)
    notice = get_object_or_404(mine.select_related("hamlet", "dossier"), pk=pk)
    return render(request, "notifications/officer/paper.html", {"notice": notice})
