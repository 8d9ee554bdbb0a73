"""The list of procedures chosen for a model: what holds on a day, when each came and went, what is out of force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.places.models import Agency
from gandan.programmes.kinds import Running
from gandan.programmes.running import in_term

KIND = "chosen_procedures"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Addition:
    """A procedure in the list from `since` to `until`, both counted; `until` None: until further notice."""

    code: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Count:
    """From `since` on the list holds `after` procedures; `before` is None for its first day."""

    since: date
    before: int | None
    after: int
    added: tuple[str, ...]
    removed: tuple[str, ...]


def history(terms: Iterable[Running]) -> list[Addition]:
    """When each procedure of one programme came and went, in order of coming. One that came back stands twice."""
    spans: dict[str, list[Addition]] = {}
    for term in sorted(terms, key=lambda one: one.since):
        for code in term.values["procedures"]:
            known = spans.setdefault(code, [])
            if known and known[-1].until is not None and known[-1].until + ONE_DAY == term.since:
                known[-1] = Addition(code, known[-1].since, term.until)
            else:
                known.append(Addition(code, term.since, term.until))
    return sorted((one for known in spans.values() for one in known), key=lambda one: (one.since, one.code))


def counts(terms: Iterable[Running]) -> list[Count]:
    """How the list grew and shrank, oldest first; terms that leave it as it was tell nothing."""
    found: list[Count] = []
    before: set[str] | None = None
    for term in sorted(terms, key=lambda one: one.since):
        after = set(term.values["procedures"])
        if before is None or after != before:
            added, removed = after - (before or set()), (before or set()) - after
            size = None if before is None else len(before)
            found.append(Count(term.since, size, len(after), tuple(sorted(added)), tuple(sorted(removed))))
        before = after
    return found


def in_force(codes: Iterable[str], day: date) -> set[str]:
    """Those of the codes that have a published version on `day`."""
    versions = ProcedureVersion.objects.in_force(day).filter(procedure__code__in=list(codes))
    return set(versions.values_list("procedure__code", flat=True))


def chosen(agency: Agency, day: date) -> set[str]:
    """Codes chosen by the agency's running programmes and in force on `day`: what the province abolishes is out at once."""
    listed = {code for rule in in_term(KIND, agency, day) for code in rule.values["procedures"]}
    return in_force(listed, day) if listed else set()


@dataclass(frozen=True)
class Listed:
    """A line of the list: the procedure where the catalogue knows it, and the last day it was in force if that is past."""

    addition: Addition
    procedure: Procedure | None
    is_listed: bool
    is_coming: bool
    is_in_force: bool
    ended_on: date | None

    @property
    def to_remove(self) -> bool:
        """Still in the list, and out of force or never in the catalogue."""
        return (self.is_listed or self.is_coming) and not self.is_in_force


def listed(terms: Iterable[Running], day: date) -> list[Listed]:
    """Every line of the list's history as it stands on `day`, those to remove first, then by name."""
    additions = history(terms)
    codes = {one.code for one in additions}
    valid = in_force(codes, day)
    known = {one.code: one for one in Procedure.objects.filter(code__in=codes)}
    ended = _last_days(codes - valid, day)
    lines = [
        Listed(one, known.get(one.code), _holds(one, day), day < one.since, one.code in valid, ended.get(one.code))
        for one in additions
    ]
    return sorted(
        lines,
        key=lambda one: (
            not one.to_remove,
            not one.is_coming,
            not one.is_listed,
            str(one.procedure or one.addition.code),
        ),
    )


def _holds(one: Addition, day: date) -> bool:
    return one.since <= day and (one.until is None or day <= one.until)


def _last_days(codes: set[str], day: date) -> dict[str, date]:
    """The last day of the last published version that has ended before `day`."""
    ended = ProcedureVersion.objects.filter(procedure__code__in=codes, is_published=True, valid_to__lt=day)
    pairs = ended.order_by("valid_to").values_list("procedure__code", "valid_to")
    return {code: last_day for code, last_day in pairs if last_day}
