"""One person of a list: seen by the leader, the clerk and who is in charge of the person; nobody else."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import mask_id
from gandan.dossiers.models import Dossier
from gandan.journal.models import Entry
from gandan.people.access import OfficerRequest, officer
from gandan.places.models import Hamlet

from .. import actions, reached
from ..actions.lists import age_on
from ..forms.endings import CHOICES, EndingSheet
from ..forms.lists import ChargeForm, EndingForm, NoteForm, SameForm
from ..matching import REVIEW
from ..models import ListedPerson, Listing
from .asking import Ask, asked
from .lists import KEEPERS, found_list

SHEET = 100
"""So many people stand on one sheet of final states."""


def _found(request: OfficerRequest, pk: int) -> ListedPerson:
    rows = ListedPerson.objects.seen_by(request.office).select_related(
        "listing__commune", "hamlet", "assigned_to", "dossier"
    )
    return get_object_or_404(rows, pk=pk)


@officer
def person(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    entries = (
        Entry.objects.filter(subject_type__model="listedperson", subject_id=one.pk)
        .select_related("actor")
        .order_by("-pk")
    )
    facts = {
        "person": one, "number": mask_id(one.id_number) if one.id_number else "",
        "age": age_on(one.born_on, localdate()) if one.born_on else None, "is_review": one.match == REVIEW and not one.is_final,
        "verbs": {step.verb for step in one.possible_steps()} if one.listing.closed_at is None else set(),
        "entries": entries, "may_keep": request.office.holds(*KEEPERS), "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/person.html", facts)


@officer(*KEEPERS)
def assign_person(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    form = ChargeForm(
        request.POST if request.method == "POST" else None, commune=request.commune, head_name=one.head_name
    )
    if request.method == "POST" and form.is_valid():
        actions.assign_person(one, _charge(form), by=request.user, now=timezone.now())
        return redirect("outreach:person", pk)
    return asked(request, form, Ask(f"Giao: {one.name}", "Giao người phụ trách", reverse("outreach:person", args=[pk])))


def _charge(form: ChargeForm) -> actions.Charge:
    return actions.Charge(form.cleaned_data["officer"], form.cleaned_data["head_name"])


@officer(*KEEPERS)
def assign_hamlet(request: OfficerRequest, pk: int, hamlet: int) -> HttpResponse:
    """All of a hamlet at once; 0: those whose hamlet is not known."""
    listing = found_list(request, pk)
    place = get_object_or_404(Hamlet, pk=hamlet, commune=request.commune) if hamlet else None
    head = place.head_name if place else ""
    form = ChargeForm(request.POST if request.method == "POST" else None, commune=request.commune, head_name=head)
    back = reverse("outreach:list", args=[pk])
    if request.method == "POST" and form.is_valid():
        actions.assign_hamlet(listing, place, _charge(form), by=request.user, now=timezone.now())
        return redirect(back)
    return asked(request, form, Ask(f"Giao danh sách {place or 'chưa rõ khu dân cư'}", "Giao danh sách", back))


@officer(*KEEPERS)
def assign_heads(request: OfficerRequest, pk: int) -> HttpResponse:
    """Each hamlet's people to the hamlet's own head, in one press."""
    listing = found_list(request, pk)
    if request.method != "POST":
        raise Http404
    given = actions.assign_heads(listing, by=request.user, now=timezone.now())
    words = (
        f"Đã giao {given} người cho trưởng thôn, tổ trưởng."
        if given
        else "Không còn ai chưa giao ở nơi có trưởng thôn, tổ trưởng."
    )
    messages.success(request, words)
    return redirect("outreach:list", pk)


@officer
def contact_person(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.contact_person(one, note=form.cleaned_data["note"], by=request.user, now=timezone.now())
        return redirect("outreach:person", pk)
    return asked(request, form, Ask(f"Đã liên hệ: {one.name}", "Ghi đã liên hệ", reverse("outreach:person", args=[pk])))


@officer
def conclude(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    form = EndingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told, code = form.cleaned_data, form.cleaned_data["dossier"].strip()
        dossier = Dossier.objects.filter(commune=request.commune, code=code).first() if code else None
        if code and dossier is None:
            raise RuleBroken(f"Không có hồ sơ mang mã “{code}” ở xã. Xin xem lại mã trên giấy hẹn.")
        ending = actions.Ending(told["status"], told["reason"], dossier)
        actions.conclude(one, ending, by=request.user, now=timezone.now())
        return redirect("outreach:list", one.listing_id)
    return asked(
        request, form, Ask(f"Kết quả cuối: {one.name}", "Ghi kết quả cuối", reverse("outreach:person", args=[pk]))
    )


@officer
def conclude_people(request: OfficerRequest, pk: int) -> HttpResponse:
    """A sheet of people still open, of one hamlet or of all: what is known is filled in, the rest stays open."""
    listing = found_list(request, pk)
    page = Paginator(reached.open_people(listing, request.office, request.GET, localdate()), SHEET).get_page(1)
    sheet = EndingSheet(list(page), request.POST if request.method == "POST" else None)
    if request.method == "POST":
        endings = sheet.endings(request.commune)
        if endings and not sheet.faults:
            done = actions.conclude_people(listing, endings, by=request.user, now=timezone.now())
            messages.success(request, f"Đã ghi kết quả của {done} người.")
            return redirect(_after_sheet(request, listing))
        if not endings:
            messages.warning(request, "Chưa chọn kết quả cho ai.")
    facts = {
        "listing": listing, "sheet": sheet, "page": page, "choices": CHOICES, "query": request.GET,
        "hamlets": [one for one in reached.by_hamlet(listing, request.office, localdate()) if one["people"] > one["ended"]],
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/conclude_people.html", facts)


def _after_sheet(request: OfficerRequest, listing: Listing) -> str:
    """The next sheet of the same hamlet while somebody is open there, else the list."""
    left = reached.open_people(listing, request.office, request.GET, localdate()).exists()
    name = "outreach:conclude_people" if left else "outreach:list"
    query = request.GET.urlencode() if left else ""
    return f"{reverse(name, args=[listing.pk])}{f'?{query}' if query else ''}"


@officer(*KEEPERS)
def decide_match(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    if one.match != REVIEW:
        raise Http404
    form = SameForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.decide_match(one, is_same=form.cleaned_data["is_same"], by=request.user, now=timezone.now())
        return redirect("outreach:person", pk)
    words = "Danh sách đang hưởng có người cùng tên, cùng ngày sinh nhưng không khớp số định danh."
    return asked(
        request, form, Ask(f"Xem lại: {one.name}", "Ghi kết luận", reverse("outreach:person", args=[pk]), words)
    )
