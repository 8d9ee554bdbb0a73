"""The questionnaires that come with the software, and the thirteen points of conduct."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "questionnaires.json"
AFTER_RESULT, SIX_CONTENTS, FOUR_CRITERIA = "sau-ket-qua", "than-thien-6-noi-dung", "than-thien-2026"
ATTITUDE, OF_A_MODEL = "thai-do-13-diem", "nguoi-dung-mo-hinh"
POINTS_SCALE = "kept_3"


@dataclass(frozen=True)
class Scale:
    """Words from worst to best, and from which place on the demand is met or the work is good."""

    words: tuple[str, ...]
    pass_at: int | None
    good_at: int | None


@cache
def _file() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(FILE.read_text())
    return told


@cache
def scales() -> dict[str, Scale]:
    return {name: Scale(tuple(one["words"]), one["pass_at"], one["good_at"]) for name, one in _file()["scales"].items()}


def points() -> list[tuple[str, list[str]]]:
    """“4 xin”, “4 luôn”, “5 không” with their exact words (S1.21)."""
    return [(one["group"], list(one["texts"])) for one in _file()["points"]]


def shipped_questionnaires() -> Iterator[dict[str, Any]]:
    """Each with `code`, `title`, `intro`, `source` and `questions` as fields of `Question`."""
    for one in _file()["questionnaires"]:
        lines = list(one["questions"])
        if "points" in one:
            lines[1:1] = _lines_of_points()
        facts = {name: one[name] for name in ("code", "title", "intro", "source")}
        yield {**facts, "questions": [_question(number, line) for number, line in enumerate(lines, start=1)]}


def _lines_of_points() -> list[dict[str, Any]]:
    return [
        {"text": text, "scale": POINTS_SCALE, "required": False, "group": group if place == 0 else ""}
        for group, texts in points()
        for place, text in enumerate(texts)
    ]


def _question(number: int, line: dict[str, Any]) -> dict[str, Any]:
    scale = scales().get(line.get("scale", ""), Scale((), None, None))
    return {
        "number": number, "text": line["text"], "group": line.get("group", ""), "kind": line.get("kind", "scale"),
        "words": list(scale.words), "pass_at": scale.pass_at, "good_at": scale.good_at,
        "is_overall": line.get("overall", False), "is_attitude": line.get("attitude", False),
        "is_required": line.get("required", True),
    }  # fmt: skip
