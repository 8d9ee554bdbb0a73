"""Which supplier of a channel carries the next message, pure.

Weights move slowly: down by a step when a window holds enough errors, up by a step after a quiet window. A supplier that only
fails rests and is asked by one message at a time whether it is back, so that a dead one costs next to nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FULL, FLOOR, STEP_DOWN, STEP_UP = 100, 10, 20, 10
LEAST_ERRORS = 5
"""Fewer errors in a window say nothing."""
ERROR_SHARE = 0.2
WINDOW, REST = timedelta(seconds=60), timedelta(seconds=30)


@dataclass(frozen=True)
class Health:
    """How one supplier has behaved in this window."""

    name: str
    window_at: datetime
    weight: int = FULL
    accepted: int = 0
    failed: int = 0
    probe_at: datetime | None = None

    def is_resting(self, now: datetime) -> bool:
        return self.probe_at is not None and now < self.probe_at


def after(health: Health, *, accepted: int, failed: int, now: datetime) -> Health:
    """The health after so many more messages were accepted or failed."""
    one = replace(health, accepted=health.accepted + accepted, failed=health.failed + failed)
    if accepted:
        one = replace(one, probe_at=None)
    if failed and not accepted and (one.probe_at is not None or (one.failed >= LEAST_ERRORS and not one.accepted)):
        one = replace(one, probe_at=now + REST)
    if one.failed >= LEAST_ERRORS and one.failed >= ERROR_SHARE * (one.accepted + one.failed):
        return replace(_fresh(one, now), weight=max(FLOOR, one.weight - STEP_DOWN))
    if now - one.window_at < WINDOW:
        return one
    is_good = one.failed < LEAST_ERRORS and one.accepted > 0
    return replace(_fresh(one, now), weight=min(FULL, one.weight + STEP_UP) if is_good else one.weight)


def _fresh(health: Health, now: datetime) -> Health:
    return replace(health, accepted=0, failed=0, window_at=now)


def in_turn(healths: Sequence[Health], key: str, now: datetime) -> list[str]:
    """Names in the order to ask for the message of this key: drawn by weight, those at rest last."""
    awake = [one for one in healths if not one.is_resting(now)]
    resting = [one for one in healths if one.is_resting(now)]
    return [one.name for one in (*_drawn(awake, key), *_drawn(resting, key))]


def _drawn(healths: list[Health], key: str) -> list[Health]:
    """A weighted order that the same key always gets (Efraimidis and Spirakis 2006: greatest u^(1/w) first)."""
    return sorted(healths, key=lambda one: _fraction(f"{key} {one.name}") ** (1 / one.weight), reverse=True)


def _fraction(text: str) -> float:
    """A number within (0, 1] that depends on the text alone."""
    return (int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big") + 1) / 2**56
