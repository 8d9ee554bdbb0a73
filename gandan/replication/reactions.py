"""Replication follows what units do with their models, and tells units what was issued to them and what falls due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.notifications.actions import tell
from gandan.notifications.staff import colleagues, holders, leader_of
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.reforms.events import AdoptionStarted
from gandan.tasks.deadlines import lateness_words

from . import actions
from .events import DirectiveIssued, ReportReminded, UnitUrged
from .models import Designation, Directive, PeriodReport


@follows(AdoptionStarted)
def start_designations(event: AdoptionStarted, entry: Entry) -> None:
    """The models a directive lists are under way as soon as one unit runs them."""
    for one in Designation.objects.filter(targets__adoption=event.adoption_id).select_related("directive"):
        actions.start_designation(one, by=entry.actor, now=entry.at)


def _tell(unit: Agency, people: Iterable[User | None], *, event: str, entry: Entry, **facts: Any) -> None:
    for to in colleagues(people, unit.commune or unit):
        tell(to, event=event, entry=entry, **facts)


def _desk(unit: Agency, today: date) -> list[User | None]:
    """Who reads what arrives: the leader, and in a commune its clerks."""
    clerks = holders(unit, Role.CLERK, today=today) if unit.commune_id == unit.pk else []
    return [leader_of(unit, today), *clerks]


@follows(DirectiveIssued)
def tell_units_of_directive(event: DirectiveIssued, entry: Entry) -> None:
    directive, today = Directive.objects.get(pk=event.directive_id), localdate(entry.at)
    link = reverse("replication:directive", args=[directive.pk])
    for receipt in directive.receipts.select_related("agency__commune"):
        people = _desk(receipt.agency, today)
        _tell(receipt.agency, people, event="directive_issued", entry=entry, link=link, directive=directive)


@follows(UnitUrged)
def tell_urged_unit(event: UnitUrged, entry: Entry) -> None:
    directive = Directive.objects.get(pk=event.directive_id)
    unit = Agency.objects.select_related("commune").get(pk=event.agency_id)
    urging = directive.urgings.filter(agency=unit).first()
    facts = {
        "directive": directive,
        "words": urging.text if urging else "",
        "link": reverse("replication:directive", args=[directive.pk]),
    }
    _tell(unit, [leader_of(unit, localdate(entry.at))], event="directive_urged", entry=entry, **facts)


@follows(ReportReminded)
def tell_report_is_due(event: ReportReminded, entry: Entry) -> None:
    report = PeriodReport.objects.select_related("agency__commune", "round").get(pk=event.report_id)
    due_at, link = report.round.due_at, reverse("replication:report", args=[report.pk])
    facts = {"report": report, "due_at": due_at, "left": lateness_words(due_at, entry.at), "link": link}
    _tell(report.agency, _desk(report.agency, localdate(entry.at)), event="report_reminded", entry=entry, **facts)
