"""Surveys for officers: the list, one survey with its table, its buttons, its sample, its points of rating."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.models import Hamlet
from gandan.ui.qr import svg

from .. import actions
from ..forms import PlanForm, StationForm
from ..models import Channel, GuideOpening, Station, Survey, SurveyKind
from ..results import shown_summary
from ..shipped import points
from ..workflow import SURVEY_STEPS
from .downloads import KINDS, results_file
from .finding import KEEPERS, TYPISTS, survey_of, tabs

VERBS = {
    "open_survey": actions.open_survey, "close_survey": actions.close_survey, "summarise_survey": actions.summarise_survey,
    "publish_survey": actions.publish_survey,
}  # fmt: skip
MOST_COMMENTS = 200


def qr(address: str, label: str) -> SafeString:
    return mark_safe(svg(settings.PUBLIC_URL + address, label=label))  # our own drawing of our own address


@officer(*TYPISTS)
def index(request: OfficerRequest) -> HttpResponse:
    rows = Survey.objects.of(request.commune).select_related("questionnaire").annotate(count=Count("replies"))
    opened = GuideOpening.objects.filter(agency=request.commune, source="help")
    facts = {
        "rows": rows, "tabs": tabs("index"), "may_keep": request.office.holds(*KEEPERS),
        "opened": sum(opened.values_list("count", flat=True)),
        "guide": qr(f"{reverse('surveys:guide')}?tu=ho-tro", "Mã QR mở trang đánh giá sự hài lòng"),
    }  # fmt: skip
    return render(request, "surveys/officer/index.html", facts)


@officer(*KEEPERS)
def plan(request: OfficerRequest) -> HttpResponse:
    initial = {"kind": SurveyKind.RESIDENTS, "opens_on": localdate(), "questionnaire": request.GET.get("bo", "")}
    form = PlanForm(request.POST if request.method == "POST" else None, commune=request.commune, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_survey(request.commune, form.plan(), by=request.user, now=timezone.now())
        return redirect("surveys:detail", made.pk)
    return render(
        request, "surveys/officer/keep.html", {"form": form, "title": "Đợt khảo sát mới", "back": "surveys:index"}
    )


@officer(*TYPISTS)
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    """The table of this moment, or the kept one; who was asked; free words; what comes next."""
    survey, now = survey_of(request, pk), timezone.now()
    summary = shown_summary(survey, now=now)
    kind = request.GET.get("dang", "")
    if kind:
        if kind not in KINDS:
            raise Http404
        return results_file(survey, summary, kind, today=localdate(now))
    may_keep = request.office.holds(*KEEPERS)
    samples = survey.samples.select_related("hamlet").order_by("hamlet__sort_name")
    facts: dict[str, Any] = {
        "survey": survey, "summary": summary, "may_keep": may_keep, "may_publish": request.office.holds(Role.LEADER),
        "steps": [step for step in SURVEY_STEPS if step in survey.possible_steps()],
        "samples": [(one, _answered(survey, one.hamlet)) for one in samples],
        "batches": survey.batches.select_related("typed_by", "checked_by"),
        "comments": survey.comments.filter(is_hidden=False)[:MOST_COMMENTS] if may_keep else [],
        "sheets": survey.invitations.filter(number__isnull=False).count(),
    }  # fmt: skip
    return render(request, "surveys/officer/detail.html", facts)


def _answered(survey: Survey, hamlet: Hamlet) -> int:
    return survey.invitations.filter(hamlet=hamlet, is_used=True).count()


@officer(*KEEPERS)
@require_POST
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    survey = survey_of(request, pk)
    if verb == "publish_survey" and not request.office.holds(Role.LEADER):
        raise RuleBroken("Lãnh đạo công bố kết quả khảo sát.")
    VERBS[verb](survey, by=request.user, now=timezone.now())
    return redirect("surveys:detail", pk)


@officer(*KEEPERS)
@require_POST
def hide_comment(request: OfficerRequest, pk: int, comment: UUID) -> HttpResponse:
    survey = survey_of(request, pk)
    found = get_object_or_404(survey.comments.select_related("survey"), pk=comment)
    actions.hide_comment(found, by=request.user, now=timezone.now())
    messages.success(request, "Đã bỏ ý kiến này khỏi bảng.")
    return redirect("surveys:detail", pk)


@officer(*KEEPERS)
def draw_sample(request: OfficerRequest, pk: int) -> HttpResponse:
    """How many households stand on the list of each hamlet, how many are asked, by which seed."""
    survey = survey_of(request, pk)
    hamlets = list(Hamlet.objects.of(request.commune))
    if request.method == "POST":
        households = {one: _whole(request.POST.get(f"h{one.pk}", "")) for one in hamlets}
        drawing = actions.Drawing(
            households, _whole(request.POST.get("total", "")), _whole(request.POST.get("seed", ""))
        )
        count = actions.draw_sample(survey, drawing, by=request.user, now=timezone.now())
        messages.success(request, f"Đã rút {count} hộ.")
        return redirect("surveys:detail", pk)
    facts = {"survey": survey, "hamlets": hamlets, "seed": int(f"{localdate():%d%m%Y}")}
    return render(request, "surveys/officer/draw_sample.html", facts)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


@officer(*KEEPERS)
def stations(request: OfficerRequest) -> HttpResponse:
    """QR of counters, addresses of touch screens, and how often the rating was shown to a citizen."""
    form = StationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.place_station(request.commune, **form.cleaned_data, by=request.user, now=timezone.now())
        return redirect("surveys:stations")
    rows = []
    for one in Station.objects.filter(agency=request.commune, is_used=True):
        name = "surveys:kiosk" if one.channel == Channel.KIOSK else "surveys:at_station"
        address = reverse(name, args=[one.key])
        rows.append((one, address, qr(address, f"Mã QR đánh giá, {one}")))
    return render(request, "surveys/officer/stations.html", {"rows": rows, "form": form, "tabs": tabs("stations")})


@officer(*TYPISTS)
def poster(request: OfficerRequest) -> HttpResponse:
    """“4 xin, 4 luôn, 5 không”, to print: the very text that is asked about."""
    return render(request, "surveys/officer/poster.html", {"points": points()})


@officer(*TYPISTS)
def slip(request: OfficerRequest, code: str) -> HttpResponse:
    """What is handed over with the result: the QR of this dossier's rating."""
    dossier = get_object_or_404(Dossier.objects.for_office(request.office).select_related("procedure"), code=code)
    address = reverse("surveys:of_dossier", args=[dossier.key])
    facts = {"dossier": dossier, "address": address, "code": qr(address, "Mã QR đánh giá sau khi nhận kết quả")}
    return render(request, "surveys/officer/slip.html", facts)


