"""Who may take part and how a paper stays anonymous, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gandan.core.vietnamese import fold


@dataclass(frozen=True)
class Person:
    """A member of a team, with what eligibility asks for."""

    name: str
    born_on: date
    position: str = ""
    is_official: bool = True


def flaws(people: Iterable[Person], *, year: int, oldest: int | None, officials_only: bool) -> list[str]:
    """Why the team may not take part, one sentence each; age by year of birth."""
    found = []
    for one in people:
        if oldest is not None and year - one.born_on.year > oldest:
            found.append(f"{one.name} {year - one.born_on.year} tuổi, hội thi nhận đến {oldest} tuổi.")
        if officials_only and not one.is_official:
            found.append(f"{one.name} không phải cán bộ, công chức, viên chức.")
    return found


def giveaways(text: str, names: Iterable[str]) -> list[str]:
    """Names that stand in a text which judges read without knowing whose it is."""
    folded = f" {fold(text)} "
    return [name for name in names if fold(name) and fold(name) in folded]
