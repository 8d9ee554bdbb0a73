"""The rules of counting with a memory: many dossiers start at the same moment under the same limit. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from gandan.places.calendar import VIETNAM, Calendar
from gandan.places.deadlines import half_day_end
from gandan.places.working import Due

from ..deadlines import (
    Clock766,
    Limit,
    Waiting,
    auto_close_on,
    clock_766,
    due_without_waiting,
    expected_receipt_by,
    restart,
)

MOST_REMEMBERED = 20_000
ORIGIN = datetime(2020, 1, 1, tzinfo=VIETNAM)


@dataclass(frozen=True)
class Told:
    """A due moment with its working as JSON text, rendered when somebody wants it."""

    at: datetime
    is_provisional: bool
    due: Due | Clock766

    @cached_property
    def text(self) -> str:
        return json.dumps(self.due.working.as_json(), ensure_ascii=False, separators=(",", ":"))


def _told(due: Due) -> Told:
    return Told(due.at, due.is_provisional, due)


class Reckoner:
    """One calendar's answers."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._known: dict[Any, Any] = {}
        self._places: dict[datetime, int] = {}
        self._moments: dict[int, datetime] = {}

    def _remember(self, key: Any, reckon: Any) -> Any:
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        if key not in self._known:
            self._known[key] = reckon()
        return self._known[key]

    def due(self, start: datetime, limit: Limit) -> Told:
        return self._remember((start, limit), lambda: _told(limit.due_from(start, self.calendar)))  # type: ignore[no-any-return]  # by the key

    def restarted(self, start: datetime, limit: Limit) -> Told:
        return self._remember(("again", start, limit), lambda: _told(restart(start, limit, self.calendar)))  # type: ignore[no-any-return]  # by the key

    def put_off(self, start: datetime, limit: Limit, wait: Waiting) -> Told:
        return _told(due_without_waiting(start, limit, [wait], self.calendar))

    def beside(self, start: datetime, limit: Limit, waits: list[Waiting], requests: int) -> Told:
        """The 766 clock."""
        if waits:
            clock = clock_766(start, limit, waits, self.calendar, requests)
            return Told(clock.due_at, clock.is_provisional, clock)
        key = ("766", start, limit)
        clock = self._remember(key, lambda: clock_766(start, limit, [], self.calendar, 0))
        return Told(clock.due_at, clock.is_provisional, clock)

    def receive_by(self, submitted: datetime) -> datetime:
        return self._remember(("receive", submitted), lambda: expected_receipt_by(submitted, self.calendar).at)  # type: ignore[no-any-return]  # by the key

    def close_on(self, asked: datetime) -> datetime:
        return self._remember(("close", asked), lambda: auto_close_on(asked, self.calendar).at)  # type: ignore[no-any-return]  # by the key

    def after(self, start: datetime, minutes: int) -> datetime:
        """`minutes` of office hours later."""
        place = self._place(start) + minutes
        found = self._moments.get(place)
        if found is None:
            found = self._moments[place] = self.calendar.add_working_minutes(start, minutes)
            self._places[found] = place
        return found

    def _place(self, moment: datetime) -> int:
        """Office minutes from the origin: few moments are asked about again and again."""
        found = self._places.get(moment)
        if found is None:
            found = self._places[moment] = self.calendar.working_minutes_between(ORIGIN, moment)
        return found

    def leg_end(self, start: datetime, half_days: int) -> datetime:
        if not half_days:
            return start
        return self._remember(("leg", start, half_days), lambda: half_day_end(start, half_days, self.calendar))  # type: ignore[no-any-return]  # by the key

    def minutes(self, start: datetime, end: datetime) -> int:
        return self._place(end) - self._place(start)
