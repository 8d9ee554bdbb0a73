"""The editor of a declaration without JavaScript: the whole declaration travels in the form, each button changes it.

Pure: posted names (`s0.title`, `s0.f2.label` …) → steps as data → one operation → steps as data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from gandan.core.vietnamese import fold

from .parts import FIELD_TYPES, FormField, FormStep

Steps = list[dict[str, Any]]
MOST_STEPS, MOST_FIELDS = 20, 60
TYPE_WORDS = {
    "text": "một dòng chữ",
    "textarea": "nhiều dòng chữ",
    "number": "số",
    "date": "ngày",
    "choice": "chọn một, hiện hết",
    "select": "chọn một, trong danh sách",
    "checkbox": "đánh dấu",
    "phone": "số điện thoại",
    "email": "thư điện tử",
    "id_number": "số định danh",
    "address": "địa chỉ",
}
TYPES = [(kind, TYPE_WORDS[kind]) for kind in FIELD_TYPES]
OPERATION = re.compile(
    r"(add_step|add_field|remove_step|remove_field|up_step|down_step|up_field|down_field)(?::(\d+))?(?::(\d+))?"
)


def steps_posted(posted: Mapping[str, str]) -> Steps:
    """The declaration as it stands in the form; keys are kept, new ones are made from the words."""
    taken: set[str] = set()
    steps: Steps = []
    for number in range(MOST_STEPS):
        if f"s{number}.title" not in posted:
            break
        prefix, title = f"s{number}.", posted[f"s{number}.title"].replace("\0", "").strip()
        key = posted.get(f"{prefix}key") or _new_key(title or f"buoc {number + 1}", taken)
        steps.append({"key": key, "title": title, "fields": _fields(posted, prefix, taken)})
    return steps


def _fields(posted: Mapping[str, str], prefix: str, taken: set[str]) -> list[dict[str, Any]]:
    fields = []
    for number in range(MOST_FIELDS):
        here = f"{prefix}f{number}."
        if f"{here}label" not in posted:
            break
        fields.append(_field(posted, here, taken))
    return fields


def _field(posted: Mapping[str, str], here: str, taken: set[str]) -> dict[str, Any]:
    def said(name: str) -> str:
        return posted.get(f"{here}{name}", "").replace("\0", "").strip()

    key = said("key") or _new_key(said("label") or "o", taken)
    taken.add(key)
    field: dict[str, Any] = {
        "key": key,
        "label": said("label"),
        "type": said("type") or "text",
        "hint": said("hint"),
        "required": bool(said("required")),
        "options": _options(said("options")),
        "known": said("known"),
        "max_length": int(said("max_length")) if said("max_length").isdecimal() else 200,
        "rules": said("rules").split(),
    }
    waits_for, _, equals = said("show_if").partition("=")
    if waits_for.strip():
        field["show_if"] = {"field": waits_for.strip(), "equals": equals.strip()}
    return field


def _options(text: str) -> list[list[str]]:
    """A line “nam | Nam” is value and words; “Nam” alone makes its own value."""
    options = []
    for line in text.splitlines():
        left, bar, right = line.partition("|")
        if line.strip():
            words = (right if bar else left).strip()
            options.append([left.strip() if bar else _slug(words), words])
    return options


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", fold(words)).strip("_")[:40] or "o"


def _new_key(words: str, taken: set[str]) -> str:
    base, number = _slug(words), 2
    key = base
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def changed(steps: Steps, operation: str) -> Steps:
    """After one button: add, remove or move a step or a field. Strange operations change nothing."""
    match = OPERATION.fullmatch(operation)
    if not match:
        return steps
    verb, first, second = match.group(1), match.group(2), match.group(3)
    verb, _, noun = verb.partition("_")
    if noun == "step":
        return _moved(steps, verb, int(first or 0), {"key": "", "title": "", "fields": []}, most=MOST_STEPS)
    at = int(first or 0)
    if at >= len(steps):
        return steps
    fields = _moved(steps[at]["fields"], verb, int(second or 0), {"key": "", "label": ""}, most=MOST_FIELDS)
    return [*steps[:at], {**steps[at], "fields": fields}, *steps[at + 1 :]]


def _moved(rows: list[Any], verb: str, at: int, blank: dict[str, Any], *, most: int) -> list[Any]:
    rows = list(rows)
    if verb == "add":
        return [*rows, blank] if len(rows) < most else rows
    if not 0 <= at < len(rows):
        return rows
    if verb == "remove":
        return rows[:at] + rows[at + 1 :]
    other = at - 1 if verb == "up" else at + 1
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
    return rows


def as_stored(steps: list[FormStep]) -> Steps:
    return [
        {"key": step.key, "title": step.title, "fields": [_stored(field) for field in step.fields]} for step in steps
    ]


def _stored(field: FormField) -> dict[str, Any]:
    names = ("key", "label", "type", "hint", "required", "known", "max_length")
    raw: dict[str, Any] = {name: getattr(field, name) for name in names}
    raw["options"], raw["rules"] = [list(option) for option in field.options], list(field.rules)
    if field.show_if:
        raw["show_if"] = {"field": field.show_if.field, "equals": field.show_if.equals}
    return raw
