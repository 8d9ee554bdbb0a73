"""What a draft says before it is filed: the answers as people read them, the fee, the day to expect, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gandan.catalog.parts import FormField, FormStep
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import mask_id, mask_phone
from gandan.people.models import Gender
from gandan.places.calendar import vietnam_moment
from gandan.places.working import Due

from .clockwork import expected_promise
from .declaration import is_shown, shown_value
from .filing_steps import APPLICANT, SLUGS, uploadable
from .finding import SentPaper
from .models import Dossier, Draft, Person
from .promises import Promise
from .same_day import latest

MASKS = {"id_number": mask_id, "phone": mask_phone}


@dataclass(frozen=True)
class Section:
    """A page of the filing with its answers, each a (label, value) pair."""

    title: str
    slug: str
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class SameDay:
    """A programme that settles today what is complete by then."""

    name: str
    by: datetime


@dataclass(frozen=True)
class Expected:
    """The day to expect if the office received the dossier now. Provisional: the limit or the calendar is unconfirmed."""

    due: Due
    is_provisional: bool
    same_day: SameDay | None = None

    @property
    def working(self) -> dict[str, Any]:
        return self.due.working.as_json()


def person_facts(person: Person) -> list[tuple[str, str]]:
    """Who files, numbers masked; what was left empty is left out."""
    called = str(Gender(person.applicant_gender).label) if person.applicant_gender else ""
    facts = [
        (_("Họ và tên"), f"{called} {person.applicant_name}".strip()),
        (_("Nộp thay cho"), person.on_behalf_of),
        (_("Số định danh"), mask_id(person.applicant_id_number) if person.applicant_id_number else ""),
        (_("Điện thoại"), mask_phone(person.applicant_phone) if person.applicant_phone else ""),
        (_("E-mail"), person.applicant_email),
        (_("Địa chỉ"), person.applicant_address),
    ]
    return [(label, value) for label, value in facts if value]


def declared(steps: Iterable[FormStep], answers: dict[str, Any]) -> list[Section]:
    """The declaration as people read it, without questions that did not apply."""
    return [Section(step.title, step.key, _facts(step, answers)) for step in steps]


def _facts(step: FormStep, answers: dict[str, Any]) -> list[tuple[str, str]]:
    asked = [field for field in step.fields if is_shown(field, answers)]
    return [(field.label, _masked(field, answers.get(field.key)) or _("không có")) for field in asked]


def _masked(field: FormField, value: Any) -> str:
    mask = MASKS.get(field.type)
    return mask(str(value)) if mask and value else shown_value(field, value)


def sections_of(draft: Draft) -> list[Section]:
    steps = draft.form.pages if draft.form else ()
    return [Section(_("Người nộp"), SLUGS[APPLICANT], person_facts(draft)), *declared(steps, draft.answers)]


def missing_papers(draft: Draft, papers: Iterable[SentPaper]) -> list[str]:
    """Names of required papers without a file yet."""
    sent = {paper.component for paper in papers}
    return [one.name for one in uploadable(draft) if one.is_required and one.key not in sent]


def expected(draft: Draft, now: datetime) -> Expected | None:
    """None when nobody has entered a time limit for the procedure."""
    version = draft.version
    unfiled = Dossier(
        version=version, procedure=version.procedure, agency=draft.commune, commune=draft.commune, channel=draft.channel
    )
    try:
        promise = expected_promise(unfiled, now)
    except RuleBroken:
        return None
    return Expected(promise.due, promise.due.is_provisional or not promise.is_verified, _same_day(promise))


def _same_day(promise: Promise) -> SameDay | None:
    if promise.rule is None or promise.limit is not None:
        return None
    by = latest(promise.rule.values, promise.due.at)
    return SameDay(promise.rule.name, vietnam_moment(promise.due.at.date(), by))
