"""Duties of teams, pure: who is needed when, who takes which duty, which hours nobody holds. Moments are aware.

Law: NĐ 118/2025/NĐ-CP, Điều 11 (two years' experience, R36), Điều 12 as amended by NĐ 309/2026/NĐ-CP (cover, R35).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from gandan.places.calendar import Calendar, vietnam_moment

EARLY, LATE = timedelta(minutes=30), timedelta(minutes=5)
"""A member may sign in this long before the duty; more than `LATE` after its start is late."""
EXPERIENCE_YEARS = 2
CLOCK_STARTS = (time(6), time(14), time(22))
CLOCK_HOURS = timedelta(hours=8)


@dataclass(frozen=True, order=True)
class Span:
    """From a moment to a later one, the end not counted."""

    starts_at: datetime
    ends_at: datetime

    @property
    def hours(self) -> float:
        return (self.ends_at - self.starts_at) / timedelta(hours=1)

    def meets(self, other: Span) -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True)
class Hole:
    """Hours with fewer people than needed."""

    span: Span
    present: int
    needed: int

    @property
    def missing(self) -> int:
        return self.needed - self.present


def days_between(since: date, until: date) -> list[date]:
    """Every day, both counted."""
    return [since + timedelta(days=step) for step in range((until - since).days + 1)]


def weekly(weekday: int, hours: tuple[time, time], *, since: date, until: date) -> list[Span]:
    """Sundays 8 to 11: one span a week."""
    starts, ends = hours
    days = (day for day in days_between(since, until) if day.weekday() == weekday)
    return [Span(vietnam_moment(day, starts), vietnam_moment(day, ends)) for day in days]


def half_days(calendar: Calendar, *, since: date, until: date) -> list[Span]:
    """Every session of the office's opening hours."""
    return [
        Span(vietnam_moment(day, session.start), vietnam_moment(day, session.end))
        for day in days_between(since, until)
        for session in calendar.sessions_on(day)
    ]


def around_the_clock(*, since: date, until: date) -> list[Span]:
    """Three duties of eight hours a day; one hands over to the next on the minute."""
    starts = [vietnam_moment(day, hour) for day in days_between(since, until) for hour in CLOCK_STARTS]
    return [Span(start, start + CLOCK_HOURS) for start in starts]


def turns(
    spans: Iterable[Span], people: Sequence[int], *, at_once: int, taken: Mapping[int, Sequence[Span]]
) -> list[tuple[Span, int]]:
    """Who takes which span, in turn: those with the fewest duties first, then in the order given.

    `taken`: what each already holds. Nobody gets two duties that overlap; a span is left short when people run out.
    """
    held = {one: list(taken.get(one, ())) for one in people}
    given: list[tuple[Span, int]] = []
    for span in sorted(spans):
        already = sum(any(span.meets(other) for other in held[one]) for one in people)
        free = [one for one in people if not any(span.meets(other) for other in held[one])]
        free.sort(key=lambda one: (len(held[one]), people.index(one)))
        for one in free[: max(0, at_once - already)]:
            held[one].append(span)
            given.append((span, one))
    return given


def holes(needed: Iterable[Span], duties: Sequence[Span], *, at_once: int) -> list[Hole]:
    """Where the needed hours are short of people; neighbouring pieces with the same number are one hole."""
    found: list[Hole] = []
    for window in sorted(needed):
        inside = [duty for duty in duties if duty.meets(window)]
        for piece in _pieces(window, inside):
            present = sum(duty.meets(piece) for duty in inside)
            if present < at_once:
                _add(found, Hole(piece, present, at_once), window)
    return found


def _pieces(window: Span, duties: Sequence[Span]) -> list[Span]:
    edges = {window.starts_at, window.ends_at}
    for duty in duties:
        edges |= {edge for edge in (duty.starts_at, duty.ends_at) if window.starts_at < edge < window.ends_at}
    return [Span(start, end) for start, end in pairwise(sorted(edges))]


def _add(found: list[Hole], hole: Hole, window: Span) -> None:
    last = found[-1] if found else None
    if last and last.present == hole.present and window.starts_at < last.span.ends_at == hole.span.starts_at:
        found[-1] = Hole(Span(last.span.starts_at, hole.span.ends_at), last.present, last.needed)
    else:
        found.append(hole)


def uncovered_hours(found: Iterable[Hole]) -> float:
    """Hours in which nobody at all is there."""
    return sum(hole.span.hours for hole in found if not hole.present)


def arrival_problem(span: Span, at: datetime) -> str:
    """Why a member cannot sign in now, "" when it is time."""
    if at < span.starts_at - EARLY:
        return f"Chưa đến giờ. Điểm danh từ {span.starts_at - EARLY:%H:%M} ngày {span.starts_at:%d/%m}."
    if at >= span.ends_at:
        return f"Ca đã hết lúc {span.ends_at:%H:%M}. Ghi vắng kèm lý do, hoặc nhờ tổ trưởng ghi người thay."
    return ""


def is_late(starts_at: datetime, arrived_at: datetime) -> bool:
    return arrived_at > starts_at + LATE


def team_problems(
    forces: Sequence[str], *, least: int, per_force: Mapping[str, int], names: Mapping[str, str]
) -> list[str]:
    """What the rules of a team still miss. `forces`: one word for each member; `names`: those words for people."""
    found = []
    if len(forces) < least:
        found.append(f"Tổ có {len(forces)} người, cần ít nhất {least} người.")
    count = Counter(forces)
    found += [
        f"{names.get(force, force)} có {count[force]} người, cần ít nhất {wanted} người."
        for force, wanted in per_force.items()
        if count[force] < wanted
    ]
    return found


def lacks_experience(works_since: date | None, today: date) -> bool | None:
    """R36: less than two years in the work. None: not told."""
    if works_since is None:
        return None
    full = works_since.replace(year=works_since.year + EXPERIENCE_YEARS, day=min(works_since.day, 28))
    return full > today
