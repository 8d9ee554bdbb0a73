"""What happens to screens. Ids and counts only."""

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ScreenKept(Event):
    """Set up or changed."""

    screen_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class ClipAdded(Event):
    clip_id: int
    agency_id: int
    kind: str
    subject: str


@dataclass(frozen=True, kw_only=True)
class ClipWithdrawn(Event):
    clip_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class PlaylistArranged(Event):
    screen_id: int
    clips: int


@dataclass(frozen=True, kw_only=True)
class ScreensInterrupted(Event):
    """An urgent message goes on all screens."""

    interruption_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class InterruptionEnded(Event):
    interruption_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class PlaysNoted(Event):
    screen_id: int
    plays: int


@dataclass(frozen=True, kw_only=True)
class HoursClosed(Event):
    """Open hours were judged; `short` of them showed too little."""

    screen_id: int
    hours: int
    short: int
