"""The parts of a procedure that are kept as JSON, read as frozen dataclasses. Pure; unknown keys are refused by name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Self

FIELD_TYPES = (
    "text", "textarea", "number", "date", "choice", "select", "checkbox", "phone", "email", "id_number", "address",
)  # fmt: skip
AGENCY_PARTS = ("commune", "cong_an", "bhxh", "thue", "vpdkdd", "vhxh", "kinh_te", "center")


class BadPart(ValueError):
    """A part of a procedure is not as it should be; the message says where and why, in Vietnamese."""


class _Part:
    @classmethod
    def read(cls, raw: dict[str, Any]) -> Self:
        known = {field.name for field in fields(cls)}  # type: ignore[arg-type]  # every subclass is a dataclass
        if strange := set(raw) - known:
            raise BadPart(f"không hiểu mục {', '.join(sorted(strange))}")
        try:
            return cls(**raw)
        except TypeError as error:
            raise BadPart(f"thiếu mục bắt buộc ({error})") from None


@dataclass(frozen=True)
class Component(_Part):
    """A paper of the dossier. `group` is "always" or "when" (then `when` says in words when)."""

    key: str
    name: str
    originals: int = 1
    copies: int = 0
    group: str = "always"
    when: str = ""
    note: str = ""
    reusable: bool = False
    digitise: bool = True
    upload: bool = True

    @property
    def is_required(self) -> bool:
        """Papers the state already holds may not be demanded (NĐ 118/2025, Điều 17, khoản 1, điểm b)."""
        return self.group == "always" and not self.reusable


@dataclass(frozen=True)
class RouteLeg(_Part):
    """Work of one agency or position, with its budget in half-day sessions. Legs of one stage run in parallel."""

    key: str
    name: str
    agency: str = "commune"
    role: str = "specialist"
    half_days: int = 1
    pays: bool = False


@dataclass(frozen=True)
class ShowIf(_Part):
    field: str
    equals: str


@dataclass(frozen=True)
class FormField(_Part):
    """One question of a declaration. `known` names the database that already has the answer ("population")."""

    key: str
    label: str
    type: str = "text"
    hint: str = ""
    required: bool = True
    options: tuple[tuple[str, str], ...] = ()
    known: str = ""
    max_length: int = 200
    rules: tuple[str, ...] = ()
    show_if: ShowIf | None = None


@dataclass(frozen=True)
class FormStep(_Part):
    """One page of a declaration."""

    key: str
    title: str
    fields: tuple[FormField, ...] = ()


def components_from(raw: list[dict[str, Any]]) -> list[Component]:
    return [Component.read(one) for one in raw]


def stages_from(raw: list[list[dict[str, Any]]]) -> list[list[RouteLeg]]:
    return [[RouteLeg.read(leg) for leg in stage] for stage in raw]


def steps_from(raw: list[dict[str, Any]]) -> list[FormStep]:
    return [FormStep(one["key"], one["title"], tuple(_field(field) for field in one.get("fields", []))) for one in raw]


def _field(raw: dict[str, Any]) -> FormField:
    show_if = ShowIf.read(raw["show_if"]) if raw.get("show_if") else None
    options = tuple((str(value), str(label)) for value, label in raw.get("options", []))
    field = FormField.read({**raw, "show_if": show_if, "options": options, "rules": tuple(raw.get("rules", []))})
    if field.type not in FIELD_TYPES:
        raise BadPart(f"ô “{field.label}” có kiểu lạ: {field.type}")
    if field.type in ("choice", "select") and not field.options:
        raise BadPart(f"ô “{field.label}” chưa có lựa chọn nào")
    return field
