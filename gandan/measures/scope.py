"""What a question is about: whose figures, of which days, narrowed to what. And the answer: a figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class Scope:
    """Agencies (primary keys of communes), days with the last one counted, and optional narrowing.

    `now` is the present moment: what is open or late is judged then, or at the end of the days if that is earlier.
    """

    agencies: tuple[int, ...]
    start: date
    end: date
    now: datetime
    procedure: str = ""
    field: str = ""
    channel: str = ""
    procedures: tuple[str, ...] = ()
    """Any of these national codes; empty: every procedure."""
    weekdays: tuple[int, ...] = ()
    """Received on any of these days of the week, Monday 0; empty: every day."""
    programme: int = 0
    """Done under this programme (its primary key); 0: under any or none."""
    origin: str = ""
    """Done under a programme that came with this reform model; empty: any or none."""

    @property
    def since(self) -> datetime:
        return datetime.combine(self.start, time(), VIETNAM)

    @property
    def until(self) -> datetime:
        """The first moment after the last day."""
        return datetime.combine(self.end + timedelta(days=1), time(), VIETNAM)

    @property
    def moment(self) -> datetime:
        return min(self.now, self.until)


@dataclass(frozen=True)
class Figure:
    """A value in the measure's unit, or None: missing is not zero. `n` counts the rows behind it."""

    value: float | None
    numerator: float | None
    denominator: float | None
    n: int
