"""Taking in the models that come with the product. Safe to repeat; what people of an agency changed stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from gandan.core.vietnamese import fold
from gandan.journal.actions import record
from gandan.places.models import Agency

from ..events import VersionShipped
from ..loading import DECISION, FACTS, Draft, day, drafts
from ..models import DeclaredFigure, Launch, Reform, ReformDocument, ReformVersion

FIGURE_KEY = ("series", "unit_name", "year")
FIGURE_FACTS = ("label", "agency", "period", "value", "of_value", "declared", "unit", "source", "is_imported")


@transaction.atomic
def load_shipped(*, now: datetime) -> int:
    """The models of the five source documents with their packages; returns how many versions were made.

    An unchanged file makes nothing. A better file renews the facts of a shipped model and, when content or package
    differ, adds a version; a version made by people stays the newest, and so do status, level and contact.
    """
    known = {one.code: one for one in Reform.objects.filter(code__in=[draft.code for draft in drafts()])}
    agencies = _agencies()
    made = 0
    for draft in drafts():
        reform = known.get(draft.code)
        if reform is not None and not reform.is_shipped:
            continue
        known[draft.code] = _reform(draft, reform, agencies, known, now)
        made += _version(draft, known[draft.code], now)
        _documents(draft, known[draft.code])
        _launches(draft, known[draft.code], now)
    _figures([(draft, known[draft.code]) for draft in drafts() if known[draft.code].is_shipped], agencies)
    return made


def _agencies() -> dict[str, Agency]:
    codes = {draft.owner_code for draft in drafts() if draft.owner_code}
    return {one.code: one for one in Agency.objects.filter(code__in=codes)}


def _reform(
    draft: Draft, reform: Reform | None, agencies: Mapping[str, Agency], known: Mapping[str, Reform], now: datetime
) -> Reform:
    owner = agencies.get(draft.owner_code)
    facts: dict[str, Any] = {
        **draft.facts, "owner": owner, "owner_name": "" if owner else draft.facts["owner_name"],
        "parent": known.get(draft.parent_code),
    }  # fmt: skip
    if reform is None:
        return Reform.objects.create(
            code=draft.code, is_shipped=True, made_at=now, changed_at=now, **facts,
            **{name: draft.decision[name] for name in DECISION},
        )  # fmt: skip
    if any(getattr(reform, name) != facts[name] for name in (*FACTS, "owner", "parent")):
        for name, value in facts.items():
            setattr(reform, name, value)
        reform.changed_at = now
        reform.save()
    return reform


def _version(draft: Draft, reform: Reform, now: datetime) -> int:
    newest = reform.newest()
    if newest is not None and (newest.made_by_id or newest.digest == draft.edition):
        return 0
    number = newest.number + 1 if newest else 1
    ReformVersion.objects.create(
        reform=reform, number=number, content=draft.content, package=dict(draft.package), digest=draft.edition,
        note=draft.needs, made_at=now,
    )  # fmt: skip
    record(VersionShipped(reform_id=reform.pk, number=number, digest=draft.edition), about=reform, at=now)
    return 1


def _documents(draft: Draft, reform: Reform) -> None:
    rows = [
        ReformDocument(
            reform=reform, number=one["number"], issued_on=day(one["issued_on"]), issuer=one["issuer"],
            subject=one["subject"], role=one["role"], note=one.get("note", ""),
        )
        for one in draft.documents
    ]  # fmt: skip
    ReformDocument.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["reform", "number", "role"],
        update_fields=["issued_on", "issuer", "subject", "note"],
    )  # fmt: skip


def _launches(draft: Draft, reform: Reform, now: datetime) -> None:
    """Told apart by day and channel; what officers added stays."""
    told = set(reform.launches.values_list("on", "channel")) if draft.launches else set()
    rows = [
        Launch(
            reform=reform, unit_name=one["unit_name"], on=day(one["on"]), channel=one["channel"], title=one["title"],
            figures=one["figures"], source=one["source"], at=now,
        )
        for one in draft.launches
        if (day(one["on"]), one["channel"]) not in told
    ]  # fmt: skip
    Launch.objects.bulk_create(rows)


def _figures(loaded: list[tuple[Draft, Reform]], agencies: Mapping[str, Agency]) -> None:
    by_name = {fold(one.name): one for one in agencies.values()}
    rows = [
        DeclaredFigure(
            reform=reform, series=one["series"], label=one["label"], unit_name=one.get("unit_name", ""),
            agency=by_name.get(fold(one.get("unit_name", ""))) if draft.owner_code else None, period=one["period"],
            year=one["year"], value=one["value"], of_value=one.get("of_value"), declared=one["declared"],
            unit=one["unit"], source=one["source"], is_imported=True,
        )
        for draft, reform in loaded
        for one in draft.declared
    ]  # fmt: skip
    DeclaredFigure.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["reform", *FIGURE_KEY], update_fields=list(FIGURE_FACTS)
    )
