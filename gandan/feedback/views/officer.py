"""The queue, one feedback, what is entered by hand; files of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.documents.drawing import as_pdf
from gandan.measures.periods import month_asked, month_of
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.models import Agency
from gandan.ui.views.files import as_file, as_table, kept_file
from gandan.ui.views.pressing import press as press_form

from .. import actions, listing, papers
from ..categories import top_categories
from ..clock import limit_lines
from ..forms import EnterForm
from ..models import Channel, Feedback, FeedbackPhoto
from ..story import officer_story
from . import pressing
from .finding import feedback_of, of_the_commune, tabs

Query = dict[str, str]


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Searched, narrowed, sorted, in pages; as CSV or XLSX."""
    now, asked = timezone.now(), listing.Asked.read(request.GET)
    rows = listing.listed(request.office, asked, now)
    if (ending := request.GET.get("dang", "")) in ("csv", "xlsx"):
        name = f"phan-anh-{localdate(now):%Y%m%d}.{ending}"
        return as_table(name, "Phản ánh, kiến nghị", listing.HEADS, listing.table(rows[: listing.MOST_EXPORTED]))
    page = Paginator(rows, listing.PAGE).get_page(request.GET.get("page"))
    numbers = listing.counts(request.office, asked, now)
    chips = [
        {"href": _address(request, loc=name), "label": label, "count": numbers[name], "is_current": name == asked.chip}
        for name, label in listing.CHIPS.items()
    ]
    facts = {
        "page": page, "asked": asked, "chips": chips, "tabs": tabs("index"), "now": now,
        "rows": [(one, listing.leading_unit(one), one.is_late(now)) for one in page],
        "channels": Channel.choices, "categories": top_categories(), "orders": listing.ORDERS.items(),
        "may_direct": request.office.holds(Role.LEADER), "units": Agency.objects.inside(request.commune),
        "is_partner": request.office.is_partner_only, "csv": _address(request, dang="csv"), "xlsx": _address(request, dang="xlsx"),
    }  # fmt: skip
    return render(request, "feedback/officer/index.html", facts)


