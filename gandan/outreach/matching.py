"""Who is on a list of people to reach, pure: two files in, the same person once, nobody left out.

A person is known by the identity number; without an equal number, the same name and day of birth is only a likeness that
a person must judge (`review`). Names are compared without diacritics.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gandan.core.vietnamese import fold

BY_NUMBER, REVIEW = "id", "review"
HORIZON = timedelta(days=366)
"""Those who turn the age within a year are kept and appear on their day; others are not kept at all."""


@dataclass(frozen=True)
class Line:
    """One person of a file. `line`: of the file, 1 is the heading."""

    line: int
    name: str
    born_on: date | None = None
    id_number: str = ""
    phone: str = ""
    address: str = ""
    hamlet: str = ""
    matter: str = ""

    @property
    def likeness(self) -> tuple[str, date | None]:
        return fold(self.name), self.born_on


@dataclass(frozen=True)
class Problem:
    """What is wrong with a line, in a sentence."""

    line: int
    problem: str

    def plain(self) -> dict[str, object]:
        return {"row": self.line, "problem": self.problem}


@dataclass(frozen=True)
class Candidate:
    """A person to reach. `eligible_from`: the day of turning the age, None without a rule of age."""

    person: Line
    eligible_from: date | None
    match: str = ""


@dataclass(frozen=True)
class Matched:
    """`of_age` people meet the rule today, `receiving` of them are served already; `to_reach` are the others."""

    population: int
    recipients: int
    of_age: int
    receiving: int
    to_reach: tuple[Candidate, ...]
    to_come: tuple[Candidate, ...]
    problems: tuple[Problem, ...]

    def tally(self) -> dict[str, int]:
        return {
            "population": self.population, "recipients": self.recipients, "of_age": self.of_age,
            "receiving": self.receiving,
        }  # fmt: skip


def day_of_age(born_on: date, age: int) -> date:
    """The birthday of that age; somebody born on 29 February turns it on 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def merge(lines: Iterable[Line]) -> tuple[list[Line], list[Problem]]:
    """The same identity number twice is one person; the same name and birthday under two numbers is told, not merged."""
    kept: list[Line] = []
    by_number: dict[str, int] = {}
    by_likeness: dict[tuple[str, date | None], int] = {}
    problems: list[Problem] = []
    for one in lines:
        place = by_number.get(one.id_number) if one.id_number else None
        alike = by_likeness.get(one.likeness) if one.born_on else None
        if place is None and alike is not None and one == replace(kept[alike], line=one.line):
            place = alike
        if place is not None:
            problems.append(Problem(one.line, f"Trùng người với dòng {kept[place].line}, đã gộp làm một."))
            kept[place] = _filled(kept[place], one)
            continue
        if alike is not None:
            problems.append(
                Problem(one.line, f"Cùng tên, cùng ngày sinh với dòng {kept[alike].line}. Xin xem có phải một người.")
            )
        by_number.update({one.id_number: len(kept)} if one.id_number else {})
        by_likeness.setdefault(one.likeness, len(kept))
        kept.append(one)
    return kept, problems


def _filled(first: Line, second: Line) -> Line:
    """What the first line left empty, from the second."""
    empty = {
        name: getattr(second, name)
        for name in ("born_on", "phone", "address", "hamlet", "matter")
        if not getattr(first, name)
    }
    return replace(first, **empty)


@dataclass(frozen=True)
class Known:
    """People already served, to look up others among."""

    numbers: frozenset[str]
    likenesses: dict[tuple[str, date | None], frozenset[str]]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Known:
        alike: dict[tuple[str, date | None], set[str]] = {}
        numbers = set()
        for one in lines:
            numbers.add(one.id_number)
            if one.born_on:
                alike.setdefault(one.likeness, set()).add(one.id_number)
        return cls(frozenset(numbers - {""}), {key: frozenset(found) for key, found in alike.items()})

    def match(self, person: Line) -> str:
        """`id` when surely the same person, `review` when only alike, "" when not there."""
        if person.id_number and person.id_number in self.numbers:
            return BY_NUMBER
        return REVIEW if person.born_on and person.likeness in self.likenesses else ""


def match(population: Sequence[Line], recipients: Sequence[Line], *, age_from: int | None, today: date) -> Matched:
    """Who of the population meets the rule of age and is not among the recipients. Without an age everybody meets it."""
    people, problems = merge(population)
    served, _ = merge(recipients)
    known = Known.of(served)
    of_age = receiving = 0
    to_reach, to_come = [], []
    for one in people:
        day = day_of_age(one.born_on, age_from) if age_from is not None and one.born_on else None
        if age_from is not None and day is None:
            problems.append(Problem(one.line, "Thiếu ngày sinh: chưa biết đủ tuổi hay chưa."))
            continue
        found = known.match(one)
        candidate = Candidate(one, day, found)
        if day is None or day <= today:
            of_age += 1
            receiving += found == BY_NUMBER
            to_reach += [] if found == BY_NUMBER else [candidate]
        elif day <= today + HORIZON and found != BY_NUMBER:
            to_come.append(candidate)
    return Matched(len(people), len(served), of_age, receiving, tuple(to_reach), tuple(to_come), tuple(problems))
