"""Syntheses with proposals and rulings, half-year reports, and who is commended or named."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.measures.periods import Period, quarter_of
from gandan.reforms.actions import rule_on
from gandan.reports.sealing import fingerprint

from .. import actions
from ..forms import PraiseForm, QuarterForm, RemarksForm, ReplyForm, ReportForm, RoundForm, RuleForm
from ..half_year import period_report_data
from ..models import Directive, Handling, Mention, PeriodReport, ReportRound, Synthesis
from ..models.reporting import said_within
from ..synthesis import GROUPS, period_end
from ..workflow import Sending, Status
from .desk import Desk


def _is_ready(desk: Desk, form: Any) -> bool:
    return desk.request.method == "POST" and form.is_valid()


def _data(desk: Desk) -> Any:
    return desk.request.POST if desk.request.method == "POST" else None


def syntheses(desk: Desk) -> HttpResponse:
    """Every quarter of every directive we issued."""
    rows = Synthesis.objects.seen_by(desk.office).select_related("directive", "agency")
    own = Directive.objects.filter(issuer=desk.issuer, status=Status.ISSUED)
    today = localdate()
    return desk.show("syntheses.html", syntheses=rows, directives=own, today=today, quarter=quarter_of(today))


def compile_synthesis(desk: Desk) -> HttpResponse:
    """POST: the quarter of a day, of one directive or of all."""
    form = QuarterForm(desk.request.POST)
    if not form.is_valid():
        messages.error(desk.request, "Ghi một ngày trong quý, ví dụ 30/06/2026.")
        return desk.go("syntheses")
    number = desk.request.POST.get("directive")
    own = Directive.objects.filter(issuer=desk.issuer)
    directive = get_object_or_404(own, pk=number) if number else None
    made = actions.compile_synthesis(
        desk.issuer, period=form.period(), directive=directive, by=desk.user, now=timezone.now()
    )
    return desk.go("synthesis", made.pk)


def _synthesis(desk: Desk, pk: int) -> Synthesis:
    return get_object_or_404(Synthesis.objects.seen_by(desk.office).select_related("directive", "agency"), pk=pk)


def synthesis(desk: Desk, pk: int) -> HttpResponse:
    one, now = _synthesis(desk, pk), timezone.now()
    counts = [(label, one.data["counts"][name]) for name, label in GROUPS.items() if one.data["counts"][name]]
    related = ("adoption__agency", "adoption__reform", "explanation__head")
    chip = desk.request.GET.get("loc", "")
    lines = [line for line in one.data["lines"] if chip in ("", line["group"])]
    page = Paginator(lines, 50).get_page(desk.request.GET.get("page"))
    chips = [{"href": "?", "label": "Tất cả", "count": len(one.data["lines"]), "is_current": not chip}]
    chips += [
        {"href": f"?loc={name}", "label": label, "count": one.data["counts"][name], "is_current": name == chip}
        for name, label in GROUPS.items() if one.data["counts"][name]
    ]  # fmt: skip
    return desk.show(
        "synthesis.html", page=page, chips=chips, synthesis=one, counts=counts, handlings=one.handlings.select_related(*related),
        is_sent=one.status == Sending.SENT, is_over=now > period_end(one.period), form=RemarksForm(),
        is_whole=one.status != Sending.SENT or fingerprint(one.data) == one.sha256,
    )  # fmt: skip


def send_synthesis(desk: Desk, pk: int) -> HttpResponse:
    one = _synthesis(desk, pk)
    form = RemarksForm(desk.request.POST)
    remarks = form.cleaned_data["remarks"] if form.is_valid() else ""
    actions.send_synthesis(one, remarks=remarks, by=desk.user, now=timezone.now())
    return desk.go("synthesis", pk)


def rule(desk: Desk, pk: int, handling: int) -> HttpResponse:
    """The decision on one proposal, once its unit has explained; by who leads the level that asked."""
    if not desk.may_issue:
        raise Http404
    one = _synthesis(desk, pk)
    related = ("adoption__agency", "adoption__reform", "explanation__head")
    held: Handling = get_object_or_404(one.handlings.select_related(*related), pk=handling)
    form = RuleForm(_data(desk))
    if _is_ready(desk, form):
        rule_on(held.adoption, form.decision(), by=desk.user, now=timezone.now())
        return desk.go("synthesis", pk)
    return desk.show("rule.html", synthesis=one, handling=held, form=form)


def rounds(desk: Desk) -> HttpResponse:
    """Rounds we opened, and reports asked of us."""
    own = ReportRound.objects.filter(issuer=desk.issuer).prefetch_related("reports")
    mine = PeriodReport.objects.none()
    if desk.commune:
        mine = PeriodReport.objects.of(desk.commune).filter(Q(agency=desk.office.agency) | Q(agency=desk.commune))
    now = timezone.now()
    asked = [(one, one.is_late(now)) for one in mine.select_related("round", "agency").order_by("-round__due_at")]
    told = [(one, sum(r.status == Sending.SENT for r in one.reports.all()), len(one.reports.all())) for one in own]
    return desk.show("rounds.html", rounds=told, asked=asked, now=now)


def open_round(desk: Desk) -> HttpResponse:
    form = RoundForm(_data(desk), issuer=desk.issuer)
    if _is_ready(desk, form):
        made = actions.open_round(form.call(), issuer=desk.issuer, by=desk.user, now=timezone.now())
        return desk.go("round", made.pk)
    return desk.show("form.html", form=form, title="Mở đợt báo cáo", press="Mở đợt báo cáo", back=desk.url("rounds"))


def round_page(desk: Desk, pk: int) -> HttpResponse:
    """Who sent, who is late, what they propose."""
    one = get_object_or_404(ReportRound, pk=pk, issuer=desk.issuer)
    now = timezone.now()
    reports = list(one.reports.select_related("agency", "sent_by").order_by("agency__sort_name"))
    for report in reports:
        report.round = one
    late = [report for report in reports if report.status == Sending.SENT and report.is_late(now)]
    missing = [report for report in reports if report.status == Sending.DRAFT]
    return desk.show(
        "round.html", round=one, reports=[(report, report.is_late(now)) for report in reports], late=late, missing=missing,
        now=now, sent=len(reports) - len(missing), proposals=[(r.agency, line) for r in reports for line in r.proposals],
        is_past=now > one.due_at,
    )  # fmt: skip


def _report(desk: Desk, pk: int) -> PeriodReport:
    """Our unit's, or one of a round of ours."""
    mine = Q(round__issuer=desk.issuer)
    if desk.commune:
        mine |= Q(agency=desk.office.agency) | Q(agency=desk.commune)
    return get_object_or_404(PeriodReport.objects.filter(mine).select_related("round", "agency", "sent_by"), pk=pk)


