"""A hall that is alive: a morning gone by, people waiting now, appointments of this week. No chance in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import localdate, localtime

from gandan.booking import actions as booking
from gandan.booking import offers
from gandan.booking.actions.booking import Wish as Asked
from gandan.booking.models import Appointment, Source
from gandan.booking.programmes import EXTRA_HOURS, VISITS, WEDDING
from gandan.catalog.models import Procedure
from gandan.hall import actions as hall
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Counter, Priority, Ticket, Zone
from gandan.people.models import User
from gandan.places.calendar import Calendar, vietnam_moment
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on

SEATS = {1: "motcua", 2: "chuyenvien", 4: "vanthu"}
SELF_COUNTER = 4
PROCEDURES = ("2.000815", "1.001193", "1.004873", "1.000894", "2.000884", "1.004222")
YEARS = (1958, 1994, 1971, 2001, 1949, 1983, 1966, 1998, 1979)
MINUTES = (9, 12, 7, 14, 8, 11)
EVERY, LASTS, BEFORE = 3, 80, 45
"""Minutes between two arrivals; how long today lasts already, and how long an earlier morning is."""
DAYS_BEFORE, WEEKS_BEFORE = 1, 6
HELD = 8
"""The number that went to fetch a paper today."""
WEEK = [
    {"weekday": day, "from": start, "to": end}
    for day in range(5)
    for start, end in (("06:00", "07:30"), ("17:00", "19:00"))
]
OFFICE = [
    {"weekday": day, "from": start, "to": end}
    for day in range(5)
    for start, end in (("08:00", "11:00"), ("14:00", "16:00"))
]
PROGRAMMES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("age_zones", "Phân luồng theo độ tuổi", {}),
    ("peer_group", "Mỗi người một tay", {}),
    (EXTRA_HOURS, "Đặt lịch làm việc ngoài giờ", {
        "windows": [*WEEK, {"weekday": 5, "from": "07:30", "to": "11:30"}], "matters": "Chứng thực\nXác nhận chữ ký",
        "needs_leader": True,
    }),
    (VISITS, "Đặt lịch đến Trung tâm", {"windows": OFFICE}),
    (WEDDING, "Trao Giấy chứng nhận kết hôn", {}),
)  # fmt: skip
BOOKED = (
    (VISITS, "Vũ Thị Lan", 0), (VISITS, "Bùi Thị Mận", 7), (EXTRA_HOURS, "Trịnh Văn Hùng", 1), (VISITS, "Ngô Thanh Bình", 22),
    (EXTRA_HOURS, "Mai Quốc Việt", 6), (EXTRA_HOURS, "Lê Thị Ngoan", 11), (WEDDING, "Phạm Thu Hà", 0),
    (VISITS, "Đỗ Văn Thắng", 41),
)  # fmt: skip
"""Service, who comes, which of the free hours."""


@dataclass
class Hall:
    """The counters with somebody at each, and who is served until when."""

    agency: Agency
    seats: list[tuple[Counter, User]]
    procedures: list[Procedure]
    drawer: User
    until: dict[int, datetime] = field(default_factory=dict)
    at: dict[int, Ticket] = field(default_factory=dict)
    drawn: int = 0

    def draw(self, now: datetime) -> None:
        year = YEARS[self.drawn % len(YEARS)]
        is_old = now.year - year >= 60
        hall.draw(
            self.agency,
            Wish(
                procedures=[self.procedures[self.drawn % len(self.procedures)]], birth_year=year, has_papers=self.drawn % 4 != 3,
                priority=Priority.ELDERLY if is_old else Priority.NONE,
                priority_reason=f"Thẻ căn cước: sinh năm {year}" if is_old else "",
            ),
            by=self.drawer, now=now,
        )  # fmt: skip
        self.drawn += 1

    def serve(self, counter: Counter, officer: User, now: datetime) -> None:
        """One minute at a counter: end what is done, begin with whoever has walked there, call the next."""
        ticket = self.at.get(counter.pk)
        if ticket is not None and ticket.served_at is None:
            hall.start_serving(ticket, by=officer, now=now)
            self.until[counter.pk] = now + timedelta(minutes=MINUTES[ticket.number % len(MINUTES)])
            return
        if ticket is not None and now >= self.until[counter.pk]:
            (hall.hold if ticket.number == HELD else hall.finish)(ticket, by=officer, now=now)
            self.at.pop(counter.pk)
        if counter.pk not in self.at:
            called = hall.call_next(counter, by=officer, now=now)
            if called is not None:
                self.at[counter.pk] = called

    def minutes(self, start: datetime, count: int) -> None:
        for minute in range(count):
            now = start + timedelta(minutes=minute)
            if minute % EVERY == 0:
                self.draw(now)
            for counter, officer in self.seats:
                self.serve(counter, officer, now)

    def empty(self, now: datetime) -> None:
        """The end of a morning: whoever stands at a counter is done, the rest is called by others of the story no more."""
        for counter, officer in self.seats:
            ticket = self.at.pop(counter.pk, None)
            if ticket is not None:
                hall.finish(ticket, by=officer, now=now)
        for ticket in Ticket.objects.of(self.agency, localdate(now)).waiting():
            hall.leave(ticket, by=self.drawer, now=now)


def tell_hall(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """Programmes of the hall six weeks old, a morning gone by, this one in full swing, eight appointments."""
    begun = now - timedelta(weeks=WEEKS_BEFORE)
    for kind, name, parameters in PROGRAMMES:
        switch = Switch(kind=kind, agency=commune, name=name, parameters=parameters, since=localdate(begun))
        switch_on(switch, by=people["lanhdao"], now=begun)
    hall.keep_counter(commune, number=SELF_COUNTER, zone=Zone.SELF_SERVICE)
    _mornings(commune, people, now)
    _appointments(commune, people, now)


def _mornings(commune: Agency, people: Mapping[str, User], now: datetime) -> None:
    codes = {one.code: one for one in Procedure.objects.filter(code__in=PROCEDURES)}
    counters = {one.number: one for one in Counter.objects.filter(agency=commune)}
    seats = [(counters[number], people[username]) for number, username in SEATS.items()]
    story = Hall(commune, seats, [codes[code] for code in PROCEDURES if code in codes], people["motcua"])
    today = localdate(now)
    for start in _earlier(calendar_of(commune), today):
        _open(story, start)
        story.minutes(start, BEFORE)
        story.empty(start + timedelta(minutes=BEFORE))
    midnight = vietnam_moment(today, time())
    start = max(now - timedelta(minutes=LASTS), midnight)
    _open(story, start)
    story.minutes(start, int((now - start) / timedelta(minutes=1)))


def _earlier(calendar: Calendar, today: date) -> list[datetime]:
    """Eight o'clock of the last working days, oldest first."""
    days: list[date] = []
    for _ in range(DAYS_BEFORE):
        days.insert(0, calendar.previous_working_day(days[0] if days else today))
    return [vietnam_moment(day, time(8)) for day in days]


