"""Who organises: campaigns and commendations."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.contests import actions
from gandan.contests.forms import CampaignForm, DecisionForm, MeritForm
from gandan.contests.measuring import lines_of
from gandan.contests.models import Campaign, Commendation, Contest, Question
from gandan.contests.ways import address

from .doors import StaffRequest, confirm, on, organiser_of, own_campaign, show_form, units_of

STEPS: dict[str, tuple[Callable[..., None], str]] = {
    "open_registration": (actions.open_registration, "Kế hoạch không sửa được nữa. Các đơn vị đăng ký được ngay."),
    "start_campaign": (actions.start_campaign, "Đăng ký bị khóa: không thêm, không rút được nữa."),
    "close_campaign": (actions.close_campaign, "Kết quả được đo lần cuối từ số liệu và giữ nguyên từ đây."),
    "rank_campaign": (actions.rank_campaign, "Đơn vị được xếp theo tỷ lệ nội dung đạt, rồi theo mức vượt chỉ tiêu."),
}


def organise(request: StaffRequest) -> HttpResponse:
    """Everything this commune or province organises, and the commendations it gave."""
    organiser = organiser_of(request)
    facts = {
        "organiser": organiser, "campaigns": Campaign.objects.run_by(organiser), "contests": Contest.objects.run_by(organiser),
        "commendations": Commendation.objects.given_by(organiser).select_related("agency")[:20],
        "questions": Question.objects.of(organiser).in_use().count(),
    }  # fmt: skip
    return render(request, "contests/organise.html", facts)


def save_campaign(request: StaffRequest) -> HttpResponse:
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.save_campaign(form.facts(), organiser=organiser_of(request), by=request.user, now=localtime())
        return on(request, "Đã lưu kế hoạch. Xem lại rồi phát động.", "run_campaign", made.pk)
    back = address(request.path, "organise")
    return show_form(
        request, form, title="Soạn đợt thi đua", press="Lưu kế hoạch", back=back, back_to="Thi đua, hội thi"
    )


def edit_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    campaign = own_campaign(request, pk)
    form = CampaignForm(request.POST or None, initial=CampaignForm.of(campaign))
    if request.method == "POST" and form.is_valid():
        actions.save_campaign(
            form.facts(), organiser=campaign.organiser, campaign=campaign, by=request.user, now=localtime()
        )
        return on(request, "Đã lưu kế hoạch.", "run_campaign", pk)
    back = address(request.path, "run_campaign", pk)
    return show_form(
        request, form, title="Sửa kế hoạch thi đua", press="Lưu kế hoạch", back=back, back_to=campaign.name
    )


def run_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Registrations with what came so far, the ranking, the next step."""
    campaign, now = own_campaign(request, pk), localtime()
    facts = {
        "campaign": campaign, "lines": lines_of(campaign, campaign.pledges.select_related("agency"), now), "now": now,
        "standings": campaign.standings.select_related("agency"), "steps": campaign.possible_steps(),
        "commendations": campaign.commendations.select_related("agency"),
    }  # fmt: skip
    return render(request, "contests/run_campaign.html", facts)


def step_campaign(request: StaffRequest, pk: int, verb: str) -> HttpResponse:
    """Ask once, then take the step."""
    campaign = own_campaign(request, pk)
    step = next((one for one in campaign.steps if one.verb == verb), None)
    if step is None:
        raise Http404
    act, text = STEPS[verb]
    if request.method == "POST":
        act(campaign, by=request.user, now=localtime())
        return on(request, f"Xong: {step.label.lower()}.", "run_campaign", pk)
    back = address(request.path, "run_campaign", pk)
    return confirm(request, title=f"{step.label}?", text=text, press=step.label, back=back, back_to=campaign.name)


def commend_top(request: StaffRequest, pk: int) -> HttpResponse:
    campaign = own_campaign(request, pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.commend_top(campaign, form.decision(), by=request.user, now=localtime())
        return on(request, f"Đã ghi khen thưởng {len(made)} đơn vị.", "run_campaign", pk)
    back = address(request.path, "run_campaign", pk)
    intro = f"{campaign.commended} đơn vị đứng đầu được khen theo quyết định này."
    return show_form(
        request,
        form,
        title="Ghi quyết định khen thưởng",
        press="Ghi quyết định",
        back=back,
        back_to=campaign.name,
        intro=intro,
    )


def commend(request: StaffRequest) -> HttpResponse:
    """A good way of working is commended outside any campaign (S1.32)."""
    organiser = organiser_of(request)
    form = MeritForm(request.POST or None, agencies=units_of(organiser))
    if request.method == "POST" and form.is_valid():
        actions.commend(form.merit(), form.decision(), organiser=organiser, by=request.user, now=localtime())
        return on(request, "Đã ghi khen thưởng. Bấm “Công bố” để mọi người đọc được.", "organise")
    back = address(request.path, "organise")
    return show_form(
        request,
        form,
        title="Ghi biểu dương, khen thưởng",
        press="Ghi khen thưởng",
        back=back,
        back_to="Thi đua, hội thi",
    )


@require_POST
def publish_commendation(request: StaffRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Commendation.objects.given_by(organiser_of(request)), pk=pk)
    actions.publish_commendation(one, by=request.user, now=localtime())
    return redirect(address(request.path, "organise"))
