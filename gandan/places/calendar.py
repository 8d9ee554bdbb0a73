"""The working calendar of one agency, pure: which days and hours count towards a legal limit.

The legal working days are Monday to Friday plus the announced make-up days, less the announced days off. A Saturday
session of a reform model stays in `sessions` but does not make that Saturday a working day. All moments are aware;
they are read in Asia/Ho_Chi_Minh and to the whole minute, as printed on the receipt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST_DAYS = 3660
YEARS = range(1945, 2201)
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def vietnam_moment(day: date, clock: time) -> datetime:
    """The aware moment of a wall-clock time in Việt Nam."""
    return datetime.combine(day, clock, tzinfo=VIETNAM)


def to_vietnam_minute(moment: datetime) -> datetime:
    """The same moment on the wall clock of Việt Nam, without seconds. ValueError if naive or far from our times."""
    if moment.tzinfo is None:
        raise ValueError("Thời điểm phải kèm múi giờ (Asia/Ho_Chi_Minh).")
    if moment.year not in YEARS:
        raise ValueError(f"Năm {moment.year} nằm ngoài khoảng {YEARS.start} đến {YEARS.stop - 1}.")
    return moment.astimezone(VIETNAM).replace(second=0, microsecond=0)


def _minute_of_day(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@dataclass(frozen=True)
class Session:
    """Half a day of office hours, for example 07:30 to 11:30."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"Buổi làm việc phải bắt đầu trước khi kết thúc: {self.start:%H:%M} đến {self.end:%H:%M}.")

    @property
    def minutes(self) -> int:
        return _minute_of_day(self.end) - _minute_of_day(self.start)

    def minutes_before(self, clock: time) -> int:
        """Minutes of this session that are over at `clock`."""
        return min(max(_minute_of_day(clock) - _minute_of_day(self.start), 0), self.minutes)


@dataclass(frozen=True)
class DayOff:
    """A day off or a make-up day, with its name and the notice or law behind it."""

    date: date
    name: str
    basis: str


OFFICE_HOURS = (Session(time(7, 30), time(11, 30)), Session(time(13, 0), time(17, 0)))
DEFAULT_SESSIONS: Mapping[int, tuple[Session, ...]] = dict.fromkeys(range(SATURDAY), OFFICE_HOURS)


