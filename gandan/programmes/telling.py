"""Programmes as pages tell them: where they stand today, what they say in words, what changed and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import NBSP, WEEKDAYS
from gandan.journal.models import Entry
from gandan.measures.registry import all_measures, figures
from gandan.measures.scope import Scope
from gandan.people.models import User
from gandan.places.models import Agency

from .kinds import Kind, Values, kind_named, knows
from .models import Programme, Term
from .parameters import Limits, Procedures, Roster

RUNNING, COMING, ENDED, CALLED_OFF = "running", "coming", "ended", "called_off"
STATES = {RUNNING: "Đang chạy", COMING: "Sắp chạy", ENDED: "Đã kết thúc", CALLED_OFF: "Đã hủy trước khi chạy"}
LOOKS = {RUNNING: "go", COMING: "soon", ENDED: "done", CALLED_OFF: ""}
HAPPENED = {
    "ProgrammeSwitchedOn": "Bật chương trình",
    "ProgrammeChanged": "Đổi tham số",
    "ProgrammeSwitchedOff": "Đặt ngày kết thúc",
    "ProgrammeCalledOff": "Hủy trước khi chạy",
}


@dataclass(frozen=True)
class Said:
    """One parameter in words; `items` are the single things behind a sum (“3 thủ tục”)."""

    label: str
    words: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """A programme in a list: `term` is the one that says most about today."""

    programme: Programme
    state: str
    term: Term | None
    since: date | None
    until: date | None
    said: list[tuple[str, str]]

    @property
    def kind_label(self) -> str:
        return kind_label(self.programme.kind)

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def look(self) -> str:
        return LOOKS[self.state]


def kind_label(name: str) -> str:
    return kind_named(name).label if knows(name) else f"Loại “{name}” bản phần mềm này chưa có"


def card(programme: Programme, today: date) -> Card:
    """From terms at hand (`prefetch_related("terms")`): no SQL then."""
    terms = list(programme.terms.all())
    if not terms:
        return Card(programme, CALLED_OFF, None, None, None, [])
    since, until = terms[0].since, terms[-1].until
    if until is not None and until < today:
        state, term = ENDED, terms[-1]
    elif since > today:
        state, term = COMING, terms[0]
    else:
        state, term = RUNNING, next((one for one in reversed(terms) if one.since <= today), terms[0])
    return Card(programme, state, term, since, until, _said(term))


def cards(commune: Agency, today: date) -> dict[str, list[Card]]:
    """Every programme that steers the commune, by state; the newest first."""
    found = Programme.objects.within(commune).select_related("agency").prefetch_related("terms").order_by("-pk")
    sorted_in: dict[str, list[Card]] = {state: [] for state in STATES}
    for one in found:
        told = card(one, today)
        sorted_in[told.state].append(told)
    return sorted_in


def values_of(term: Term) -> tuple[Kind, Values] | None:
    """None for a kind or a parameter this installation does not understand."""
    try:
        kind = term.programme.kind_of()
        return kind, kind.read(term.parameters)
    except RuleBroken:
        return None


def _said(term: Term) -> list[tuple[str, str]]:
    read = values_of(term)
    return read[0].said(read[1]) if read else []


def said_in_full(kind: Kind, values: Values, commune: Agency) -> list[Said]:
    """As `Kind.said`, with procedures and people by their names."""
    procedures = {one.code: one.short_name for one in Procedure.objects.filter(code__in=_codes(kind, values))}
    people = {one.username: one.full_name for one in User.objects.staff_of(commune)}
    return [
        Said(one.label, *_in_full(one.say(values[one.key]), values[one.key], type(one), {**procedures, **people}))
        for one in kind.parameters
    ]


def _codes(kind: Kind, values: Values) -> set[str]:
    return {code for one in kind.parameters if isinstance(one, Procedures | Limits) for code in values[one.key]}


def _in_full(said: str, value: object, kind: type, names: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    def name(key: object) -> str:
        return names.get(str(key), str(key))

    if issubclass(kind, Procedures) and isinstance(value, tuple):
        return said, tuple(f"{name(code)} ({code})" if name(code) != code else str(code) for code in value)
    if issubclass(kind, Limits) and isinstance(value, dict) and value:
        return f"{len(value)} thủ tục", tuple(f"{name(code)} ({code}): còn {count}" for code, count in value.items())
    if issubclass(kind, Roster) and isinstance(value, dict) and value:
        days = (f"{WEEKDAYS[day]}: {', '.join(map(name, people))}" for day, people in value.items())
        return "; ".join(days).replace("thứ ", f"thứ{NBSP}"), ()
    return said, ()


@dataclass(frozen=True)
class Chapter:
    """One term of the history, with what it changed against the one before."""

    term: Term
    changes: list[tuple[str, str]]
    is_now: bool
    is_coming: bool


def history(programme: Programme, today: date) -> list[Chapter]:
    """Newest first."""
    terms = list(programme.terms.select_related("changed_by", "programme"))
    return [_chapter(term, before, today) for before, term in zip([None, *terms], terms, strict=False)][::-1]


def _chapter(term: Term, before: Term | None, today: date) -> Chapter:
    new, old = values_of(term), values_of(before) if before else None
    changes = new[0].differences(old[1], new[1]) if new and old else []
    is_now = term.since <= today and (term.until is None or today <= term.until)
    return Chapter(term, changes, is_now, term.since > today)


@dataclass(frozen=True)
class Told:
    """A line of the journal."""

    at: datetime
    who: str
    what: str


def journal(programme: Programme) -> list[Told]:
    entries = Entry.objects.about(programme).select_related("actor").reverse()
    return [Told(one.at, str(one.actor or "Hệ thống"), _happened(one)) for one in entries]


def _happened(entry: Entry) -> str:
    words = HAPPENED.get(entry.kind, entry.kind)
    day = entry.data.get("last_day") or entry.data.get("since")
    if not day:
        return words
    link = "" if "last_day" in entry.data else " từ"
    return f"{words}{link} {date.fromisoformat(day):%d/%m/%Y}"


@dataclass(frozen=True)
class Reading:
    """A figure of the kind's measures: `n` counts the rows behind it."""

    label: str
    words: str
    n: int
    name: str = field(default="")


def readings(names: Iterable[str], commune: Agency, since: date, now: datetime, today: date) -> list[Reading]:
    """Figures of the commune from the first day of the programme until today, one statement. None before it begins."""
    wanted = {one.name: one for one in all_measures() if one.name in set(names)}
    if not wanted or since > today:
        return []
    found = figures(Scope((commune.pk,), since, today, now), *wanted)
    return [Reading(one.label, one.say(found[name].value), found[name].n, name) for name, one in wanted.items()]
