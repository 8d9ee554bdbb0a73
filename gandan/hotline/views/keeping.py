"""The lines, the positions of the directory, the tickets of the province's desk, the compliance report."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.measures.periods import following_month, month_asked, month_of, preceding_month
from gandan.measures.scope import Scope
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_table
from gandan.ui.views.pressing import press

from .. import actions, compliance
from ..directory import directory_of
from ..forms import LineForm, PostForm, ResultForm
from ..models import Line, Post, SupportTicket
from .finding import keeps, line_of, may_keep, of_the_commune, tabs

PAGE = 50


@officer
def lines(request: OfficerRequest) -> HttpResponse:
    of_the_commune(request)
    rows = Line.objects.of(request.commune).select_related("unit").prefetch_related("checks__by")
    facts = {"tabs": tabs(request, "lines"), "rows": rows, "may_keep": may_keep(request)}
    return render(request, "hotline/officer/lines.html", facts)


@officer
def new_line(request: OfficerRequest) -> HttpResponse:
    keeps(request)
    return _line_page(request, None)


@officer
def line(request: OfficerRequest, pk: int) -> HttpResponse:
    of_the_commune(request)
    one = line_of(request, pk)
    keeps(request)
    return _line_page(request, one)


def _line_page(request: OfficerRequest, one: Line | None) -> HttpResponse:
    form = LineForm(request.POST or None, commune=request.commune, line=one)
    if press(request, form, lambda: actions.keep_line(
        request.commune, form.facts(), line=one, by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã ghi đường dây.")
        return redirect("hotline:lines")
    return render(request, "hotline/officer/line.html", {"form": form, "line": one})


@officer
@require_POST
def check_line(request: OfficerRequest, pk: int) -> HttpResponse:
    """Somebody of the commune called it."""
    of_the_commune(request)
    one = line_of(request, pk)
    note, is_connected = request.POST.get("note", ""), bool(request.POST.get("is_connected"))
    actions.check_line(one, is_connected=is_connected, note=note, by=request.user, now=timezone.now())
    messages.success(request, f"Đã ghi kết quả gọi thử {one}.")
    return redirect("hotline:lines")


@officer
def posts(request: OfficerRequest) -> HttpResponse:
    """Positions with their public numbers; what must be public and is not."""
    of_the_commune(request)
    chosen = request.GET.get("sua", "")
    known = Post.objects.filter(commune=request.commune, pk=int(chosen)).first() if chosen.isdecimal() else None
    if request.method == "POST":
        keeps(request)
    form = PostForm(request.POST or None, commune=request.commune, post=known)
    if press(request, form, lambda: actions.keep_post(
        request.commune, form.facts(), by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã ghi chức danh. Danh bạ công khai đổi ngay.")
        return redirect("hotline:posts")
    told = directory_of(request.commune, timezone.now())
    facts = {
        "tabs": tabs(request, "posts"), "told": told, "post_form": form, "form": form if form.errors else None,
        "rows": Post.objects.filter(commune=request.commune).select_related("holder"), "may_keep": may_keep(request),
        "shown": {one.name for one in told.posts},
    }  # fmt: skip
    return render(request, "hotline/officer/posts.html", facts)


@officer
def tickets(request: OfficerRequest) -> HttpResponse:
    """What the province's desk handed over, open ones first."""
    rows = SupportTicket.objects.seen_by(request.office).select_related("line", "opened_by", "closed_by")
    page = Paginator(rows.order_by("closed_at", "opened_at"), PAGE).get_page(request.GET.get("page"))
    facts = {"tabs": tabs(request, "tickets"), "page": page, "result": ResultForm(auto_id=False)}
    return render(request, "hotline/officer/tickets.html", facts)


@officer
@require_POST
def close_ticket(request: OfficerRequest, pk: int) -> HttpResponse:
    ticket = get_object_or_404(SupportTicket.objects.seen_by(request.office), pk=pk)
    actions.close_ticket(ticket, request.POST.get("result", ""), by=request.user, now=timezone.now())
    messages.success(request, "Đã đóng phiếu, tổng đài tỉnh thấy kết quả.")
    return redirect("hotline:tickets")


@officer
def report(request: OfficerRequest) -> HttpResponse:
    """The month by the regulation: figures, breaches, extensions, hours; breaches as CSV or XLSX."""
    of_the_commune(request)
    now = timezone.now()
    first = month_asked(request.GET.get("thang", ""), localdate(now))
    month = month_of(first)
    scope = Scope((request.commune.pk,), month.start, month.end, now)
    found = compliance.breaches(scope)
    if (ending := request.GET.get("dang", "")) in ("csv", "xlsx"):
        name = f"tuan-thu-dien-thoai-{month.start:%Y%m}.{ending}"
        return as_table(
            name, f"Vi phạm quy chế điện thoại, {month.label}", compliance.BREACH_HEADS, compliance.lines(found)
        )
    facts = {
        "tabs": tabs(request, "report"), "month": month, "figures": compliance.figures_of(scope), "now": now,
        "extensions": compliance.by_extension(scope), "bands": compliance.by_band(scope),
        "breaches": [(one, compliance.breach_of(one)) for one in found], "before": preceding_month(first),
        "after": following_month(first),
    }  # fmt: skip
    return render(request, "hotline/officer/report.html", facts)
