"""Marks of a paper and order of merit, pure. The rules are our default (A35): the documents of 2018 do not give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

FULL = 100.0
"""Every part, paper or team is marked out of this."""


def differ_too_much(marks: Sequence[float], threshold: float) -> bool:
    """Whether one more judge is called: two marks further apart than the threshold, in points."""
    return len(marks) > 1 and max(marks) - min(marks) > threshold


def counted(marks: Sequence[float], usual: int) -> tuple[int, ...]:
    """Which marks count: all of the `usual` number; with one judge more, the two nearest, of equally near the higher."""
    if len(marks) <= usual:
        return tuple(range(len(marks)))
    order = sorted(range(len(marks)), key=lambda place: (-marks[place], place))
    higher, lower = min(pairwise(order), key=lambda pair: marks[pair[0]] - marks[pair[1]])
    return tuple(sorted((higher, lower)))


def paper_mark(marks: Sequence[float], usual: int = 2) -> float | None:
    """The mean of the marks that count; without a mark there is none."""
    places = counted(marks, usual)
    return fmean(marks[place] for place in places) if places else None


def weighted(parts: Iterable[tuple[float, float | None]]) -> float | None:
    """The total out of 100 from (weight, mark); a part that was not sat counts nothing, no part at all is no total."""
    known = list(parts)
    whole = sum(weight for weight, _ in known)
    if not whole or all(mark is None for _, mark in known):
        return None
    return sum(weight * (mark or 0.0) for weight, mark in known) / whole


@dataclass(frozen=True)
class Runner:
    """One entry or team with its keys in order of weight: (what it is called, how much, more is better)."""

    key: int
    keys: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Place:
    """A rank from 1, and by what it stands above the next of the same total ("" where the total decided)."""

    key: int
    rank: int
    reason: str = ""


def ranking(runners: Iterable[Runner]) -> list[Place]:
    """Best first, by the first key, then the second …; equals in every key share a rank."""
    order = sorted(runners, key=lambda one: tuple(-value for _, value in one.keys))
    places: list[Place] = []
    for index, one in enumerate(order):
        is_equal = index > 0 and _values(order[index - 1]) == _values(one)
        rank = places[-1].rank if is_equal else index + 1
        places.append(Place(one.key, rank, _reason(one, order[index + 1 :])))
    return places


def _values(one: Runner) -> tuple[float, ...]:
    return tuple(value for _, value in one.keys)


def _reason(one: Runner, below: Sequence[Runner]) -> str:
    if not below or one.keys[0][1] != below[0].keys[0][1]:
        return ""
    for (name, value), (_, other) in zip(one.keys, below[0].keys, strict=True):
        if value != other:
            return f"Bằng {one.keys[0][0]}, hơn {name}"
    return "Bằng nhau ở mọi tiêu chí"


@dataclass(frozen=True)
class Target:
    """What was promised and what came: `better` is "up" or "down"; `result` None is not known, so not reached."""

    value: float
    result: float | None
    better: str = "up"

    @property
    def is_reached(self) -> bool:
        if self.result is None:
            return False
        return self.result >= self.value if self.better == "up" else self.result <= self.value

    @property
    def margin(self) -> float:
        """Share of the target by which the result is better, in percent; without a result or a target of 0: 0 or ±100."""
        if self.result is None:
            return -FULL
        ahead = self.result - self.value if self.better == "up" else self.value - self.result
        if not self.value:
            return 0.0 if not ahead else FULL if ahead > 0 else -FULL
        return FULL * ahead / abs(self.value)


def standing(targets: Sequence[Target]) -> tuple[float, float]:
    """Share of targets reached and mean margin, both in percent: the two keys by which units are ranked."""
    if not targets:
        return 0.0, 0.0
    return FULL * sum(one.is_reached for one in targets) / len(targets), fmean(one.margin for one in targets)


def points_of(marks: Mapping[str, float], most: Mapping[str, float]) -> float:
    """The total of a mark sheet; raises ValueError where a criterion is missing or beyond its most."""
    for key, limit in most.items():
        if not 0 <= marks.get(key, -1.0) <= limit:
            raise ValueError(key)
    return sum(marks[key] for key in most)
