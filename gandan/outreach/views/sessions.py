"""Sessions in the hamlets: the calendar, one session, what waits for a person; the public page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.programmes.running import in_term

from .. import actions
from ..field_programmes import FIELD_SESSIONS
from ..fieldwork import CONTENTS, forces_in_words, missing_of, problems_of, tally, upcoming, versions_of
from ..forms.field import CloseSessionForm, SettleForm, StaffForm, WhyForm
from ..models import FieldRecord, FieldSession, Member
from ..workflow import SessionStatus
from .asking import Ask, asked
from .field_roles import FIELD, PLANNERS

PAST = 12


def found_session(request: OfficerRequest, pk: int) -> FieldSession:
    rows = FieldSession.objects.select_related("commune", "hamlet").filter(commune=request.commune)
    return get_object_or_404(rows, pk=pk)


@officer
def sessions(request: OfficerRequest) -> HttpResponse:
    now = localtime()
    coming = [(one, forces_in_words(missing_of(one))) for one in upcoming(request.commune, now)]
    held = FieldSession.objects.filter(commune=request.commune, ends_at__lt=now).select_related("hamlet")
    context = {
        "coming": coming, "past": [(one, tally(one)) for one in held.order_by("-starts_at")[:PAST]],
        "rules": in_term(FIELD_SESSIONS, request.commune, now.date()), "problems": problems_of(request.commune).count(),
        "may_plan": request.office.holds(*PLANNERS), "may_work": request.office.holds(*FIELD),
        "short": sum(bool(missing) for _, missing in coming), "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/sessions.html", context)


@officer(*PLANNERS)
@require_POST
def plan_sessions(request: OfficerRequest) -> HttpResponse:
    made = actions.plan_sessions(request.commune, by=request.user, now=localtime())
    told = f"Đã thêm {len(made)} phiên vào lịch." if made else "Lịch đã đủ, không có phiên nào cần thêm."
    messages.success(request, told)
    return redirect("outreach:sessions")


@officer
def session(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_session(request, pk)
    shifts = one.shifts.select_related("member", "covered_by", "team").order_by("member__force", "pk")
    groups = tally(one)
    may_work = request.office.holds(*FIELD)
    records = one.records.select_related("dossier__procedure", "by").order_by("-received_at") if may_work else ()
    context = {
        "session": one, "shifts": shifts, "needs": forces_in_words(one.needs), "records": records,
        "missing": forces_in_words(missing_of(one)), "people": sum(groups.values()),
        "groups": [(label, groups.get(key, 0)) for key, label in CONTENTS.items()],
        "is_today": localdate(one.starts_at) == localdate(), "may_plan": request.office.holds(*PLANNERS),
        "may_work": may_work, "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/session.html", context)


def _page(pk: int) -> str:
    return reverse("outreach:session", args=[pk])


@officer(*PLANNERS)
def staff_session(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_session(request, pk)
    day = localdate(one.starts_at)
    members = Member.objects.filter(team__commune=request.commune, team__is_active=True, since__lte=day)
    free = members.exclude(until__lt=day).exclude(shifts__session=one).order_by("force", "name")
    form = StaffForm(request.POST if request.method == "POST" else None, members=free)
    if request.method == "POST" and form.is_valid():
        chosen = list(form.cleaned_data["members"].select_related("team"))
        missing = actions.staff_session(one, chosen, by=request.user, now=localtime())
        if missing:
            messages.warning(request, f"Đã phân công. Còn thiếu: {forces_in_words(missing)}.")
        else:
            messages.success(request, "Đã phân công đủ lực lượng.")
        return redirect(_page(pk))
    words = f"Cần có: {forces_in_words(one.needs)}. Còn thiếu: {forces_in_words(missing_of(one)) or 'không'}."
    return asked(request, form, Ask(f"Phân công: {one}", "Phân công người đã chọn", _page(pk), words))


@officer(*FIELD)
@require_POST
def open_session(request: OfficerRequest, pk: int) -> HttpResponse:
    missing = actions.open_session(found_session(request, pk), by=request.user, now=localtime())
    if missing:
        messages.warning(request, f"Phiên đã mở, thiếu {forces_in_words(missing)}.")
    return redirect(_page(pk))


@officer(*FIELD)
def close_session(request: OfficerRequest, pk: int) -> HttpResponse:
    one, form = found_session(request, pk), CloseSessionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.close_session(one, result=form.cleaned_data["result"], by=request.user, now=localtime())
        return redirect(_page(pk))
    words = "Gửi hết bản ghi trên điện thoại trước. Gửi sau vẫn được gộp vào phiên này."
    return asked(request, form, Ask(f"Kết thúc: {one}", "Kết thúc phiên", _page(pk), words))


@officer(*PLANNERS)
def cancel_session(request: OfficerRequest, pk: int) -> HttpResponse:
    one, form = found_session(request, pk), WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.cancel_session(one, reason=form.cleaned_data["reason"], by=request.user, now=localtime())
        return redirect(_page(pk))
    words = "Người dân đọc được lý do trên trang lịch phiên. Khu dân cư này được lượt kế tiếp."
    return asked(request, form, Ask(f"Hủy: {one}", "Hủy phiên, ghi lý do", _page(pk), words, is_danger=True))


# --- What waits for a person ------------------------------------------------------------------------------------------
def _record(request: OfficerRequest, pk: int) -> FieldRecord:
    rows = FieldRecord.objects.select_related("session__commune", "session__hamlet", "by")
    return get_object_or_404(rows, pk=pk, session__commune=request.commune)


@officer(*FIELD)
def problems(request: OfficerRequest) -> HttpResponse:
    context = {"records": problems_of(request.commune), "commune": request.commune, "office": request.office}
    return render(request, "outreach/officer/problems.html", context)


@officer(*FIELD)
def settle_record(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = _record(request, pk)
    data = request.POST if request.method == "POST" else None
    form = SettleForm(data, versions=versions_of(kept.session, localdate()), content=kept.content)
    if request.method == "POST" and form.is_valid():
        settled = actions.settle_record(kept, changes=form.changes(), by=request.user, now=localtime())
        messages.success(request, f"Đã gộp. {settled.dossier or 'Lượt hỗ trợ đã được đếm.'}")
        return redirect("outreach:problems")
    context = {"record": kept, "form": form, "commune": request.commune, "office": request.office}
    return render(request, "outreach/officer/settle_record.html", context)


@officer(*FIELD)
def set_aside_record(request: OfficerRequest, pk: int) -> HttpResponse:
    kept, form = _record(request, pk), WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.set_aside_record(kept, reason=form.cleaned_data["reason"], by=request.user, now=localtime())
        return redirect("outreach:problems")
    words = "Bản ghi vẫn được giữ cùng lý do, không lập hồ sơ."
    ask = Ask("Bỏ bản ghi", "Bỏ, ghi lý do", reverse("outreach:problems"), words, is_danger=True)
    return asked(request, form, ask)


# --- Public -----------------------------------------------------------------------------------------------------------
@public
def public_sessions(request: PublicRequest) -> HttpResponse:
    """Where the counter comes to, and when; what was called off and why."""
    now = localtime()
    off = FieldSession.objects.filter(
        commune=request.commune, status=SessionStatus.CANCELLED, starts_at__gte=now
    ).select_related("hamlet")
    context = {
        "sessions": upcoming(request.commune, now), "off": off.order_by("starts_at"), "contents": CONTENTS.values(),
        "commune": request.commune, "today": now.date(),
    }  # fmt: skip
    return render(request, "outreach/public/sessions.html", context)
