"""Walking the streets: households, rounds with their coverage, repeat offenders; who leads on what."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.pressing import press

from .. import actions
from ..categories import categories
from ..forms import HouseholdForm, MeetingForm, StreetForm, UnitForm
from ..learned import accuracy
from ..models import CategoryUnit, Contact, Household, RoundKind, Street, StreetRound
from .finding import keeps, of_the_commune, tabs


@officer
def streets(request: OfficerRequest) -> HttpResponse:
    """Streets, running rounds with their coverage, households that offended more than once."""
    of_the_commune(request)
    rows = Street.objects.filter(agency=request.commune).select_related("hamlet", "officer")
    counted = rows.annotate(households_open=Count("households", filter=Q(households__is_open=True), distinct=True))
    facts = {
        "rows": counted, "tabs": tabs("streets"), "kinds": RoundKind.choices,
        "rounds": [(one, *coverage(one)) for one in _rounds(request)[:20]],
        "repeaters": Household.objects.of(request.commune).repeat_offenders(localdate()).select_related("street")[:50],
    }  # fmt: skip
    return render(request, "feedback/officer/streets.html", facts)


def _rounds(request: OfficerRequest) -> list[StreetRound]:
    rows = StreetRound.objects.filter(street__agency=request.commune).select_related("street", "begun_by")
    return list(
        rows.annotate(
            n_met=Count("contacts", filter=Q(contacts__is_met=True), distinct=True),
            n_all=Count("street__households", filter=Q(street__households__is_open=True), distinct=True),
            n_found=Count("contacts__findings", distinct=True),
        )[:20]
    )


def coverage(one: StreetRound) -> tuple[int, int, int, int]:
    """Of a row of `_rounds`: met, households, findings, percent."""
    met, total, found = one.n_met, one.n_all, one.n_found  # type: ignore[attr-defined]  # annotated
    return met, total, found, round(100 * met / total) if total else 0


def _street_of(request: OfficerRequest, pk: int) -> Street:
    of_the_commune(request)
    return get_object_or_404(
        Street.objects.select_related("agency", "hamlet", "officer"), agency=request.commune, pk=pk
    )


@officer
def street(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _street_of(request, pk)
    facts = {
        "one": one, "households": one.households.with_findings(localdate()), "kinds": RoundKind.choices,
        "rounds": one.rounds.select_related("begun_by"),
    }  # fmt: skip
    return render(request, "feedback/officer/street.html", facts)


@officer
def keep_street(request: OfficerRequest, pk: int | None = None) -> HttpResponse:
    keeps(request)
    one = _street_of(request, pk) if pk else None
    initial = {"name": one.name, "hamlet": one.hamlet, "officer": one.officer} if one else {}
    form = StreetForm(request.POST or None, commune=request.commune, initial=initial)
    if press(request, form, lambda: actions.keep_street(
        request.commune, form.facts(), street=one, by=request.user, now=timezone.now())):  # fmt: skip
        return redirect("feedback:streets")
    return render(
        request, "feedback/officer/keep.html", {"form": form, "heading": "Tuyến đường", "back": "feedback:streets"}
    )


@officer
def keep_household(request: OfficerRequest, pk: int, household: int | None = None) -> HttpResponse:
    one = _street_of(request, pk)
    row = get_object_or_404(one.households, pk=household) if household else None
    names = ("number", "name", "business", "owner", "phone", "is_open")
    form = HouseholdForm(request.POST or None, initial={name: getattr(row, name) for name in names} if row else {})
    if press(request, form, lambda: actions.keep_household(
        one, form.facts(), household=row, by=request.user, now=timezone.now())):  # fmt: skip
        return redirect("feedback:street", pk)
    facts = {"form": form, "heading": f"Hộ kinh doanh, {one}", "back": "feedback:streets"}
    return render(request, "feedback/officer/keep.html", facts)


@officer
@require_POST
def begin_round(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _street_of(request, pk)
    kind = request.POST.get("kind", "")
    made = actions.begin_round(
        one, kind if kind in RoundKind.values else RoundKind.HOUSEHOLDS, by=request.user, now=timezone.now()
    )  # fmt: skip
    return redirect("feedback:round", made.pk)


def _round_of(request: OfficerRequest, pk: int) -> StreetRound:
    of_the_commune(request)
    rows = StreetRound.objects.filter(street__agency=request.commune).select_related(
        "street__agency", "street__hamlet", "begun_by"
    )
    return get_object_or_404(rows, pk=pk)


@officer
def a_round(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every household of the street: met or not yet; coverage."""
    one = _round_of(request, pk)
    contacts = {each.household_id: each for each in one.contacts.annotate(found=Count("findings"))}
    households = list(one.street.households.filter(is_open=True))
    met = sum(each.pk in contacts and contacts[each.pk].is_met for each in households)
    facts = {
        "one": one, "rows": [(each, contacts.get(each.pk)) for each in households], "met": met, "total": len(households),
        "percent": round(100 * met / len(households)) if households else None,
    }  # fmt: skip
    return render(request, "feedback/officer/round.html", facts)


