"""Which fee a filing pays: reads the fees of the version and asks the pure rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gandan.catalog.models import ProcedureVersion
from gandan.places.models import Agency

from .fees import Amount, amount_due, fee_for


def amount_for(version: ProcedureVersion, commune: Agency, *, channel: str, answers: Mapping[str, Any]) -> Amount:
    """The sum for these answers in this commune by this channel, or “unknown” (no confirmed fee covers it)."""
    agencies = [one for one in (commune.pk, commune.province_id) if one]
    fees = version.fees.all()
    fee = fee_for(fees, channel=channel, agencies=agencies)
    if fee is None:
        named = [one for one in fees if channel in one.channels]
        fee = named[0] if len(named) == 1 else None
    quantity = answers.get("copies") or answers.get("quantity") or 1
    return amount_due(fee, quantity=int(quantity), units=int(answers.get("pages") or 1))