@officer(*TYPISTS)
def sheets(request: OfficerRequest, pk: int) -> HttpResponse:
    """Numbered sheets to print: those not answered yet; a drawn household's sheet says where it goes."""
    survey = survey_of(request, pk)
    if request.method == "POST":
        count = _whole(request.POST.get("count", ""))
        actions.print_sheets(survey, count=count, by=request.user, now=timezone.now())
        return redirect("surveys:sheets", pk)
    waiting = survey.invitations.filter(number__isnull=False, is_used=False).select_related("hamlet").order_by("number")
    start, stop = _whole(request.GET.get("tu", "")), _whole(request.GET.get("den", ""))
    wanted = waiting.filter(Q(number__gte=start), Q(number__lte=stop)) if stop else waiting.none()
    rows = [
        (one, qr(reverse("surveys:answer", args=[one.key]), f"Mã QR phiếu số {one.number}")) for one in wanted[:100]
    ]
    numbers = list(waiting.values_list("number", flat=True))
    facts = {
        "survey": survey, "rows": rows, "numbers": numbers, "questions": survey.questionnaire.questions.all(),
        "first": numbers[0] if numbers else 0, "last": numbers[min(29, len(numbers) - 1)] if numbers else 0,
    }  # fmt: skip
    return render(request, "surveys/officer/sheets.html", facts)