@officer
def contact(request: OfficerRequest, pk: int, household: int) -> HttpResponse:
    """One household of the round: what was said, promised, seen."""
    one = _round_of(request, pk)
    row = get_object_or_404(one.street.households.select_related("street__agency", "street__hamlet"), pk=household)
    form = MeetingForm(request.POST or None, request.FILES or None, household=row)
    if press(request, form, lambda: _meet(one, row, form, request, timezone.now())):
        return redirect("feedback:round", pk)
    before = row.contacts.exclude(commitment="").select_related("round").order_by("-at")[:5]
    facts = {
        "one": one,
        "household": row,
        "form": form,
        "before": before,
        "findings": row.findings.order_by("-received_at")[:5],
    }
    return render(request, "feedback/officer/contact.html", facts)


def _meet(one: StreetRound, row: Household, form: MeetingForm, request: OfficerRequest, now: datetime) -> None:
    with transaction.atomic():
        met = actions.contact_household(one, row, form.meeting(), by=request.user, now=now)
        finding = form.finding()
        if finding:
            actions.report_finding(met, finding, by=request.user, now=now)


@officer
@require_POST
def check_commitment(request: OfficerRequest, pk: int) -> HttpResponse:
    of_the_commune(request)
    row = get_object_or_404(
        Contact.objects.select_related("round__street"), round__street__agency=request.commune, pk=pk
    )
    actions.check_commitment(row, is_kept=request.POST.get("is_kept") == "1", by=request.user, now=timezone.now())
    return redirect("feedback:street", row.round.street_id)


@officer
@require_POST
def close_round(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _round_of(request, pk)
    actions.close_round(one, by=request.user, now=timezone.now())
    return redirect("feedback:round", pk)


@officer
def units(request: OfficerRequest) -> HttpResponse:
    """Who leads on each category."""
    of_the_commune(request)
    form = UnitForm(request.POST or None, commune=request.commune)
    if request.method == "POST":
        keeps(request)
    if press(request, form, lambda: _name_unit(request, form)):
        return redirect("feedback:units")
    named = {
        one.category: one
        for one in CategoryUnit.objects.filter(agency=request.commune).select_related("unit", "person")
    }
    parts = {one.part: one for one in request.commune.parts.exclude(part="")}
    rows = [(one, named.get(one.code) or named.get(one.top), parts.get(one.part)) for one in categories().values()]
    return render(
        request,
        "feedback/officer/units.html",
        {"rows": rows, "form": form, "tabs": tabs("units"), "accuracy": accuracy(request.commune)},
    )


def _name_unit(request: OfficerRequest, form: UnitForm) -> None:
    told = form.cleaned_data
    actions.name_unit(request.commune, told["category"], told["unit"], by=request.user, now=timezone.now())
