"""What a twelve-digit personal identification number says by itself, pure (NĐ 70/2024/NĐ-CP, số định danh cá nhân).

Digits 1–3: province of birth registration; digit 4: century and sex; digits 5–6: year of birth; the rest is random.
Nothing here asks a database: a number that agrees with itself may still belong to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gandan.catalog.parts import FormField, FormStep

NUMBER = re.compile(r"\d{12}")
FIRST_CENTURY = 1900
Verdict = Literal["same", "different", "unknown"]
SEXES = {"male": ("male", "nam"), "female": ("female", "nu", "nữ")}


@dataclass(frozen=True)
class Told:
    """Sex (“male”, “female”) and year of birth that the number carries."""

    sex: str
    year: int


@dataclass(frozen=True)
class Comparison:
    """One line of the officer's table: what was declared beside what the number says."""

    label: str
    declared: str
    told: str
    verdict: Verdict


def read(number: str) -> Told | None:
    """None when the text is not a number of twelve digits."""
    if not NUMBER.fullmatch(number):
        return None
    mark = int(number[3])
    return Told("female" if mark % 2 else "male", FIRST_CENTURY + mark // 2 * 100 + int(number[4:6]))


def comparisons(steps: list[FormStep], answers: Mapping[str, Any]) -> list[Comparison]:
    """Each declared identity number against the birth date and sex declared beside it (same key prefix)."""
    fields = {field.key: field for step in steps for field in step.fields}
    numbers = [field for field in fields.values() if field.type == "id_number" and answers.get(field.key)]
    return [line for field in numbers for line in _lines(field, fields, answers)]


def _lines(field: FormField, fields: Mapping[str, FormField], answers: Mapping[str, Any]) -> Iterator[Comparison]:
    number = str(answers[field.key])
    told = read(number)
    if told is None:
        yield Comparison(field.label, number, "không phải 12 chữ số", "different")
        return
    prefix = field.key.removesuffix("id_number")
    born, sex = f"{prefix}birth_date", f"{prefix}sex"
    yield Comparison(field.label, number, "đủ 12 chữ số", "same")
    if born in fields and answers.get(born):
        year = str(answers[born])[:4]
        yield Comparison(
            f"{fields[born].label}", year, str(told.year), "same" if year == str(told.year) else "different"
        )
    if sex in fields and answers.get(sex):
        declared = str(answers[sex]).lower()
        said = {"male": "nam", "female": "nữ"}[told.sex]
        verdict: Verdict = "same" if declared in SEXES[told.sex] else "different"
        yield Comparison(fields[sex].label, dict(fields[sex].options).get(declared, declared), said, verdict)
