"""Steps of a call in whatever order the exchange tells them, pure: what is known of it after each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

RINGING, TALKING, ENDED, MISSED, UNREACHED = "ringing", "talking", "ended", "missed", "unreached"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Facts of one call; `began_at` is the earliest step told."""

    direction: str
    began_at: datetime
    answered_at: datetime | None = None
    missed_at: datetime | None = None
    ended_at: datetime | None = None
    rings: int = 0
    seconds: int = 0

    @property
    def state(self) -> str:
        """An answer told late outweighs “missed”: several extensions may have rung."""
        if self.answered_at is not None:
            return ENDED if self.ended_at is not None or self.seconds else TALKING
        if self.missed_at is not None or self.ended_at is not None:
            return MISSED if self.direction == "in" else UNREACHED
        return RINGING


@dataclass(frozen=True, kw_only=True)
class Step:
    """One report: `state` is ringing, answered, missed or ended."""

    state: str
    at: datetime
    rings: int = 0
    seconds: int = 0


def merged(known: Known, step: Step) -> Known:
    """The same whatever the order, and told twice nothing changes."""
    seconds = max(known.seconds, step.seconds)
    began = step.at - timedelta(seconds=step.seconds) if step.state == "ended" else step.at
    told = replace(known, began_at=min(known.began_at, began), rings=max(known.rings, step.rings), seconds=seconds)
    if step.state == "answered":
        return replace(told, answered_at=_earliest(known.answered_at, step.at))
    if step.state == "missed":
        return replace(told, missed_at=_earliest(known.missed_at, step.at))
    if step.state != "ended":
        return told
    if step.seconds:
        told = replace(told, answered_at=_earliest(known.answered_at, began))
    return replace(told, ended_at=_earliest(known.ended_at, step.at))


def _earliest(known: datetime | None, told: datetime) -> datetime:
    return told if known is None else min(known, told)
