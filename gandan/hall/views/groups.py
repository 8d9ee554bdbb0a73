"""“Mỗi người một tay”: from the proposal to the note of thanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.catalog.parts import FormStep, steps_from
from gandan.people.access import OfficerRequest, officer
from gandan.places.models import Agency

from .. import actions
from ..grouping import same_procedure
from ..models import PeerGroup, PeerMember, Ticket
from ..rules import Rules, rules_of
from ..workflow import GroupStatus, Status
from .finding import group_of, need_to_serve


@dataclass(frozen=True)
class Proposal:
    """People who wait for one procedure and are in no group yet."""

    procedure: Procedure
    numbers: tuple[str, ...]


def proposals(agency: Agency, waiting: Sequence[Ticket], rules: Rules) -> list[Proposal]:
    """Groups that might be formed of those who wait, in the order of the line."""
    if rules.least_group is None:
        return []
    grouped = set(
        PeerMember.objects.filter(group__agency=agency, left_at__isnull=True, ticket__in=waiting).values_list(
            "ticket", flat=True
        )
    )
    free = {one.pk: one for one in waiting if one.pk not in grouped}
    found = same_procedure([(one.pk, one.procedure_id) for one in free.values()], least=rules.least_group)
    return [
        Proposal(procedure, tuple(free[pk].said for pk in tickets))
        for tickets in found.values()
        if (procedure := free[tickets[0]].procedure) is not None
    ]


@officer
@require_POST
def propose_group(request: OfficerRequest, procedure: str) -> HttpResponse:
    """Everybody who waits for this procedure and is in no group, up to the most."""
    need_to_serve(request)
    today, moment = localdate(), localtime()
    of_procedure = get_object_or_404(Procedure, code=procedure)
    waiting = Ticket.objects.of(request.commune, today).waiting().filter(procedure=of_procedure).order_by("number")
    grouped = PeerMember.objects.filter(left_at__isnull=True, ticket__in=waiting).values("ticket")
    rules = rules_of(request.commune, today)
    free = list(waiting.exclude(pk__in=grouped))
    tickets = next(
        iter(same_procedure([(one.pk, one.procedure_id) for one in free], least=rules.least_group or 99).values()), []
    )
    made = actions.propose_group(
        request.commune,
        procedure=of_procedure,
        tickets=[one for one in free if one.pk in tickets],
        by=request.user,
        now=moment,
    )
    return redirect("hall:group", made.pk)


@officer
def group(request: OfficerRequest, pk: int) -> HttpResponse:
    """The group's page, also for the shared screen: numbers and the steps of the sample form, nobody's data."""
    one = group_of(request, pk)
    members = list(one.members.filter(left_at__isnull=True).select_related("ticket").order_by("ticket__number"))
    context = {
        "group": one, "members": members, "pioneer": next((m for m in members if m.is_pioneer), None),
        "candidates": [m for m in members if m.ticket.status == Status.WAITING], "guide": _guide(one.procedure),
        "minutes": _minutes(one), "now": localtime(), "status": GroupStatus,
    }  # fmt: skip
    return render(request, "hall/officer/group.html", context)


def _guide(procedure: Procedure) -> list[FormStep]:
    """The published declaration of the procedure: titles, labels and hints of an empty form."""
    versions = ProcedureVersion.objects.in_force(localdate()).filter(procedure=procedure).order_by("-valid_from")
    version = versions.first()
    form = version.form() if version else None
    return list(steps_from(form.steps)) if form else []


def _minutes(one: PeerGroup) -> dict[str, Any]:
    """Minutes of the group, of serving each alone, and saved; None where not known."""
    spent = (one.confirmed_at - one.agreed_at).total_seconds() if one.confirmed_at and one.agreed_at else None
    seconds = {"group": spent, "single": one.single_seconds, "saved": one.saved_seconds}
    return {name: None if value is None else round(value / 60) for name, value in seconds.items()}


@officer
@require_POST
def agree_group(request: OfficerRequest, pk: int) -> HttpResponse:
    one = group_of(request, pk)
    chosen = request.POST.get("pioneer", "")
    members = one.members.filter(ticket=int(chosen) if chosen.isdecimal() else 0).select_related("ticket")
    actions.agree_group(one, pioneer=get_object_or_404(members).ticket, by=request.user, now=localtime())
    return redirect("hall:group", pk)


@officer
@require_POST
def guide_pioneer(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.guide_pioneer(group_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:group", pk)


@officer
@require_POST
def let_guide(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.let_guide(group_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:group", pk)


@officer
@require_POST
def confirm_member(request: OfficerRequest, pk: int) -> HttpResponse:
    need_to_serve(request)
    of_commune = PeerMember.objects.filter(group__agency=request.commune).select_related("ticket")
    member = get_object_or_404(of_commune, pk=pk)
    actions.confirm_member(member, by=request.user, now=localtime())
    return redirect("hall:group", member.group_id)


@officer
@require_POST
def close_group(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.close_group(group_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:group", pk)


@officer
@require_POST
def dissolve_group(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.dissolve_group(group_of(request, pk), by=request.user, now=localtime())
    messages.info(request, "Đã thôi nhóm. Mọi người trở về hàng chờ với lượt cũ.")
    return redirect("hall:panel")


@officer
def thanks(request: OfficerRequest, pk: int) -> HttpResponse:
    """The note of thanks to the pioneer, to be printed; the name is written by hand."""
    one = group_of(request, pk)
    members = one.members.filter(left_at__isnull=True)
    context = {"group": one, "others": members.filter(is_pioneer=False).count(), "minutes": _minutes(one)}
    return render(request, "hall/officer/thanks.html", context)
