"""Help given: one press at the desk or on a phone, counted below."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.people.access import OfficerRequest, officer
from gandan.places.calendar import vietnam_moment
from gandan.ui.views.files import as_table

from .. import actions, helping
from ..forms.supports import SupportForm
from ..forms.teams import NothingForm
from ..models import Member, Support
from ..programmes import is_no_writing_day
from ..standing import day_asked
from .asking import Ask, asked

KEPT = ("member", "hamlet", "procedure")
"""What stays chosen for the next press."""
HEADS = ("Lúc", "Việc", "Lĩnh vực", "Thủ tục", "Người hỗ trợ", "Khu dân cư", "Hồ sơ", "Kết quả")


@officer
def supports(request: OfficerRequest) -> HttpResponse:
    """Press a kind of help; counts of the month below."""
    now = timezone.now()
    if request.method == "POST":
        form = SupportForm(request.POST, commune=request.commune)
        if form.is_valid():
            made = actions.log_support(request.commune, _help(request, form), by=request.user, now=now)
            messages.success(request, f"Đã ghi: {made.get_kind_display()}.")
            kept = "&".join(f"{name}={request.POST[name]}" for name in KEPT if request.POST.get(name, "").isdigit())
            return redirect(f"{reverse('outreach:supports')}?{kept}")
    else:
        own = Member.objects.filter(user=request.user, team__commune=request.commune, until__isnull=True).first()
        kept_choice = {name: request.GET[name] for name in KEPT if request.GET.get(name, "").isdigit()}
        form = SupportForm(commune=request.commune, initial={"member": own.pk if own else None, **kept_choice})
    first = day_asked(f"{request.GET.get('thang', '')}-01", localdate(now)).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    span = (vietnam_moment(first, time()), vietnam_moment(after, time()))
    rows = helping.within(request.commune, *span)
    if request.GET.get("dang") == "xlsx":
        return as_table(f"luot-ho-tro-{first:%Y%m}.xlsx", f"Lượt hỗ trợ tháng {first:%m/%Y}", HEADS, _lines(rows))
    facts = {
        "form": form, "kinds": list(helping.KINDS.items()), "is_no_writing_day": is_no_writing_day(request.commune, localdate(now)),
        "crossed": helping.by_kind_and_field(rows), "results": helping.results(rows), "members": helping.by_member(rows),
        "compared": helping.compared(request.commune, *span), "total": rows.count(), "first": first,
        "before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{after:%Y-%m}",
        "mine": rows.filter(by=request.user, at__date=localdate(now)).select_related("member", "procedure").order_by("-at")[:8],
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/supports.html", facts)


def _help(request: OfficerRequest, form: SupportForm) -> actions.Help:
    told: dict[str, Any] = dict(form.cleaned_data)
    code = told.pop("dossier").strip()
    dossier = Dossier.objects.filter(commune=request.commune, code=code).first() if code else None
    if code and dossier is None:
        raise RuleBroken(f"Không có hồ sơ mang mã “{code}” ở xã. Xin xem lại mã trên giấy hẹn.")
    return actions.Help(**told, dossier=dossier, is_done=not told["why_not"])


def _lines(rows: Any) -> list[tuple[str, ...]]:
    return [
        (
            f"{localtime(one.at):%d/%m/%Y %H:%M}", one.get_kind_display(), one.procedure.field if one.procedure else "",
            one.procedure.short_name if one.procedure else "", one.member.name if one.member else "",
            str(one.hamlet or ""), one.dossier.code if one.dossier else "", "xong" if one.is_done else one.why_not,
        )
        for one in rows.select_related("procedure", "member", "hamlet", "dossier").order_by("at")
    ]  # fmt: skip


@officer
def undo_support(request: OfficerRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Support, pk=pk, commune=request.commune)
    if request.method == "POST":
        actions.undo_support(one, by=request.user, now=timezone.now())
        return redirect("outreach:supports")
    words = f"{one.get_kind_display()}, ghi lúc {localtime(one.at):%H:%M}."
    return asked(
        request,
        NothingForm(),
        Ask("Bỏ lượt ghi nhầm", "Bỏ lượt này", reverse("outreach:supports"), words, is_danger=True),
    )
