"""The three calendars: what is planned, published, done; what is missing; one entry of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.documents.drawing import as_pdf
from gandan.measures.periods import following_month, month_asked, preceding_month
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_file, kept_file
from gandan.ui.views.pressing import press

from .. import actions, papers
from ..cadence import week_of
from ..forms import DeskForm, HoldForm, OccasionForm, QuestionForm, ReasonForm
from ..missing import has_calendar
from ..models import Duty, Occasion, OccasionKind, OpinionSource, ReceptionDesk
from ..models.occasions import CONFERENCES
from ..rules import rules_of
from ..workflow import OccasionStatus
from .finding import KEEPERS, form_page, may_read, occasion_of, tabs

GROUPS = (
    ("Tiếp công dân", (OccasionKind.RECEPTION,)),
    ("Xuống cơ sở", (OccasionKind.VISIT,)),
    ("Đối thoại, gặp gỡ, giám sát", CONFERENCES),
)


def _warnings(request: OfficerRequest, month: date) -> list[str]:
    """What the month lacks, in words."""
    today, rules = localdate(), rules_of(request.commune, localdate())
    told = []
    coming = following_month(today.replace(day=1))
    if today.day >= rules.warn_day and not has_calendar(request.commune, coming):
        told.append(f"Lịch tiếp công dân tháng {coming:%m/%Y} chưa công bố. Lập lịch rồi bấm Công bố.")
    rows = Occasion.objects.of(request.commune).standing().filter(kind=OccasionKind.VISIT)
    planned = {week_of(timezone.localdate(at)).start for at in rows.values_list("starts_at", flat=True)}
    monday, last = week_of(max(today, month)).start, following_month(month)
    while monday < last:
        if monday not in planned:
            told.append(f"Tuần từ {monday:%d/%m} chưa có chuyến xuống thôn nào.")
        monday += timedelta(days=7)
    return told


@officer(*KEEPERS)
def index(request: OfficerRequest) -> HttpResponse:
    """A month: each calendar with plan and what really took place."""
    month = month_asked(request.GET.get("thang", ""), localdate())
    rows = list(
        Occasion.objects.of(request.commune).between(month, following_month(month)).select_related("host", "hamlet")
    )
    missed = Duty.objects.filter(
        commune=request.commune,
        missed_at__isnull=False,
        met_at__isnull=True,
        ends_on__gte=localdate() - timedelta(days=35),
    )
    facts = {
        "tabs": tabs("index"), "month": month, "before": preceding_month(month), "after": following_month(month),
        "groups": [(label, [one for one in rows if one.kind in kinds], kinds[0]) for label, kinds in GROUPS],
        "held": sum(one.status == OccasionStatus.HELD for one in rows), "total": len(rows),
        "warnings": _warnings(request, month) if following_month(month) > localdate() else [], "missed": missed,
        "to_publish": sum(one.status == OccasionStatus.PLANNED and one.starts_at > timezone.now() for one in rows),
    }  # fmt: skip
    return render(request, "dialogue/officer/index.html", facts)


@officer(*KEEPERS)
def plan_occasion(request: OfficerRequest) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = OccasionForm(data, commune=request.commune, kind=request.GET.get("loai", ""))
    page = {
        "title": "Thêm lịch", "back": reverse("dialogue:index"), "back_label": "Lịch", "button": "Thêm vào lịch",
        "said": "Đã thêm vào lịch. Người dân thấy sau khi công bố.",
        "to": lambda made: reverse("dialogue:occasion", args=[made.pk]),
    }  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.plan_occasion(request.commune, form.wish(), by=request.user, now=timezone.now()), page,
    )  # fmt: skip


@officer(*KEEPERS)
def occasion(request: OfficerRequest, pk: int) -> HttpResponse:
    """One entry: its people or opinions, its proof, what may be done."""
    return show(request, occasion_of(request, pk), {})


def show(request: OfficerRequest, one: Occasion, asked: dict[str, Any]) -> HttpResponse:
    """The page; `asked` holds the form that was just sent and did not pass."""
    forms = {
        "hold": HoldForm(None, None, occasion=one), "cancel": ReasonForm(),
        "opinion": QuestionForm(None, commune=request.commune, initial={"press": request.GET.get("press", "")}),
    }  # fmt: skip
    now = timezone.now()
    reads = may_read(request)
    facts = {
        "one": one, "now": now, "may_read": reads, "is_conference": one.kind in CONFERENCES,
        "turns": [(turn, turn.is_sealed and not reads) for turn in one.turns.all()],
        "opinions": [(row, row.is_late(now)) for row in one.opinions.select_related("unit", "hamlet")],
        "guests": one.guests.select_related("notable"), "notices": one.notices.all(), "form": next(iter(asked.values()), None),
        **{f"{name}_form": asked.get(name, form) for name, form in forms.items()},
    }  # fmt: skip
    return render(request, "dialogue/officer/occasion.html", facts)


@officer(*KEEPERS)
def change_occasion(request: OfficerRequest, pk: int) -> HttpResponse:
    one = occasion_of(request, pk)
    form = OccasionForm(request.POST if request.method == "POST" else None, commune=request.commune, occasion=one)
    here = reverse("dialogue:occasion", args=[one.pk])
    page = {
        "title": f"Đổi lịch: {one}", "back": here, "back_label": str(one), "button": "Lưu thay đổi", "said": "Đã đổi lịch.",
        "to": here, "note": "Lịch đã công bố thì thay đổi hiện ngay trên trang công khai." if one.is_public else "",
    }  # fmt: skip
    return form_page(
        request, form, lambda: actions.change_occasion(one, form.wish(), by=request.user, now=timezone.now()), page
    )


@officer(*KEEPERS)
@require_POST
def cancel_occasion(request: OfficerRequest, pk: int) -> HttpResponse:
    one, form = occasion_of(request, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, one, {"cancel": form})
    actions.cancel_occasion(one, form.cleaned_data["reason"], by=request.user, now=timezone.now())
    messages.success(request, "Đã hủy lịch.")
    return redirect("dialogue:occasion", one.pk)


@officer(*KEEPERS)
@require_POST
def hold_occasion(request: OfficerRequest, pk: int) -> HttpResponse:
    one = occasion_of(request, pk)
    form = HoldForm(request.POST, request.FILES, occasion=one)
    if not press(request, form, lambda: actions.hold_occasion(one, form.proof(), by=request.user, now=timezone.now())):
        return show(request, one, {"hold": form})
    messages.success(request, f"Đã ghi: {one}.")
    return redirect("dialogue:diary" if one.kind == OccasionKind.VISIT else "dialogue:occasion", one.pk)


@officer(*KEEPERS)
@require_POST
def publish_month(request: OfficerRequest) -> HttpResponse:
    month = month_asked(request.POST.get("thang", ""), localdate())
    count = actions.publish_month(request.commune, month, by=request.user, now=timezone.now())
    messages.success(request, f"Đã công bố {count} lịch của tháng {month:%m/%Y}.")
    return redirect(f"{reverse('dialogue:index')}?thang={month:%Y-%m}")


@officer(*KEEPERS)
@require_POST
def raise_opinion(request: OfficerRequest, pk: int) -> HttpResponse:
    """Said at the meeting, or on the spot in a hamlet."""
    one = occasion_of(request, pk)
    form = QuestionForm(request.POST, commune=request.commune, initial={})
    is_visit = one.kind == OccasionKind.VISIT
    source = OpinionSource.SPOT if is_visit else OpinionSource.MEETING
    if not press(
        request, form, lambda: actions.raise_opinion(one, form.voice(source), by=request.user, now=timezone.now())
    ):
        return show(request, one, {"opinion": form})
    messages.success(request, "Đã ghi ý kiến.")
    return redirect("dialogue:diary" if is_visit else "dialogue:occasion", one.pk)


@officer(*KEEPERS)
def minutes(request: OfficerRequest, pk: int) -> HttpResponse:
    one = occasion_of(request, pk)
    if one.status != OccasionStatus.HELD:
        raise RuleBroken("Chưa ghi đã thực hiện nên chưa có biên bản.")
    sheet = papers.occasion_minutes(one, one.opinions.select_related("unit"), timezone.now())
    return as_file(as_pdf(sheet), f"bien-ban-{one.pk}.pdf", is_shown=True)


@officer(*KEEPERS)
def photo(request: OfficerRequest, pk: int) -> Any:
    one = occasion_of(request, pk)
    if not one.photo:
        raise Http404
    return kept_file(one.photo, "anh", media_type=one.photo_type, is_shown=True)


@officer(*KEEPERS)
def desk(request: OfficerRequest) -> HttpResponse:
    """House rules, permanent officer, place."""
    kept = ReceptionDesk.objects.filter(commune=request.commune).first()
    shown = {name: getattr(kept, name) for name in ("officer", "place", "phone", "rules")} if kept else {}
    form = DeskForm(request.POST if request.method == "POST" else None, commune=request.commune, initial=shown)
    page = {
        "title": "Nội quy, người tiếp công dân thường xuyên", "back": reverse("dialogue:index"), "back_label": "Lịch",
        "button": "Lưu và công khai", "said": "Đã lưu. Trang công khai đã đổi theo.", "to": reverse("dialogue:desk"),
        "tabs": tabs("desk"),
    }  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.set_desk(request.commune, form.cleaned_data, by=request.user, now=timezone.now()), page,
    )  # fmt: skip
