"""What a dossier costs, by the fees of its procedure version. Pure.

A fee that nobody confirmed has no amount: the answer is then “unknown”, never 0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


class FeeFact(Protocol):
    """What this rule reads of a fee (catalog.Fee)."""

    @property
    def agency_id(self) -> int | None: ...
    @property
    def case(self) -> str: ...
    @property
    def channels(self) -> Sequence[str]: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def tiers(self) -> Sequence[Sequence[int | None]]: ...
    @property
    def cap(self) -> int | None: ...
    @property
    def citation(self) -> str: ...
    @property
    def is_verified(self) -> bool: ...


@dataclass(frozen=True)
class Amount:
    """`dong` is None when no confirmed fee covers the case; `words` says what the sum is made of."""

    dong: int | None
    words: str
    citation: str


UNKNOWN = Amount(None, "Mức thu chưa được xác nhận", "")


def price(fee: FeeFact, *, quantity: int = 1, units: int = 1) -> int | None:
    """Đồng for `quantity` items of `units` each (copies of pages): per-unit tiers, capped per item."""
    if fee.tiers:
        each = _tiered(fee.tiers, units)
    elif fee.amount is not None:
        each = fee.amount
    else:
        return None
    return quantity * (min(each, fee.cap) if fee.cap else each)


def _tiered(tiers: Sequence[Sequence[int | None]], units: int) -> int:
    """Price of `units` where [[2, 2000], [null, 1000]] means: up to the second 2000 each, then 1000 each."""
    total, begun = 0, 0
    for up_to, each in tiers:
        end = units if up_to is None else min(units, up_to)
        total += max(0, end - begun) * int(each or 0)
        begun = max(begun, end)
    return total


def fee_for(fees: Iterable[FeeFact], *, channel: str, agencies: Sequence[int], case: str = "") -> FeeFact | None:
    """The fee that applies: the nearest agency's own before the general one; `agencies` from near to far."""
    candidates = [fee for fee in fees if channel in fee.channels and fee.case == case]
    rank = {agency: place for place, agency in enumerate(agencies)}
    near = [fee for fee in candidates if fee.agency_id in rank]
    if near:
        return min(near, key=lambda fee: rank[fee.agency_id or 0])
    return next((fee for fee in candidates if fee.agency_id is None), None)


def amount_due(fee: FeeFact | None, *, quantity: int = 1, units: int = 1) -> Amount:
    """The sum to ask for. An unverified fee is never asked for as if it were certain."""
    if fee is None or not fee.is_verified:
        return UNKNOWN
    dong = price(fee, quantity=quantity, units=units)
    if dong is None:
        return UNKNOWN
    many = f"{quantity} {fee.unit}" if quantity > 1 else f"một {fee.unit}"
    return Amount(dong, fee.case or many, fee.citation)
