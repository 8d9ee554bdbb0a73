"""The base of all events: frozen dataclasses in the past tense that carry the fact."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar, Self, get_type_hints


@dataclass(frozen=True, kw_only=True)
class Event:
    """Subclasses are found by their name, so a name is never used twice nor renamed without a data migration."""

    kinds: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.__name__ in Event.kinds:
            raise TypeError(f"Two events are named {cls.__name__}.")
        Event.kinds[cls.__name__] = cls

    def as_data(self) -> dict[str, Any]:
        """Plain JSON types: dates and moments as ISO 8601 text."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        hints = get_type_hints(cls)
        known = {field.name for field in fields(cls)}
        return cls(**{name: _rich(value, hints[name]) for name, value in data.items() if name in known})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _rich(value: Any, hint: Any) -> Any:
    if isinstance(value, str):
        if hint in (datetime, datetime | None):
            return datetime.fromisoformat(value)
        if hint in (date, date | None):
            return date.fromisoformat(value)
    return value