@dataclass(frozen=True)
class Calendar:
    """Office sessions by weekday (0 = Monday), days off, make-up days, and the years confirmed "đã nhập đủ"."""

    sessions: Mapping[int, tuple[Session, ...]] = field(default_factory=lambda: DEFAULT_SESSIONS)
    days_off: Mapping[date, DayOff] = field(default_factory=dict)
    makeup_days: Mapping[date, DayOff] = field(default_factory=dict)
    complete_years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.sessions.get(0):
            raise ValueError("Lịch làm việc phải có ít nhất một buổi vào thứ Hai.")
        for sessions in self.sessions.values():
            if any(earlier.end > later.start for earlier, later in pairwise(sessions)):
                raise ValueError("Các buổi làm việc trong một ngày phải xếp theo giờ và không chồng nhau.")
        for day in sorted(self.days_off.keys() & self.makeup_days.keys()):
            raise ValueError(f"Ngày {day:%d/%m/%Y} vừa ghi là ngày nghỉ, vừa ghi là ngày làm bù.")

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday and make-up days, less days off; a service day on Saturday does not count."""
        return day in self.makeup_days or (day.weekday() < SATURDAY and day not in self.days_off)

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """The sessions that count on this day; none on a day off. A make-up day without its own takes Monday's."""
        if not self.is_working_day(day):
            return ()
        return self.sessions.get(day.weekday()) or self.sessions[0]

    def start_of_day(self, day: date) -> datetime:
        """Opening of the office on a working day."""
        return vietnam_moment(day, self._sessions_of_working_day(day)[0].start)

    def end_of_day(self, day: date) -> datetime:
        """End of office hours on a working day."""
        return vietnam_moment(day, self._sessions_of_working_day(day)[-1].end)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self._nearest_working_day(day, ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last working day before `day`."""
        return self._nearest_working_day(day, -ONE_DAY)

    def is_office_time(self, moment: datetime) -> bool:
        """Inside a session, both ends included."""
        clock = to_vietnam_minute(moment)
        return any(s.start <= clock.time() <= s.end for s in self.sessions_on(clock.date()))

    def next_office_time(self, moment: datetime) -> datetime:
        """The moment itself if inside a session (ends included), otherwise the start of the next session."""
        clock = to_vietnam_minute(moment)
        if self.is_office_time(clock):
            return clock
        for session in self.sessions_on(clock.date()):
            if clock.time() < session.start:
                return vietnam_moment(clock.date(), session.start)
        return self.start_of_day(self.next_working_day(clock.date()))

    def working_minutes_on(self, day: date) -> int:
        return sum(session.minutes for session in self.sessions_on(day))

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole minutes of office hours from `start` to `end`; negative when `end` is the earlier one."""
        start, end = to_vietnam_minute(start), to_vietnam_minute(end)
        if end < start:
            return -self.working_minutes_between(end, start)
        full_years = sum(self._minutes_by_day(year)[-1] for year in range(start.year, end.year))
        return full_years + self._minutes_since_new_year(end) - self._minutes_since_new_year(start)

    def add_working_minutes(self, moment: datetime, minutes: int) -> datetime:
        """The moment when `minutes` of office hours have passed.

        A count that is full exactly at a session's end falls there, not at the next session's start. Zero minutes give
        the next office time. ValueError for a negative count or one longer than the longest limit.
        """
        if minutes < 0:
            raise ValueError("Số phút làm việc không được âm.")
        if minutes == 0:
            return self.next_office_time(moment)
        clock = to_vietnam_minute(moment)
        day = clock.date()
        left = minutes + self._minutes_done(clock)
        for _ in range(LONGEST_DAYS):
            if left <= self.working_minutes_on(day):
                return self._moment_in_day(day, left)
            left -= self.working_minutes_on(day)
            day += ONE_DAY
        raise too_long()

    def _sessions_of_working_day(self, day: date) -> tuple[Session, ...]:
        sessions = self.sessions_on(day)
        if not sessions:
            raise ValueError(f"Ngày {day:%d/%m/%Y} không phải ngày làm việc.")
        return sessions

    def _nearest_working_day(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_DAYS):
            day += step
            if self.is_working_day(day):
                return day
        raise too_long()

    def _moment_in_day(self, day: date, minutes: int) -> datetime:
        for session in self.sessions_on(day):
            if minutes <= session.minutes:
                return vietnam_moment(day, session.start) + timedelta(minutes=minutes)
            minutes -= session.minutes
        raise ValueError(f"Ngày {day:%d/%m/%Y} không đủ {minutes} phút làm việc.")

    def _minutes_done(self, moment: datetime) -> int:
        return sum(session.minutes_before(moment.time()) for session in self.sessions_on(moment.date()))

    def _minutes_since_new_year(self, moment: datetime) -> int:
        day_index = moment.timetuple().tm_yday - 1
        return self._minutes_by_day(moment.year)[day_index] + self._minutes_done(moment)

    def _minutes_by_day(self, year: int) -> list[int]:
        """Running total of working minutes before each day of the year; the last item is the year's total.

        Kept per year because dashboards ask for spans of months over thousands of dossiers.
        """
        if year not in self._years:
            first, last = date(year, 1, 1), date(year, 12, 31)
            days = (first + ONE_DAY * n for n in range((last - first).days + 1))
            self._years[year] = list(accumulate(map(self.working_minutes_on, days), initial=0))
        return self._years[year]

    @cached_property
    def _years(self) -> dict[int, list[int]]:
        return {}


def too_long() -> ValueError:
    """The error for a limit beyond what any procedure has."""
    return ValueError("Thời hạn quá dài: hệ thống tính tối đa 3.660 ngày.")