def report(desk: Desk, pk: int) -> HttpResponse:
    """Pre-filled; the words can be kept or sent."""
    one, now = _report(desk, pk), timezone.now()
    is_mine = desk.commune is not None and one.agency_id in (desk.office.agency.pk, desk.commune.pk)
    told = {"results": one.results, "difficulties": one.difficulties, "proposals": "\n".join(one.proposals)}
    form = ReportForm(_data(desk)) if desk.request.method == "POST" else ReportForm(initial=told)
    if is_mine and _is_ready(desk, form):
        act = actions.send_report if "send" in desk.request.POST else actions.fill_report
        act(one, words=form.words(), by=desk.user, now=now)
        messages.success(desk.request, "Đã gửi báo cáo." if "send" in desk.request.POST else "Đã lưu.")
        return desk.go("report", pk)
    return desk.show(
        "report.html", report=one, data=period_report_data(one, now), form=form, is_mine=is_mine, is_late=one.is_late(now),
        is_sent=one.status == Sending.SENT,
    )  # fmt: skip


def _quarter(desk: Desk) -> Period:
    form = QuarterForm({"day": desk.request.GET.get("quy", "")})
    return form.period() if form.is_valid() else quarter_of(localdate())


def mentions(desk: Desk) -> HttpResponse:
    """The two lists of a quarter: ours, and those that name us."""
    period = _quarter(desk)
    rows = Mention.objects.filter(start=period.start).select_related("agency", "person", "issuer")
    seen = Q(issuer=desk.issuer)
    if desk.commune:
        seen |= Q(agency__commune=desk.commune)
    listed = list(rows.filter(seen))
    return desk.show(
        "mentions.html", period=period, said=said_within(period), commended=[one for one in listed if one.kind == "commended"],
        named=[one for one in listed if one.kind == "named"],
    )  # fmt: skip


def commend(desk: Desk) -> HttpResponse:
    return _praise(desk, actions.commend, "Biểu dương")


def criticise(desk: Desk) -> HttpResponse:
    return _praise(desk, actions.criticise, "Nêu đơn vị thực hiện chưa nghiêm túc")


def _praise(desk: Desk, act: Any, title: str) -> HttpResponse:
    form = PraiseForm(_data(desk), issuer=desk.issuer)
    if _is_ready(desk, form):
        act(form.praise(_quarter(desk)), issuer=desk.issuer, by=desk.user, now=timezone.now())
        return desk.go("mentions")
    return desk.show(
        "form.html", form=form, title=f"{title}, {said_within(_quarter(desk))}", press=title, back=desk.url("mentions")
    )


def reply_to_mention(desk: Desk, pk: int) -> HttpResponse:
    seen = Q(issuer=desk.issuer)
    if desk.commune:
        seen |= Q(agency__commune=desk.commune)
    one = get_object_or_404(Mention.objects.filter(seen).select_related("agency"), pk=pk)
    form = ReplyForm(_data(desk))
    if _is_ready(desk, form):
        actions.reply_to_mention(one, text=form.cleaned_data["text"], by=desk.user, now=timezone.now())
        return desk.go("mentions")
    return desk.show(
        "form.html", form=form, title=f"Giải trình: {one.reason}", press="Gửi giải trình", back=desk.url("mentions")
    )