def _address(request: OfficerRequest, **changes: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


@officer(Role.LEADER)
@require_POST
def direct_many(request: OfficerRequest) -> HttpResponse:
    """The chosen rows to one unit; those that cannot be given are named, the others go."""
    unit = get_object_or_404(Agency.objects.inside(request.commune), pk=_number(request.POST.get("unit", "")))
    numbers = [_number(one) for one in request.POST.getlist("pk")][: listing.PAGE]
    rows = list(Feedback.objects.seen_by(request.office).filter(pk__in=numbers).select_related("agency"))
    if not rows:
        raise RuleBroken("Chọn ít nhất một phản ánh ở cột đầu.")
    given, refused = 0, []
    for one in rows:
        try:
            actions.direct(one, actions.Order("", [unit]), by=request.user, now=timezone.now())
            given += 1
        except RuleBroken as why:
            refused.append(why.message)
    if given:
        messages.success(request, f"Đã giao {given} phản ánh cho {unit}.")
    for told in refused[:5]:
        messages.error(request, told)
    return redirect("feedback:index")


def _number(told: str) -> int:
    return int(told) if told.isdecimal() and len(told) < 12 else 0


@officer
def enter(request: OfficerRequest) -> HttpResponse:
    """Written down for a caller, a visitor, a letter."""
    of_the_commune(request)
    form = EnterForm(
        request.POST or None, request.FILES or None, commune=request.commune, initial={"press_key": new_key()}
    )  # fmt: skip
    made: list[Feedback] = []
    if press_form(request, form, lambda: made.append(
        actions.receive(request.commune, form.told(), by=request.user, now=timezone.now()))):  # fmt: skip
        messages.success(request, f"Đã ghi {made[0].code}. Đọc mã này cho người phản ánh.")
        return redirect("feedback:detail", made[0].pk)
    return render(request, "feedback/officer/enter.html", {"form": form})


def _show(request: OfficerRequest, one: Feedback, offered: list[pressing.Offer], pressed: Any = None) -> HttpResponse:
    now = timezone.now()
    notes = list(one.notes.select_related("by"))
    free = [offer for offer in offered if not offer.blocked]
    facts = {
        "one": one, "offers": offered, "next": free[0] if free else None, "form": pressed, "now": now,
        "story": officer_story(one, notes, today=localdate(now)), "limits": limit_lines(one), "photos": list(one.photos.all()),
        "parts": one.parts.filter(round=one.round).select_related("unit", "person", "leader"), "is_late": one.is_late(now),
        "slips": one.proposals.select_related("by", "leader", "unit"), "duplicates": one.duplicates.order_by("received_at"),
        "followers": one.followers.count(), "ratings": one.ratings.all(), "sees_sender": not request.office.is_partner_only,
    }  # fmt: skip
    return render(request, "feedback/officer/detail.html", facts)


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    one = feedback_of(request, pk)
    return _show(request, one, pressing.offers(request, one))


@officer
@require_POST
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One thing done with one feedback."""
    one = feedback_of(request, pk)
    offered = pressing.offers(request, one, verb)
    offer = next((each for each in offered if each.verb == verb), None)
    if offer is None:
        raise RuleBroken(f"{one} đang ở bước “{one.status_label()}”, việc này không làm được. Xin tải lại trang.")
    if offer.blocked:
        raise RuleBroken(offer.blocked)
    if offer.form is not None and not offer.form.is_valid():
        return _show(request, one, offered, offer.form)
    pressing.act(request, one, verb, offer.form, {"by": request.user, "now": timezone.now()})
    messages.success(request, f"{offer.label}: {one.code}.")
    return redirect("feedback:detail", one.pk)


@officer
def photo(request: OfficerRequest, pk: int, key: str) -> HttpResponseBase:
    one = feedback_of(request, pk)
    found = get_object_or_404(FeedbackPhoto, feedback=one, key=key)
    return kept_file(found.file, f"{one.code}.jpg", media_type=found.media_type, is_shown=True)


@officer
@require_POST
def show_photo(request: OfficerRequest, pk: int, key: str) -> HttpResponse:
    """The public may see this photo, or no longer."""
    of_the_commune(request)
    found = get_object_or_404(
        FeedbackPhoto.objects.select_related("feedback"), feedback=feedback_of(request, pk), key=key
    )
    actions.show_photo(found, is_public=request.POST.get("is_public") == "1", by=request.user, now=timezone.now())
    return redirect("feedback:detail", pk)


@officer
def slip(request: OfficerRequest, pk: int) -> HttpResponse:
    """Phiếu đề xuất as PDF: the newest one."""
    one = feedback_of(request, pk)
    found = one.proposals.select_related("feedback__agency__province", "by", "leader", "unit").first()
    if found is None:
        raise Http404
    return as_file(as_pdf(papers.proposal_slip(found, timezone.now())), f"phieu-de-xuat-{one.code}.pdf", is_shown=True)


@officer
def book(request: OfficerRequest) -> HttpResponse:
    """The register of a month: on screen, PDF, XLSX."""
    of_the_commune(request)
    now = timezone.now()
    period = month_of(month_asked(request.GET.get("thang", ""), localdate(now)))
    rows = (
        Feedback.objects.of(request.commune).filter(received_at__date__range=(period.start, period.end))
        .exclude(status="spam").prefetch_related("parts__unit").order_by("received_at", "pk")
    )  # fmt: skip
    name = f"so-phan-anh-{period.start:%Y-%m}"
    if request.GET.get("dang") == "pdf":
        sheet = papers.book(request.commune, rows, f"tháng {period.start:%m/%Y}", now)
        return as_file(as_pdf(sheet), f"{name}.pdf", is_shown=True)
    if request.GET.get("dang") == "xlsx":
        return as_table(f"{name}.xlsx", f"Sổ phản ánh tháng {period.start:%m/%Y}", listing.HEADS, listing.table(rows))
    page = Paginator(rows, listing.PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page, "rows": [(one, listing.leading_unit(one)) for one in page], "month": f"{period.start:%Y-%m}",
        "tabs": tabs("book"),
    }  # fmt: skip
    return render(request, "feedback/officer/book.html", facts)
