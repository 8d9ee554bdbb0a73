"""The table of results, pure: from counts to words, shares and intervals. What it returns is JSON and is kept for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from .shares import Share, share, shown_parts

Counts = Mapping[int, Mapping[int, int]]
"""Question number → place of the word → how many."""


class Asked(Protocol):
    """A row of `Question`."""

    number: int

    def facts(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Group:
    """One line of a table by unit, programme, field or channel."""

    label: str
    n: int
    passed: int
    good: int


def question_rows(questions: Iterable[Asked], counts: Counts, *, least: int) -> list[dict[str, Any]]:
    """One entry a question: `n`, `levels` (word, count, percent), `passed` and `good` shares. Text questions have none."""
    return [_row(one.facts(), counts.get(one.number, {}), least) for one in questions]


def _row(facts: dict[str, Any], counts: Mapping[int, int], least: int) -> dict[str, Any]:
    words: Sequence[str] = facts["words"]
    n = sum(counts.get(place, 0) for place in range(len(words)))
    levels = []
    for place, word in enumerate(words):
        part = share(counts.get(place, 0), n, least=least)
        levels.append({"word": word, "count": part.count, "percent": part.percent})
    return {
        **facts, "n": n, "levels": levels,
        "passed": _from(facts["pass_at"], counts, n, least), "good": _from(facts["good_at"], counts, n, least),
    }  # fmt: skip


def _from(place: int | None, counts: Mapping[int, int], n: int, least: int) -> dict[str, Any] | None:
    if place is None:
        return None
    return as_json(share(sum(count for level, count in counts.items() if level >= place), n, least=least))


def group_rows(groups: Sequence[Group], *, least: int, is_partition: bool = True) -> list[dict[str, Any]]:
    """One entry a group: `label`, `n`, `passed`, `good`. Of a partition, a lone small part hides a second one with it."""
    sizes = [one.n for one in groups]
    shown = shown_parts(sizes, least=least) if is_partition else [size >= least for size in sizes]
    return [
        {
            "label": one.label, "n": one.n,
            "passed": as_json(share(one.passed, one.n, least=least) if is_shown else Share(one.n)),
            "good": as_json(share(one.good, one.n, least=least) if is_shown else Share(one.n)),
        }
        for one, is_shown in zip(groups, shown, strict=True)
    ]  # fmt: skip


def as_json(one: Share) -> dict[str, Any]:
    """With its words, so that a template need not reckon."""
    return {**asdict(one), "said": one.said, "interval": one.interval}
