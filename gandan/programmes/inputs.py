"""Widgets of the parameters that are more than one box: procedures, limits, a roster. Every one works without script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from gandan.core.vietnamese import SHORT_WEEKDAYS, WEEKDAYS

from .offer import Choice, Offer
from .windows import read_hours

GONE = "Không còn trong danh mục"


def _several(data: Any, name: str) -> list[str]:
    """All values sent under a name, from a request or from a plain dict."""
    if hasattr(data, "getlist"):
        return list(data.getlist(name))
    found = data.get(name, [])
    return list(found) if isinstance(found, list | tuple) else [found]


class _Wide(forms.Widget):
    """Stands in a fieldset of its own."""

    is_wide = True

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def _groups(self, known: Sequence[str]) -> list[tuple[str, tuple[Choice, ...]]]:
        """The offer, and what was chosen before but is offered no more."""
        offered = {choice.code for _, choices in self.offer.procedures for choice in choices}
        gone = tuple(Choice(code, code, "") for code in known if code not in offered)
        return [*self.offer.procedures, *([(GONE, gone)] if gone else [])]


class ProceduresInput(_Wide):
    """Checkboxes by field; a box to filter them appears where script runs."""

    template_name = "programmes/inputs/procedures.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return _several(data, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        chosen = {str(code) for code in value or ()}
        rows = [
            (field, [(choice, choice.code in chosen) for choice in choices], sum(one.code in chosen for one in choices))
            for field, choices in self._groups(sorted(chosen))
        ]
        return {**context, "groups": rows, "name": name}


class LimitsInput(_Wide):
    """A number beside each procedure and its statutory limit."""

    template_name = "programmes/inputs/limits.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        prefix = f"{name}-"
        typed = {key.removeprefix(prefix): str(data.get(key)).strip() for key in data if key.startswith(prefix)}
        return {code: number for code, number in typed.items() if number}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        numbers: Mapping[str, Any] = value or {}
        rows = [
            (
                field,
                [(choice, numbers.get(choice.code, "")) for choice in choices],
                sum(c.code in numbers for c in choices),
            )
            for field, choices in self._groups(sorted(numbers))
        ]
        return {**context, "groups": rows, "name": name}


class RosterInput(_Wide):
    """People down, days of the week across."""

    template_name = "programmes/inputs/roster.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, list[str]]:
        return {str(day): found for day in range(7) if (found := _several(data, f"{name}-{day}"))}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        held = {str(day): set(people) for day, people in (value or {}).items()}
        named = dict(self.offer.staff) | {
            one: one for people in held.values() for one in people if one not in dict(self.offer.staff)
        }
        rows = [
            (username, full_name, [(day, WEEKDAYS[day], username in held.get(str(day), ())) for day in range(7)])
            for username, full_name in named.items()
        ]
        return {**context, "rows": rows, "name": name, "heads": SHORT_WEEKDAYS}


class WindowsInput(_Wide):
    """A box a day: “6:00-7:30, 17:00-19:00”."""

    template_name = "programmes/inputs/windows.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, Any]]:
        return [one for day in range(7) for one in read_hours(day, str(data.get(f"{name}-{day}", "")))]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed: dict[int, list[str]] = {}
        for one in value or ():
            typed.setdefault(int(one["weekday"]), []).append(f"{one['from']}-{one['to']}".rstrip("-"))
        rows = [(day, WEEKDAYS[day], ", ".join(typed.get(day, ()))) for day in range(7)]
        return {**context, "rows": rows, "name": name}
