"""The pieces of a model's page that belong to adoption: apply here, the package, learn from the owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.people.offices import Office

from .actions.adoption import ADOPTABLE
from .adoption_rights import may_lead
from .adoption_telling import lateness
from .mentoring import Contact, contact_of, hosts_of, may_answer
from .models import Adoption, Obligation, Question, Reform, ReformVersion, Visit
from .packages import Package, read
from .readiness import Check, made_words, readiness, start_of
from .workflow import NOT_YET, AdoptionStatus

MOST_ADOPTERS = 5


@dataclass(frozen=True)
class ApplyCard:
    """“Áp dụng tại xã …”: where the commune stands with the model, and what it may press."""

    commune: Any
    adoption: Adoption | None
    checks: list[Check] = field(default_factory=list)
    made: str = ""
    start: date | None = None
    may_lead: bool = False
    is_adoptable: bool = True
    has_package: bool = False
    is_open: bool = False
    is_mandatory: bool = False
    late: tuple[str, str] = ("", "")
    trouble: str = ""


def _package(version: ReformVersion | None) -> Package:
    return read(version.package) if version and version.has_package else Package()


def apply_card(reform: Reform, office: Office, now: datetime) -> ApplyCard | None:
    """None for those who adopt nothing: the province, partner agencies."""
    if office.commune is None or office.is_partner_only:
        return None
    rows = Adoption.objects.filter(reform=reform, agency=office.commune).exclude(status=AdoptionStatus.ENDED)
    adoption, today = rows.first(), localdate(now)
    try:
        package = _package(reform.newest())
        checks = readiness(package, office.commune, today)
    except RuleBroken as refused:
        return ApplyCard(office.commune, adoption, trouble=refused.message)
    is_open = adoption is None or adoption.status in {*NOT_YET} - {AdoptionStatus.SUBMITTED, AdoptionStatus.PLANNED}
    return ApplyCard(
        commune=office.commune, adoption=adoption, checks=checks, made=made_words(package), start=start_of(package, today),
        may_lead=may_lead(office), is_adoptable=reform.status in ADOPTABLE, has_package=bool(package.programmes),
        is_open=is_open, is_mandatory=bool(adoption and adoption.obligation == Obligation.MANDATORY),
        late=lateness(adoption, now) if adoption else ("", ""),
    )  # fmt: skip


@dataclass(frozen=True)
class LearningCard:
    """Whom to ask, what was asked, where to look."""

    contact: Contact
    questions: list[Question]
    visits: list[Visit]
    may_ask: bool
    may_answer: bool
    may_visit: bool
    is_province: bool
    runs_at: list[Adoption]


def learning_card(reform: Reform, office: Office) -> LearningCard:
    commune = office.commune
    hosts = hosts_of(reform).exclude(commune=commune) if commune else hosts_of(reform)
    visits = Visit.objects.filter(reform=reform, status="done").select_related("agency", "host").order_by("-on")
    running = Adoption.objects.operating().filter(reform=reform).select_related("agency").order_by("started_on")
    is_inside = commune is not None and not office.is_partner_only
    return LearningCard(
        contact_of(reform), list(reform.questions.select_related("agency", "by", "answered_by").order_by("-at")), list(visits),
        may_ask=is_inside, may_answer=may_answer(office, reform), may_visit=is_inside and hosts.exists(),
        is_province=commune is None, runs_at=list(running[:MOST_ADOPTERS]),
    )  # fmt: skip
