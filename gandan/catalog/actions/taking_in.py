"""Taking procedures in from files: the shipped set and exports of the portal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from gandan.core.vietnamese import fold, sort_key
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, AgencyKind

from .. import search
from ..drafts import Draft, FeeDraft, LimitDraft, read_shipped
from ..events import VersionPublished
from ..kept import forget_versions
from ..models import Alias, Fee, FormDefinition, Origin, Procedure, ProcedureVersion, TimeLimit
from ..portal_rows import Refusal, read_lines

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "procedures"
TWO_TIERS_SINCE = date(2025, 7, 1)
"""The first day of communes as they are now: what the platform knows first is kept as valid from then."""


@dataclass
class ImportReport:
    """What became of each line. Codes; `refused` with line number and Vietnamese reason."""

    added: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True)
class _Incoming:
    """A draft with its digest and the procedure and newest version it meets."""

    draft: Draft
    digest: str
    newest: ProcedureVersion | None


@transaction.atomic
def load_foundation(*, today: date) -> int:
    """The procedures that come with the product; returns how many versions were made.

    Idempotent: an unchanged file makes nothing, a version edited by a clerk is left alone.
    """
    provinces = _provinces()
    drafts = list(_shipped())
    met = _meet(drafts, also={draft.code: _provinces_named(draft, provinces) for draft in drafts})
    new = [one for one in met if _may_replace(one, over={Origin.SHIPPED, Origin.IMPORTED})]
    _write(new, Origin.SHIPPED, today=today)
    return len(new)


@transaction.atomic
def import_procedures(lines: Iterable[str], *, source: str, today: date, by: User | None = None) -> ImportReport:
    """Procedures from lines of JSON. Broken lines are refused one by one, the rest are taken in.

    Shipped versions and those a clerk has edited are kept as they are; only their search words grow.
    """
    report = ImportReport()
    drafts: list[Draft] = []
    for one in read_lines(lines):
        report.refused.append(one) if isinstance(one, Refusal) else drafts.append(one)
    new = []
    for met in _meet(drafts):
        if met.newest is None:
            report.added.append(met.draft.code)
        elif met.newest.origin != Origin.IMPORTED:
            report.kept.append(met.draft.code)
            continue
        elif met.newest.digest == met.digest:
            report.unchanged.append(met.draft.code)
            continue
        else:
            report.renewed.append(met.draft.code)
        new.append(met)
    _write(new, Origin.IMPORTED, today=today, source=source, by=by)
    _enrich([draft for draft in drafts if draft.code in set(report.kept)])
    return report


@cache
def _shipped() -> tuple[Draft, ...]:
    """BadPart when a shipped file is not as its README says: a fault of the product, not of the person."""
    files = sorted(SHIPPED.glob("*.json"))
    return tuple(read_shipped(raw) for file in files for raw in json.loads(file.read_text(encoding="utf-8")))


def _provinces() -> dict[str, Agency]:
    """“hai phong” → thành phố Hải Phòng."""
    provinces = Agency.objects.filter(kind=AgencyKind.PROVINCE)
    return {fold(one.name).removeprefix("thanh pho ").removeprefix("tinh "): one for one in provinces}


def _provinces_named(draft: Draft, provinces: dict[str, Agency]) -> str:
    """So that the file is read again when a province it speaks of has arrived."""
    return ",".join(sorted({fee.province for fee in draft.fees if fold(fee.province) in provinces}))


def _meet(drafts: Sequence[Draft], also: dict[str, str] | None = None) -> list[_Incoming]:
    codes = [draft.code for draft in drafts]
    rows = ProcedureVersion.objects.filter(procedure__code__in=codes).select_related("procedure").order_by("number")
    newest = {row.procedure.code: row for row in rows}
    return [
        _Incoming(draft, draft.digest((also or {}).get(draft.code, "")), newest.get(draft.code)) for draft in drafts
    ]


def _may_replace(met: _Incoming, *, over: set[Origin]) -> bool:
    return met.newest is None or (met.newest.origin in over and met.newest.digest != met.digest)


def _enrich(drafts: list[Draft]) -> None:
    words = {draft.code: draft.found_by for draft in drafts}
    poor = list(Procedure.objects.filter(code__in=words, found_by=""))
    for procedure in poor:
        procedure.found_by = words[procedure.code]
    Procedure.objects.bulk_update(poor, ["found_by"], batch_size=200)


def _write(
    incoming: Sequence[_Incoming], origin: Origin, *, today: date, source: str = "", by: User | None = None
) -> None:
    if not incoming:
        return
    procedures = _procedures([one.draft for one in incoming])
    local = _local_facts([one.newest for one in incoming if one.newest])
    _close([one.newest.procedure_id for one in incoming if one.newest and one.draft.is_published], today)
    versions = _versions(incoming, procedures, origin, today=today, source=source)
    _facts([(one.draft, version) for one, version in zip(incoming, versions, strict=True)], local)
    for version in versions:
        event = VersionPublished(
            version_id=version.pk, number=version.number, valid_from=version.valid_from, origin=version.origin
        )
        record(event, about=version.procedure, by=by)
    forget_versions()
    transaction.on_commit(search.forget)


def _procedures(drafts: list[Draft]) -> dict[str, Procedure]:
    """Made or renamed, by code."""
    rows = [
        Procedure(
            code=draft.code,
            name=draft.name,
            short_name=draft.short_name,
            field=draft.field,
            handled_by=draft.handled_by,
            found_by=draft.found_by,
            sort_name=sort_key(draft.short_name),
        )
        for draft in drafts
    ]
    Procedure.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "short_name", "field", "handled_by", "sort_name"],
    )
    return {one.code: one for one in Procedure.objects.filter(code__in=[draft.code for draft in drafts])}


def _local_facts(versions: list[ProcedureVersion]) -> dict[int, list[TimeLimit | Fee]]:
    """What communes have confirmed for themselves outlives the version: by procedure."""
    kept: dict[int, list[TimeLimit | Fee]] = {}
    procedure_of = {version.pk: version.procedure_id for version in versions}
    confirmed = {"version__in": procedure_of, "agency__isnull": False, "verified_at__isnull": False}
    facts: list[TimeLimit | Fee] = [*TimeLimit.objects.filter(**confirmed), *Fee.objects.filter(**confirmed)]
    for fact in facts:
        kept.setdefault(procedure_of[fact.version_id], []).append(fact)
    return kept


def _close(procedure_ids: list[int], today: date) -> None:
    """The versions in force end the day before the new one begins."""
    ending = ProcedureVersion.objects.filter(procedure__in=procedure_ids, is_published=True, valid_to__isnull=True)
    ending.update(valid_to=today - timedelta(days=1))


def _versions(
    incoming: Sequence[_Incoming], procedures: dict[str, Procedure], origin: Origin, *, today: date, source: str
) -> list[ProcedureVersion]:
    rows = []
    for one in incoming:
        draft, newest = one.draft, one.newest
        rows.append(
            ProcedureVersion(
                procedure=procedures[draft.code], number=newest.number + 1 if newest else 1,
                valid_from=today if newest else TWO_TIERS_SINCE, is_published=draft.is_published,
                decision_no=draft.decision_no, issuer=draft.issuer, summary=draft.summary, applicant=draft.applicant,
                channels=list(draft.channels), components=draft.components, not_needed=draft.not_needed,
                results=draft.results, legal_basis=draft.legal_basis, route=draft.route, on_the_spot=draft.on_the_spot,
                source=draft.source or source, checked_on=draft.checked_on, origin=origin, digest=one.digest,
                warnings=list(draft.warnings),
            )
        )  # fmt: skip
    return ProcedureVersion.objects.bulk_create(rows)


def _facts(made: Sequence[tuple[Draft, ProcedureVersion]], local: dict[int, list[TimeLimit | Fee]]) -> None:
    provinces = _provinces()
    limits = [_limit(limit, version) for draft, version in made for limit in draft.limits]
    fees = [_fee(fee, version, provinces) for draft, version in made for fee in draft.fees]
    confirmed = [fact for _, version in made for fact in _moved(local.get(version.procedure_id, []), version)]
    known = {_place(fact) for fact in confirmed}
    said: list[TimeLimit | Fee] = [*limits, *fees]
    facts = [*confirmed, *(fact for fact in said if _place(fact) not in known)]
    TimeLimit.objects.bulk_create(fact for fact in facts if isinstance(fact, TimeLimit))
    Fee.objects.bulk_create(fact for fact in facts if isinstance(fact, Fee))
    FormDefinition.objects.bulk_create(FormDefinition(version=version, steps=draft.steps) for draft, version in made)
    aliases = [
        Alias(procedure=version.procedure, text=text[:120], folded=fold(text[:120]))
        for draft, version in made
        for text in draft.aliases
    ]
    Alias.objects.bulk_create(aliases, ignore_conflicts=True)


def _moved(facts: list[TimeLimit | Fee], version: ProcedureVersion) -> list[TimeLimit | Fee]:
    for fact in facts:
        fact.pk, fact.version = None, version
    return facts


def _place(fact: TimeLimit | Fee) -> tuple[object, ...]:
    """Where and about what a fact holds: what people confirmed there stands before what a file says."""
    return (type(fact), fact.version_id, fact.agency_id, fact.subject)


def _source(draft: LimitDraft | FeeDraft) -> dict[str, Any]:
    return {"citation": draft.citation[:300], "source": draft.source[:300], "source_on": draft.source_on}


def _limit(draft: LimitDraft, version: ProcedureVersion) -> TimeLimit:
    return TimeLimit(
        version=version, kind=draft.kind, case=draft.case, count=draft.count, unit=draft.unit, cutoff=draft.cutoff,
        is_verified=draft.is_verified, **_source(draft),
    )  # fmt: skip


def _fee(draft: FeeDraft, version: ProcedureVersion, provinces: dict[str, Agency]) -> Fee:
    """A resolution of a people's council holds in its province; of one we do not know, it is no fee anywhere."""
    province = provinces.get(fold(draft.province)) if draft.province else None
    is_homeless = bool(draft.province) and province is None
    return Fee(
        version=version, agency=province, case=draft.case, channels=list(draft.channels), unit=draft.unit,
        amount=None if is_homeless else draft.amount, tiers=[list(tier) for tier in draft.tiers], cap=draft.cap,
        is_verified=draft.is_verified and not is_homeless, **_source(draft),
    )  # fmt: skip
