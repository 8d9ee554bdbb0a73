"""From the marks of a reply to its verdict and its rating of attitude. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

BELOW, MEETS, GOOD = 0, 1, 2
MOST_POINTS = 5


class Judged(Protocol):
    number: int
    words: list[str]
    pass_at: int | None
    good_at: int | None
    is_overall: bool
    is_attitude: bool


def level_of(question: Judged, place: int) -> int:
    """0 below the demand, 1 meets it, 2 good."""
    if question.good_at is not None and place >= question.good_at:
        return GOOD
    return MEETS if question.pass_at is not None and place >= question.pass_at else BELOW


def verdict_of(questions: Iterable[Judged], answers: Mapping[int, int]) -> int | None:
    """What the overall question says; None where there is none or it was left out."""
    overall = next((one for one in questions if one.is_overall and one.pass_at is not None), None)
    return level_of(overall, answers[overall.number]) if overall and overall.number in answers else None


def attitude_of(questions: Iterable[Judged], answers: Mapping[int, int]) -> float | None:
    """From 1 to 5, the scale stretched to it; None where attitude was not rated."""
    for one in questions:
        if one.is_attitude and one.number in answers and len(one.words) > 1:
            return 1 + (MOST_POINTS - 1) * answers[one.number] / (len(one.words) - 1)
    return None