def _open(story: Hall, now: datetime) -> None:
    for counter, officer in story.seats:
        hall.open_counter(counter, by=officer, now=now)


def _appointments(commune: Agency, people: Mapping[str, User], now: datetime) -> None:
    """Booked yesterday by telephone; those of extra hours wait for the leader, but for the first."""
    made_at, birth = now - timedelta(hours=20), Procedure.objects.filter(code="1.001193").first()
    rules = {one.kind: one for one in offers.services(commune, localdate(made_at))}
    for number, (kind, name, place) in enumerate(BOOKED):
        slots = [slot for day in offers.free_days(commune, rules[kind], made_at) for slot in day.slots]
        asked = Asked(
            programme_id=rules[kind].programme_id, starts_at=slots[place].starts_at, name=name, phone=f"0912345{300 + number}",
            matter="Chứng thực" if kind == EXTRA_HOURS else "", procedure=birth if kind == VISITS else None, source=Source.PHONE,
        )  # fmt: skip
        _follow(booking.book(commune, asked, by=people["motcua"], now=made_at), people, now, is_first=number == 2)


def _follow(one: Appointment, people: Mapping[str, User], now: datetime, *, is_first: bool) -> None:
    if is_first:
        booking.assign_officer(one, officer=people["chuyenvien"], by=people["lanhdao"], now=localtime(one.made_at))
    if one.ends_at <= now and one.service != EXTRA_HOURS:
        booking.close_appointment(one, by=people["motcua"], now=one.ends_at)
