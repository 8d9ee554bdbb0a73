"""The happy event a dossier is about, read from its declaration, pure: whose names stand in the letter that comes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Kind = Literal["birth", "marriage"]
CHILD, CHILD_BORN_ON = ("child_name",), ("child_birth_date", "born_on")
COUPLES = (("male_name", "female_name"), ("vietnamese_name", "foreign_name"))
GROUP_OF: dict[str, str] = {"birth": "newborn", "marriage": "newlywed"}
"""The group of people each event makes: `HomeGroup` values."""


@dataclass(frozen=True)
class Occasion:
    """A birth (one name, the day when it is known) or a marriage (two names), as the declaration spells them."""

    kind: Kind
    names: tuple[str, ...]
    day: date | None = None

    @property
    def group(self) -> str:
        return GROUP_OF[self.kind]


def occasion(answers: Mapping[str, Any]) -> Occasion | None:
    """None for a dossier about anything else."""
    if child := _said(answers, CHILD):
        return Occasion("birth", child, _day(answers))
    for couple in COUPLES:
        if names := _said(answers, couple):
            return Occasion("marriage", names)
    return None


def _said(answers: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, or none."""
    names = tuple(str(answers.get(key) or "").strip() for key in keys)
    return names if all(names) else ()


def _day(answers: Mapping[str, Any]) -> date | None:
    for key in CHILD_BORN_ON:
        try:
            return date.fromisoformat(str(answers[key]))
        except (KeyError, ValueError):
            continue
    return None
