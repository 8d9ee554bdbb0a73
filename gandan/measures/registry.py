"""The register of measures. Apps declare theirs in their own `measures.py`; everybody reads them here by name."""

from __future__ import annotations

from collections.abc import Iterable

from .measure import Ask, Measure, Row, answer
from .scope import Figure, Scope

_measures: dict[str, Measure] = {}


def declare(*measures: Measure) -> None:
    for measure in measures:
        if measure.name in _measures:
            raise ValueError(f"Two measures are named {measure.name}.")
        _measures[measure.name] = measure


def all_measures() -> list[Measure]:
    """In the order they were declared."""
    return list(_measures.values())


def measure_named(name: str) -> Measure:
    """Raises KeyError for a name nobody declared."""
    return _measures[name]


def measures_named(names: Iterable[str]) -> list[Measure]:
    return [measure_named(name) for name in names]


def ask(scope: Scope, *names: str, by: str = "") -> Ask:
    """A question about measures by name, for `measure.answer`."""
    return Ask(scope, tuple(_measures[name] for name in names), by)


def figures(scope: Scope, *names: str) -> dict[str, Figure]:
    """Several figures of one scope in one statement."""
    return answer(ask(scope, *names))[0][0].figures


def table(scope: Scope, *names: str, by: str) -> list[Row]:
    """Several measures by group in one statement."""
    return answer(ask(scope, *names, by=by))[0]
