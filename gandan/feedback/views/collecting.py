"""Opinion boxes and the weekly round."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.documents.drawing import as_pdf
from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.ui.views.files import as_file, kept_file
from gandan.ui.views.pressing import press

from .. import actions, papers
from ..forms import BoxForm, LetterForm, OpenBoxForm, SourceForm, WeekForm
from ..models import BoxOpening, OpinionBox, WeeklyReturn, WeeklySource, monday_of
from .finding import keeps, of_the_commune, tabs

WEEKS_SHOWN = 12


@officer
def boxes(request: OfficerRequest) -> HttpResponse:
    """Where they hang, when each was last opened, which wait too long."""
    of_the_commune(request)
    today = localdate()
    rows = list(OpinionBox.objects.of(request.commune).with_last().select_related("hamlet").order_by("pk"))
    waiting = set(OpinionBox.objects.of(request.commune).unopened(today).values_list("pk", flat=True))
    openings = BoxOpening.objects.filter(box__agency=request.commune).select_related("box", "by")[:20]
    facts = {
        "rows": [(one, one.pk in waiting) for one in rows], "openings": openings, "tabs": tabs("boxes"),
        "hung": sum(one.installed_on is not None for one in rows), "total": len(rows),
    }  # fmt: skip
    return render(request, "feedback/officer/boxes.html", facts)


@officer
def keep_box(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    keeps(request)
    box = get_object_or_404(OpinionBox.objects.of(request.commune), pk=pk) if pk else None
    form = BoxForm(
        request.POST or None,
        commune=request.commune,
        initial=_values(box, "place", "hamlet", "install_by", "installed_on", "is_used"),
    )
    if press(request, form, lambda: actions.keep_box(
        request.commune, form.facts(), box=box, by=request.user, now=timezone.now())):  # fmt: skip
        return redirect("feedback:boxes")
    return render(
        request, "feedback/officer/keep.html", {"form": form, "heading": "Hòm thư góp ý", "back": "feedback:boxes"}
    )


def _values(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names} if row else {}


@officer
def open_box(request: OfficerRequest, pk: int) -> HttpResponse:
    """The minutes: two persons, a photo, the number of letters."""
    of_the_commune(request)
    box = get_object_or_404(OpinionBox.objects.of(request.commune), pk=pk)
    form = OpenBoxForm(request.POST or None, request.FILES or None)
    made: list[BoxOpening] = []
    if press(request, form, lambda: made.append(
        actions.open_box(box, form.minutes(), by=request.user, now=timezone.now()))):  # fmt: skip
        return redirect("feedback:opening", made[0].pk)
    return render(
        request, "feedback/officer/keep.html", {"form": form, "heading": f"Mở {box}", "back": "feedback:boxes"}
    )


def _opening_of(request: OfficerRequest, pk: int) -> BoxOpening:
    of_the_commune(request)
    rows = BoxOpening.objects.filter(box__agency=request.commune).select_related(
        "box__agency__province", "box__hamlet", "by"
    )
    return get_object_or_404(rows, pk=pk)


@officer
def opening(request: OfficerRequest, pk: int) -> HttpResponse:
    """One opening: its letters, and the next letter to enter."""
    one = _opening_of(request, pk)
    form = LetterForm(request.POST or None, request.FILES or None)
    if press(request, form, lambda: actions.enter_letter(
        one, form.cleaned_data["text"], [form.cleaned_data["photo"]] if form.cleaned_data["photo"] else [],
        by=request.user, now=timezone.now())):  # fmt: skip
        return redirect("feedback:opening", pk)
    letters = list(one.letters.order_by("pk"))
    facts = {"one": one, "form": form, "letters": letters, "left": one.letters_found - len(letters)}
    return render(request, "feedback/officer/opening.html", facts)


@officer
def opening_paper(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _opening_of(request, pk)
    return as_file(as_pdf(papers.box_minutes(one, timezone.now())), f"bien-ban-mo-hom-thu-{one.day}.pdf", is_shown=True)


@officer
def opening_photo(request: OfficerRequest, pk: int) -> HttpResponseBase:
    one = _opening_of(request, pk)
    return kept_file(one.photo, "hom-thu.jpg", media_type=one.photo_type, is_shown=True)


@officer
def weeks(request: OfficerRequest) -> HttpResponse:
    """Sources × weeks: came in, “không có ý kiến”, reminded, nothing."""
    of_the_commune(request)
    this = monday_of(localdate())
    mondays = [this - timedelta(weeks=back) for back in range(WEEKS_SHOWN)]
    sources = list(WeeklySource.objects.filter(agency=request.commune, is_used=True).select_related("hamlet"))
    found = {
        (one.source_id, one.monday): one for one in WeeklyReturn.objects.of(request.commune).filter(monday__in=mondays)
    }
    facts = {
        "mondays": mondays, "tabs": tabs("weeks"), "this": this,
        "rows": [(one, [_cell(found.get((one.pk, monday))) for monday in mondays]) for one in sources],
        "totals": [_total(sources, found, monday) for monday in mondays], "year": _year(request, this),
    }  # fmt: skip
    return render(request, "feedback/officer/weeks.html", facts)


def _cell(one: WeeklyReturn | None) -> tuple[str, str]:
    if one is None:
        return "", "chưa có"
    if one.answered_at is None:
        return "late", "đã nhắc"
    return ("done", "không có ý kiến") if one.has_none else ("done", "có ý kiến")


def _total(sources: list[WeeklySource], found: dict[tuple[int, date], WeeklyReturn], monday: date) -> str:
    came = sum(
        (one := found.get((source.pk, monday))) is not None and one.answered_at is not None for source in sources
    )
    return f"{came}/{len(sources)}"


def _year(request: OfficerRequest, this: date) -> tuple[int, int]:
    """Weeks of this year in which at least one source answered, and weeks so far."""
    first = monday_of(date(this.year, 1, 4))
    rows = WeeklyReturn.objects.of(request.commune).come_in().filter(monday__gte=first, monday__lte=this)
    return rows.values("monday").distinct().count(), (this - first).days // 7 + 1


@officer
def keep_source(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    keeps(request)
    source = get_object_or_404(WeeklySource, agency=request.commune, pk=pk) if pk else None
    form = SourceForm(
        request.POST or None, commune=request.commune,
        initial=_values(source, "name", "hamlet", "person_name", "phone", "email", "is_used"),
    )  # fmt: skip
    if press(request, form, lambda: actions.keep_source(
        request.commune, form.facts(), source=source, by=request.user, now=timezone.now())):  # fmt: skip
        return redirect("feedback:weeks")
    return render(
        request,
        "feedback/officer/keep.html",
        {"form": form, "heading": "Đầu mối tổng hợp tuần", "back": "feedback:weeks"},
    )


@officer
def enter_week(request: OfficerRequest, pk: int) -> HttpResponse:
    """Written down by the office for a source that called or brought paper."""
    of_the_commune(request)
    source = get_object_or_404(WeeklySource.objects.select_related("agency", "hamlet"), agency=request.commune, pk=pk)
    form = WeekForm(request.POST or None)
    if press(request, form, lambda: actions.answer_week(source, form.told(), by=request.user, now=timezone.now())):
        messages.success(request, f"Đã ghi phiếu tuần của {source}.")
        return redirect("feedback:weeks")
    return render(
        request,
        "feedback/officer/keep.html",
        {"form": form, "heading": f"Phiếu tuần: {source}", "back": "feedback:weeks"},
    )


@public
def week(request: PublicRequest, key: str) -> HttpResponse:
    """The form of a source, by its own address, without an account."""
    source = get_object_or_404(WeeklySource.objects.select_related("agency", "hamlet"), key=key, is_used=True)
    form = WeekForm(request.POST or None)
    if press(request, form, lambda: actions.answer_week(source, form.told(), by=None, now=timezone.now())):
        messages.success(request, "Đã nhận phiếu tuần này. Cảm ơn ông/bà.")
        return redirect("feedback:week", key)
    known = WeeklyReturn.objects.filter(source=source, monday=monday_of(localdate())).first()
    opinions = list(known.opinions.order_by("pk")) if known else []
    facts = {"source": source, "form": form, "known": known, "opinions": opinions, "commune": source.agency}
    return render(request, "feedback/public/week.html", facts)
