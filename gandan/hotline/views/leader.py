"""The province's desk: every line with its last check, a caller handed over with a ticket (S4.5)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.keys import new_key
from gandan.people.access import LeaderRequest, leader
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import TransferForm
from ..models import Line, LineCheck, LineQuerySet, SupportTicket, Topic

PAGE = 50


def _lines(request: LeaderRequest) -> LineQuerySet:
    last = LineCheck.objects.filter(line=OuterRef("pk")).order_by("-at")
    rows = Line.objects.seen_by(request.office).in_use().select_related("commune", "unit")
    return rows.annotate(
        checked_at=Subquery(last.values("at")[:1]), is_connected=Subquery(last.values("is_connected")[:1]),
        check_note=Subquery(last.values("note")[:1]),
    ).order_by("commune__sort_name", "channel", "pk")  # fmt: skip


@leader
def desk(request: LeaderRequest) -> HttpResponse:
    """Lines, tickets, and what they are about; a new ticket."""
    now = timezone.now()
    form = TransferForm(request.POST or None, lines=_lines(request), initial={"press_key": new_key()})
    if press(request, form, lambda: actions.transfer_call(
        form.cleaned_data["line"], form.asked(), by=request.user, now=now
    )):  # fmt: skip
        messages.success(request, "Đã chuyển kèm phiếu. Đơn vị trả lời thì phiếu đóng ở đây.")
        return redirect("hotline:desk")
    lines: list[Any] = list(_lines(request))
    rows = SupportTicket.objects.seen_by(request.office)
    today = localdate(now)
    page = Paginator(rows.select_related("line__commune", "closed_by"), PAGE).get_page(request.GET.get("page"))
    facts = {
        "lines": lines, "page": page, "transfer": form, "form": form if form.errors else None, "today": today,
        "checked": len([one for one in lines if one.is_connected and localdate(one.checked_at) == today]),
        "by_unit": rows.values("line__commune__name").annotate(all=Count("pk"), done=Count("pk", filter=Q(closed_at__isnull=False)))
        .order_by("-all"),
        "by_topic": [
            (Topic(one["topic"]).label, one["all"]) for one in rows.values("topic").annotate(all=Count("pk")).order_by("-all")
        ],
    }  # fmt: skip
    return render(request, "hotline/leader/desk.html", facts)


@leader
@require_POST
def check(request: LeaderRequest, pk: int) -> HttpResponse:
    """Somebody at the desk called the line."""
    one = get_object_or_404(Line.objects.seen_by(request.office), pk=pk)
    note, is_connected = request.POST.get("note", ""), bool(request.POST.get("is_connected"))
    actions.check_line(one, is_connected=is_connected, note=note, by=request.user, now=timezone.now())
    messages.success(request, f"Đã ghi kết quả gọi thử {one}.")
    return redirect("hotline:desk")
