"""Which fee a filing pays: reads the fees of the version and asks the pure rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gandan.catalog.models import Fee, ProcedureVersion
from gandan.places.models import Agency

from .fees import UNKNOWN, Amount, amount_due, fee_for

PAGE = "trang"
COUNTED_BY = {PAGE: ("copy_count",), "bản": ("copy_count", "copies"), "trường hợp": ("document_count",)}
"""Unit of a fee → the questions of the declaration that say how many; any other unit is paid once."""


def amount_for(version: ProcedureVersion, commune: Agency, *, channel: str, answers: Mapping[str, Any]) -> Amount:
    """The sum for these answers in this commune by this channel, or “unknown” (no confirmed fee covers it)."""
    agencies = [one for one in (commune.pk, commune.province_id) if one]
    fees = list(version.fees.all())
    fee = fee_for(fees, channel=channel, agencies=agencies)
    if not isinstance(fee, Fee):
        fee = _whatever_the_case(
            [one for one in fees if channel in one.channels and one.agency_id in (None, *agencies)]
        )
    if fee is None or (fee.unit == PAGE and not _number(answers, "page_count")):
        return UNKNOWN
    quantity = _number(answers, *COUNTED_BY.get(fee.unit, ())) or 1
    return amount_due(fee, quantity=quantity, units=_number(answers, "page_count") or 1)


def _whatever_the_case(fees: Sequence[Fee]) -> Fee | None:
    """Fees that only hold in some case: one is certain when it is alone, or when all of them ask for the same."""
    if not fees or len({(one.amount, one.unit, str(one.tiers)) for one in fees}) > 1:
        return None
    return next((one for one in fees if one.is_verified), fees[0])


def _number(answers: Mapping[str, Any], *names: str) -> int:
    found = next((str(answers[name]) for name in names if answers.get(name)), "")
    return int(found) if found.isdecimal() else 0
