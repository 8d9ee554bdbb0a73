"""How a figure is told: exact, with what a document declared beside what can be reckoned again. Pure.

A declared figure always says “theo văn bản”. One that cannot be reproduced is told twice: “69,4% theo văn bản; tính lại 69,47%”
(requirements, A10). “Hơn”, “trên” are told only by choice (A12). A unit that runs a model without a figure stays empty (A13).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from gandan.core.vietnamese import say_number
from gandan.reforms.declared import NUMBER

ABOUT = re.compile(r"^(?:hơn|trên)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """Choices of who writes: decimals cut instead of rounded half up (A10), “hơn” kept as the document says it (A12)."""

    is_cut: bool = False
    keeps_about: bool = False


EXACT = Wording()


def figure(
    value: float | None, *, of: float | None = None, declared: str = "", recounted: float | None = None
) -> dict[str, Any]:
    """JSON of one figure. `of` makes it a share in percent; `recounted` is the same thing reckoned from other rows."""
    return {"value": value, "of": of, "declared": declared, "recounted": recounted}


def reckoned(one: Mapping[str, Any]) -> float | None:
    """What the figure comes to from its parts or from the platform; None where there is nothing to reckon from."""
    if one["recounted"] is not None:
        return float(one["recounted"])
    if one["of"] and one["value"] is not None:
        return 100 * float(one["value"]) / float(one["of"])
    return None if one["declared"] else one["value"]


def at_places(value: float, places: int, wording: Wording) -> Decimal:
    """Rounded half up, or cut."""
    step = Decimal(1).scaleb(-places)
    return Decimal(str(value)).quantize(step, ROUND_DOWN if wording.is_cut else ROUND_HALF_UP)


def differs(one: Mapping[str, Any], wording: Wording = EXACT) -> bool:
    """Whether the printed number is not the reckoned one at its own precision."""
    printed = NUMBER.findall(one["declared"])
    found = reckoned(one)
    if found is None or len(printed) != 1:
        return False
    text = printed[0].replace(".", "").replace(",", ".")
    return at_places(found, len(text.partition(".")[2]), wording) != Decimal(text)


def say(one: Mapping[str, Any], unit: str, wording: Wording = EXACT) -> str:
    """“278 hồ sơ theo văn bản”, “69,4% theo văn bản; tính lại 69,47%”, “69,5% (587/845)”; empty where there is no figure (A13)."""
    told = cell(one, wording, unit)
    if not told:
        return ""
    told = told if told.endswith("%") or unit == "%" else f"{told} {unit}".strip()
    if not one["declared"]:
        return (
            f"{told} ({_words(one['value'], 1, '', wording)}/{_words(one['of'], 1, '', wording)})"
            if one["of"]
            else told
        )
    again = f"; tính lại {_words(reckoned(one), 2, unit, EXACT)}" if differs(one, wording) else ""
    return f"{told} theo văn bản{again}"


def cell(one: Mapping[str, Any], wording: Wording = EXACT, unit: str = "") -> str:
    """The same for a cell of a table, without the words around it."""
    if one["declared"]:
        text = str(one["declared"])
        return text if wording.keeps_about else ABOUT.sub("", text)
    return _words(reckoned(one), 1, "%" if one["of"] else unit, wording)


def _words(value: float | None, places: int, unit: str, wording: Wording) -> str:
    if value is None:
        return ""
    number = say_number(at_places(value, places, wording), places)
    return f"{number}%" if unit == "%" else number


def with_sums(whole: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A declared whole beside the sum of its units, where they gave figures and it is no share."""
    known = [float(one["value"]) for one in parts if one["value"] is not None]
    if whole["of"] or whole["recounted"] is not None or not whole["declared"] or not known:
        return dict(whole)
    return {**whole, "recounted": sum(known)}
