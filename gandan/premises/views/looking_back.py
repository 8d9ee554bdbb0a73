"""What was looked at: the newest first, month by month, and the photos."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from gandan.measures.periods import month_asked
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_table, kept_file

from .. import months
from ..models import AmenityCheck, Defect, Inspection
from .finding import of_the_centre, tabs

PAGE = 60


@officer
def history(request: OfficerRequest) -> HttpResponse:
    """Looks at amenities, or inspections of the checklist (`?loai=muc`)."""
    of_the_centre(request)
    is_items = request.GET.get("loai") == "muc"
    rows = (
        Inspection.objects.filter(item__agency=request.commune).select_related("item", "inspector")
        if is_items
        else AmenityCheck.objects.filter(amenity__agency=request.commune)
        .select_related("amenity", "by")
        .order_by("-at")
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    chips = [
        {"href": "?", "label": "Tiện ích", "is_current": not is_items, "count": None},
        {"href": "?loai=muc", "label": "Mục kiểm tra", "is_current": is_items, "count": None},
    ]
    facts = {"tabs": tabs(request, "history"), "page": page, "chips": chips, "is_items": is_items}
    return render(request, "premises/officer/history.html", facts)


@officer
def month(request: OfficerRequest) -> HttpResponse:
    """A line a day: looked at, working, opened. XLSX with `?dang=xlsx`."""
    of_the_centre(request)
    today = localdate()
    first = min(month_asked(request.GET.get("thang", ""), today), today.replace(day=1))
    days = months.days_of(request.commune, first, today)
    if request.GET.get("dang") == "xlsx":
        title = f"Tiện ích miễn phí, {request.commune}, tháng {first:%m/%Y}"
        return as_table(f"tien-ich-{first:%Y%m}.xlsx", title, months.HEADS, months.rows(days))
    facts = {
        "tabs": tabs(request, "month"), "days": days, "first": first, "before": months.before(first),
        "after": months.after(first) if months.after(first) <= today else None, "uses": months.uses(request.commune, first),
    }  # fmt: skip
    return render(request, "premises/officer/month.html", facts)


@officer
def photo(request: OfficerRequest, kind: str, pk: int) -> FileResponse:
    """A photo as evidence, within the commune."""
    of_the_centre(request)
    if kind == "luot":
        check = get_object_or_404(AmenityCheck, amenity__agency=request.commune, pk=pk)
        return kept_file(check.photo, "anh", media_type=check.photo_type, is_shown=True)
    if kind == "muc":
        seen = get_object_or_404(Inspection, item__agency=request.commune, pk=pk)
        return kept_file(seen.photo, "anh", media_type=seen.photo_type, is_shown=True)
    defect = get_object_or_404(Defect.objects.of(request.commune), pk=pk)
    sides = {
        "truoc": (defect.photo_before, defect.photo_before_type),
        "sau": (defect.photo_after, defect.photo_after_type),
    }
    if kind not in sides:
        raise Http404
    file, media_type = sides[kind]
    return kept_file(file, "anh", media_type=media_type, is_shown=True)
