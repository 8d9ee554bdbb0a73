"""One person of a list: seen by the leader, the clerk and who is in charge of the person; nobody else."""

from __future__ import annotations

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

from .. import actions
from ..actions.lists import age_on
from ..forms.lists import ChargeForm, EndingForm, NoteForm, SameForm
from ..matching import REVIEW
from ..models import ListedPerson
from .asking import Ask, asked
from .lists import KEEPERS, found_list


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
