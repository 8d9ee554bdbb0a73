"""The health of suppliers, read from and kept in rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from .models import Supplier
from .suppliers import Health, after


def healths(suppliers: Mapping[str, tuple[str, ...]], now: datetime) -> dict[str, Health]:
    """How each of these carriers is, by name; one never asked is well (one statement)."""
    names = [name for group in suppliers.values() for name in group]
    known = {one.name: _read(one) for one in Supplier.objects.filter(name__in=names)}
    return {name: known.get(name) or Health(name, now) for name in names}


def keep_healths(outcomes: Mapping[str, tuple[str, Counter[str]]], now: datetime) -> None:
    """Carrier → (channel, how many “accepted” and “failed”): written with a lock on each row, in order of name."""
    rows = {one.name: one for one in Supplier.objects.select_for_update().filter(name__in=outcomes).order_by("name")}
    for name, (channel, counts) in sorted(outcomes.items()):
        row = rows.get(name) or Supplier(name=name, channel=channel, window_at=now)
        health = after(_read(row), accepted=counts["accepted"], failed=counts["failed"], now=now)
        row.weight, row.accepted, row.failed = health.weight, health.accepted, health.failed
        row.window_at, row.probe_at = health.window_at, health.probe_at
        row.accepted_at = now if counts["accepted"] else row.accepted_at
        row.failed_at = now if counts["failed"] else row.failed_at
        row.save()


def _read(row: Supplier) -> Health:
    return Health(row.name, row.window_at, row.weight, row.accepted, row.failed, row.probe_at)
