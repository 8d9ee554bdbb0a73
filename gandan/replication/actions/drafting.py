"""A directive in the making: its details, clauses, and models for units. Nothing of it binds anybody yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.reforms.models import Obligation, Reform

from ..events import DirectiveDrafted, DirectiveEdited
from ..models import Clause, Designation, Directive, DirectiveKind

DRAFTERS = frozenset({str(Role.LEADER), str(Role.CLERK), str(Role.OVERSIGHT)})
ISSUERS = frozenset({str(Role.LEADER), str(Role.OVERSIGHT)})
DEFAULT_THRESHOLDS = ({"measure": "satisfaction", "at_least": 4},)
"""Where a designation sets none: satisfaction under 80 %, four of five stars, counts as missed (requirements, A34)."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """The details of a directive as it is printed."""

    number: str
    issued_on: date
    subject: str
    issuer_name: str = ""
    kind: str = DirectiveKind.LETTER
    theme: str = ""
    signer: str = ""
    text: str = ""
    basis: tuple[Mapping[str, Any], ...] = ()
    groups: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()
    file: UploadedFile[bytes] | None = None


@dataclass(frozen=True, kw_only=True)
class ClauseWords:
    """A numbered clause: what, for whom, until when. `is_strict`: “trước ngày”."""

    number: str
    title: str
    text: str = ""
    due_on: date | None = None
    is_strict: bool = False
    groups: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Designating:
    """Models for units, all under the same obligation and deadlines."""

    reforms: tuple[Reform, ...]
    obligation: str = Obligation.REFERENCE
    due_on: date | None = None
    is_strict: bool = False
    report_due_on: date | None = None
    thresholds: tuple[Mapping[str, Any], ...] = ()
    fewest: int | None = None
    most: int | None = None
    note: str = ""
    groups: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()


@transaction.atomic
def draft_directive(letter: Letter, *, issuer: Agency, by: User, now: datetime) -> Directive:
    """Begin a document; its number is the issuer's own once only."""
    check_role(issuer, by, now, DRAFTERS)
    directive = write(letter, issuer, by, now)
    record(DirectiveDrafted(directive_id=directive.pk, parent_id=None), about=directive, by=by, at=now, is_first=True)
    return directive


@transaction.atomic
def edit_directive(directive: Directive, *, letter: Letter, by: User, now: datetime) -> None:
    """Change the details of a draft."""
    check_draft(directive, by, now)
    for name, value in _details(letter, directive.issuer).items():
        setattr(directive, name, value)
    if letter.file:
        directive.file = letter.file
    try:
        with transaction.atomic():
            directive.save()
    except IntegrityError:
        raise _taken(letter.number) from None
    directive.agencies.set(letter.agencies)
    _edited(directive, "details", by, now)


@transaction.atomic
def add_clause(directive: Directive, *, words: ClauseWords, by: User, now: datetime) -> Clause:
    """A numbered clause that becomes a task of every unit it names."""
    check_draft(directive, by, now)
    try:
        with transaction.atomic():
            clause = Clause.objects.create(
                directive=directive, number=words.number.strip(), place=directive.clauses.count() + 1, title=words.title,
                text=words.text, due_on=words.due_on, is_strict=words.is_strict, groups=list(words.groups),
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"Văn bản đã có mục {words.number}. Ghi số mục khác.") from None
    clause.agencies.set(words.agencies)
    _edited(directive, "clause", by, now)
    return clause


@transaction.atomic
def remove_clause(clause: Clause, *, by: User, now: datetime) -> None:
    """Take a clause out of a draft."""
    directive = clause.directive
    check_draft(directive, by, now)
    clause.delete()
    _edited(directive, "clause", by, now)


@transaction.atomic
def designate(directive: Directive, *, designating: Designating, by: User, now: datetime) -> list[Designation]:
    """List models for units. Mandatory needs a deadline; a model stands once in a document."""
    check_draft(directive, by, now)
    if not designating.reforms:
        raise RuleBroken("Chọn ít nhất một mô hình.")
    if designating.obligation == Obligation.MANDATORY and designating.due_on is None:
        raise RuleBroken("Bắt buộc áp dụng thì phải có hạn. Ghi hạn triển khai.")
    listed = set(directive.designations.values_list("reform", flat=True))
    made = []
    for reform in designating.reforms:
        if reform.pk in listed:
            raise RuleBroken(f"“{reform}” đã có trong văn bản này.")
        made.append(_designation(directive, reform, designating))
    _edited(directive, "designation", by, now)
    return made


@transaction.atomic
def undesignate(designation: Designation, *, by: User, now: datetime) -> None:
    """Take a model out of a draft."""
    directive = designation.directive
    check_draft(directive, by, now)
    designation.delete()
    _edited(directive, "designation", by, now)


def _designation(directive: Directive, reform: Reform, told: Designating) -> Designation:
    thresholds = [dict(one) for one in told.thresholds or DEFAULT_THRESHOLDS]
    made = Designation.objects.create(
        directive=directive, reform=reform, obligation=told.obligation, due_on=told.due_on, is_strict=told.is_strict,
        report_due_on=told.report_due_on, thresholds=thresholds, fewest=told.fewest, most=told.most, note=told.note,
        groups=list(told.groups),
    )  # fmt: skip
    made.agencies.set(told.agencies)
    return made


def write(letter: Letter, issuer: Agency, by: User, now: datetime, **more: Any) -> Directive:
    """The row of a new draft; RuleBroken when the number is taken."""
    try:
        with transaction.atomic():
            directive = Directive.objects.create(
                issuer=issuer, made_by=by, made_at=now, file=letter.file or "", **_details(letter, issuer), **more
            )
    except IntegrityError:
        raise _taken(letter.number) from None
    directive.agencies.set(letter.agencies)
    return directive


def _details(letter: Letter, issuer: Agency) -> dict[str, Any]:
    if not letter.number.strip():
        raise RuleBroken("Xin ghi số, ký hiệu của văn bản.")
    return {
        "number": letter.number.strip(), "issued_on": letter.issued_on, "subject": letter.subject.strip(),
        "issuer_name": letter.issuer_name.strip() or f"UBND {issuer.name_within}", "kind": letter.kind,
        "theme": letter.theme.strip(), "signer": letter.signer.strip(), "text": letter.text,
        "basis": [dict(one) for one in letter.basis], "groups": list(letter.groups),
    }  # fmt: skip


def _taken(number: str) -> RuleBroken:
    return RuleBroken(f"Đã có văn bản số {number}. Xem lại số, ký hiệu.")


def check_role(issuer: Agency, by: User, now: datetime, roles: frozenset[str]) -> None:
    if roles.isdisjoint(by.roles_in(issuer, today=localdate(now))):
        raise NotThisOffice("Chỉ lãnh đạo, văn thư của cơ quan ban hành làm được việc này.")


def check_draft(directive: Directive, by: User, now: datetime) -> None:
    check_role(directive.issuer, by, now, DRAFTERS)
    if not directive.is_draft:
        raise RuleBroken(f"{directive} đã ban hành nên không sửa được. Muốn đổi, ban hành văn bản mới.")


def _edited(directive: Directive, part: str, by: User, now: datetime) -> None:
    record(DirectiveEdited(directive_id=directive.pk, part=part), about=directive, by=by, at=now)
