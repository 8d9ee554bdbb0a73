"""How much working time is left, in the officer's words, and how much of it is used. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.core.vietnamese import NBSP, say_minutes, say_number
from gandan.places.calendar import Calendar, to_vietnam_minute

MINUTES_A_DAY = 480
SOON_MINUTES = 480


@dataclass(frozen=True)
class Remainder:
    """`words` (“còn 6 giờ 18 phút”), `look` of the parts ("", "soon", "late"), `share` of the time used, 0–100."""

    words: str
    look: str
    share: int


def remainder(due_at: datetime, started_at: datetime, now: datetime, calendar: Calendar) -> Remainder:
    """Office time between now and the due moment; late when none is left, soon on the due day or within a day's hours."""
    left = calendar.working_minutes_between(now, due_at)
    if now > due_at:
        return Remainder(f"trễ{NBSP}{say_minutes(-left)}" if left else "vừa quá hạn", "late", 100)
    whole = max(1, calendar.working_minutes_between(started_at, due_at))
    share = min(100, max(0, 100 - round(100 * left / whole)))
    is_today = to_vietnam_minute(due_at).date() == to_vietnam_minute(now).date()
    if is_today or left <= SOON_MINUTES:
        return Remainder(f"còn{NBSP}{say_minutes(left)}", "soon", share)
    return Remainder(f"còn{NBSP}{say_number(left / MINUTES_A_DAY)}{NBSP}ngày", "", share)
