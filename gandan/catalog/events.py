"""What happens to the catalogue."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class VersionPublished(Event):
    """About the procedure. `origin` is shipped, imported or edited."""

    version_id: int
    number: int
    valid_from: date
    origin: str


@dataclass(frozen=True, kw_only=True)
class FactsEdited(Event):
    """About the procedure: a draft was made or changed; nothing is promised by it yet."""

    version_id: int
    number: int


@dataclass(frozen=True, kw_only=True)
class LimitVerified(Event):
    """About the procedure. `agency_id` empty: for everywhere."""

    limit_id: int
    agency_id: int | None
    count: int
    unit: str
    source_on: date


@dataclass(frozen=True, kw_only=True)
class FeeVerified(Event):
    """About the procedure. `amount` in đồng; `agency_id` empty: for everywhere."""

    fee_id: int
    agency_id: int | None
    amount: int
    source_on: date


@dataclass(frozen=True, kw_only=True)
class FormEdited(Event):
    version_id: int
    form_id: int
    number: int


@dataclass(frozen=True, kw_only=True)
class AliasAdded(Event):
    alias_id: int


@dataclass(frozen=True, kw_only=True)
class AliasRemoved(Event):
    alias_id: int


@dataclass(frozen=True, kw_only=True)
class ProcedureRetired(Event):
    """The last day on which it can be filed."""

    last_day: date
