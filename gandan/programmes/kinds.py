"""The kinds of programmes: declared in code beside the domain they steer, read here by name.

An app declares its kinds in `programmes.py` (or the package `programmes/`), which is imported when the apps are ready.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.places.models import Agency

from .parameters import Parameter

Values = Mapping[str, Any]
"""Clean values by the key of the parameter."""


@dataclass(frozen=True)
class Running:
    """A term of a programme: the rule as it holds from `since` to `until` (both counted; None: until further notice)."""

    programme_id: int
    term_id: int
    kind: str
    name: str
    agency_id: int
    values: Values
    since: date
    until: date | None
    basis: str = ""
    origin: str = ""

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Proposal:
    """A term about to be written: what the kind's own rules are asked about."""

    agency: Agency
    values: Values
    since: date
    until: date | None
    programme_id: int | None = None


def _every_day(values: Values, day: date) -> bool:
    return True


def _lawful(proposal: Proposal) -> Sequence[str]:
    return ()


def _no_words(values: Values) -> str:
    return ""


def _side_by_side(proposal: Proposal, other: Running) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of programme.

    `changes` says what it changes, in a sentence for the clerk; `measures` name the figures that show it.
    `runs_on(values, day)`: does it run on this day of its term? `check(proposal)`: sentences for parameters out of law.
    `clash(proposal, other)`: why it may not run beside a term of a kind in `against`, "" if it may.
    `announce(values)`: what it gives the citizen, in a sentence for the public page; "": its label stands alone.
    """

    name: str
    label: str
    help: str
    changes: str
    parameters: tuple[Parameter, ...]
    measures: tuple[str, ...] = ()
    runs_on: Callable[[Values, date], bool] = _every_day
    check: Callable[[Proposal], Sequence[str]] = _lawful
    clash: Callable[[Proposal, Running], str] = _side_by_side
    rests_on_holidays: bool = False
    """Steps aside on a day off of the legal calendar, as a weekday of service does."""
    against: tuple[str, ...] = ()
    announce: Callable[[Values], str] = _no_words
    page: tuple[str, str] = ("", "")
    """URL name, which takes the key of a programme, and title of a page of its own; empty: the detail page says it all."""

    def clean(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """Every parameter, defaults filled in. RuleBroken for an unknown key or a value that is none."""
        unknown = sorted(set(raw) - {one.key for one in self.parameters})
        if unknown:
            raise RuleBroken(f"{self.label} không có tham số “{', '.join(unknown)}”. Gói này có thể của bản mới hơn.")
        return {one.key: one.clean(raw.get(one.key, one.default)) for one in self.parameters}

    def read(self, stored: Mapping[str, Any]) -> dict[str, Any]:
        """As `clean`, of what was written by an older declaration: parameters since given up are passed over."""
        return self.clean({one.key: stored[one.key] for one in self.parameters if one.key in stored})

    def plain(self, values: Values) -> dict[str, Any]:
        """JSON of clean values."""
        return {one.key: one.plain(values[one.key]) for one in self.parameters}

    @property
    def is_every_day(self) -> bool:
        """Runs on every day of its term."""
        return self.runs_on is _every_day

    def announced(self, values: Values) -> str:
        """The sentence for citizens."""
        return self.announce(values) or self.label

    def differences(self, old: Values, new: Values) -> list[tuple[str, str]]:
        """Label and words of each parameter that is not what it was."""
        told = ((one.label, one.differ(old[one.key], new[one.key])) for one in self.parameters)
        return [(label, words) for label, words in told if words]

    def said(self, values: Values) -> list[tuple[str, str]]:
        """Label and value in words, for pages and for the difference between two terms."""
        return [(one.label, one.say(values[one.key])) for one in self.parameters]


_kinds: dict[str, Kind] = {}


def declare(*kinds: Kind) -> None:
    for kind in kinds:
        if kind.name in _kinds:
            raise ValueError(f"Two kinds of programmes are named {kind.name}.")
        _kinds[kind.name] = kind


def all_kinds() -> list[Kind]:
    return [_kinds[name] for name in sorted(_kinds, key=lambda name: _kinds[name].label)]


def kind_named(name: str) -> Kind:
    """RuleBroken for a kind this installation does not know."""
    if name not in _kinds:
        raise RuleBroken(f"Bản phần mềm này chưa có loại chương trình “{name}”. Cập nhật phần mềm rồi thử lại.")
    return _kinds[name]


def knows(name: str) -> bool:
    return name in _kinds
