"""A history of many dossiers, day by day, into the database in one transaction. The same seed tells the same history."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from django.db import connection, transaction

from gandan.core.errors import RuleBroken
from gandan.places.calendar import vietnam_moment

from ..models import Channel, DaySequence, Dossier, Leg, Pause, Payment, Rating, Result
from .copying import quick_loading
from .life import GRAIN, Life, tell
from .rows import Book
from .world import Matter, Place, World, build_world

BATCH = 5_000
ONLINE, POST = 0.75, 0.03
SHARE_OF_A_DAY_OFF = 0.12
ONLINE_HOURS = (6 * 60, 22 * 60)
REBUILD_FROM = 20_000
FILLED = (Dossier, Leg, Pause, Payment, Result, Rating)
KEEP_SEQUENCE = """
INSERT INTO dossiers_daysequence (agency_id, day, last) SELECT * FROM unnest(%s::bigint[], %s::date[], %s::int[])
ON CONFLICT (agency_id, day) DO UPDATE SET last = greatest(dossiers_daysequence.last, excluded.last)
"""


@dataclass(frozen=True)
class Planted:
    """From the middle of the period on, a model changes the processing time in some communes: -0.30 is 30 % quicker."""

    model: str
    change: float
    communes: int


@dataclass(frozen=True)
class Plan:
    """What to tell: where, how many, until when. `dossiers_per_day` is the mean over all communes together."""

    province: str
    days: int
    dossiers_per_day: int
    seed: int
    now: datetime
    communes: int | None = None
    planted: Planted | None = None
    with_journal: bool = True

    @property
    def total(self) -> int:
        return self.days * self.dossiers_per_day

    @property
    def middle(self) -> datetime:
        """From then on a planted model works."""
        return self.now - timedelta(days=self.days / 2)


@dataclass(frozen=True)
class Told:
    """What was told: how many dossiers in how many communes, in seconds, and where the model was planted."""

    dossiers: int
    communes: int
    seconds: float
    planted: list[str]


def read_planted(text: str) -> Planted:
    """“S4.8:-0.30:20”. RuleBroken for anything else."""
    try:
        model, change, communes = text.split(":")
        planted = Planted(model, float(change), int(communes))
    except ValueError:
        raise RuleBroken(f"--plant cần dạng MÃ:-0.30:20, không phải “{text}”.") from None
    if not -0.9 <= planted.change <= 5 or planted.communes < 1:
        raise RuleBroken("--plant: mức thay đổi từ -0.9 đến 5, số xã từ 1 trở lên.")
    return planted


def simulate(plan: Plan, *, say: Callable[[str], None]) -> Told:
    """Open the communes, tell the history, write it."""
    if plan.days < 1 or plan.dossiers_per_day < 1 or (plan.communes is not None and plan.communes < 1):
        raise RuleBroken("Số ngày, số hồ sơ mỗi ngày và số xã phải từ 1 trở lên.")
    begun, chance = time.monotonic(), random.Random(plan.seed)
    with transaction.atomic():
        world = build_world(plan.province, communes=plan.communes, chance=chance, say=say)
        planted = _plant(plan, world, chance)
        is_large = plan.total >= REBUILD_FROM
        with quick_loading(without_indexes=FILLED if is_large else ()):
            _write(plan, world, chance, say)
            _keep_sequences(world)
            say("  Dựng lại chỉ mục …" if is_large else "  Đã ghi xong.")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Told(plan.total, len(world.places), time.monotonic() - begun, planted)


def _plant(plan: Plan, world: World, chance: random.Random) -> list[str]:
    if plan.planted is None:
        return []
    chosen = chance.sample(world.places, min(plan.planted.communes, len(world.places)))
    for place in chosen:
        place.is_planted = True
    return sorted(place.agency.code for place in chosen)


def _write(plan: Plan, world: World, chance: random.Random, say: Callable[[str], None]) -> None:
    book = Book(with_journal=plan.with_journal, chance=chance)
    begun = time.monotonic()
    for number, life in enumerate(_lives(plan, world, chance), start=1):
        book.write(life, chance.choice(world.applicants))
        if number % BATCH == 0:
            book.send()
            speed = number / (time.monotonic() - begun)
            say(f"  Hồ sơ: {number:,}/{plan.total:,} ({speed:,.0f}/giây)".replace(",", "."))
    book.send()


def _lives(plan: Plan, world: World, chance: random.Random) -> Iterator[Life]:
    first = plan.now.date() - timedelta(days=plan.days - 1)
    days = [first + timedelta(days=number) for number in range(plan.days)]
    places = list(accumulate(place.weight for place in world.places))
    matters = list(accumulate(matter.weight for matter in world.matters))
    _remember_numbers(world, first)
    for day, count in zip(days, _counts(plan, world, days), strict=True):
        for _ in range(count):
            place = chance.choices(world.places, cum_weights=places)[0]
            matter = chance.choices(world.matters, cum_weights=matters)[0]
            yield _live(plan, place, matter, _submission(place, matter, day, chance), chance)


def _live(plan: Plan, place: Place, matter: Matter, filed: tuple[str, datetime], chance: random.Random) -> Life:
    channel, at = filed
    at = min(at, plan.now.replace(minute=0, second=0, microsecond=0))
    is_quicker = plan.planted is not None and place.is_planted and at >= plan.middle
    pace = 1 + plan.planted.change if plan.planted is not None and is_quicker else 1.0
    return tell(Life(matter, place, channel, at, plan.now), pace=pace, chance=chance)


def _counts(plan: Plan, world: World, days: list[date]) -> list[int]:
    """The total shared among the days: days off have few."""
    calendar = world.places[0].reckoner.calendar
    weights = [1.0 if calendar.is_working_day(day) else SHARE_OF_A_DAY_OFF for day in days]
    whole = sum(weights)
    ends = [round(plan.total * part / whole) for part in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _submission(place: Place, matter: Matter, day: date, chance: random.Random) -> tuple[str, datetime]:
    """The channel and the moment, to a quarter of an hour."""
    calendar = place.reckoner.calendar
    channel = _channel(matter, chance) if calendar.is_working_day(day) else str(Channel.ONLINE)
    if channel == Channel.ONLINE:
        return channel, _moment_on(day, GRAIN * chance.randrange(ONLINE_HOURS[0] // GRAIN, ONLINE_HOURS[1] // GRAIN))
    session = chance.choice(calendar.sessions_on(day))
    begin = session.start.hour * 60 + session.start.minute
    return channel, _moment_on(day, begin + GRAIN * chance.randrange(session.minutes // GRAIN))


_midnights: dict[date, datetime] = {}


def _moment_on(day: date, minutes: int) -> datetime:
    midnight = _midnights.get(day)
    if midnight is None:
        midnight = _midnights[day] = vietnam_moment(day, datetime.min.time())
    return midnight + timedelta(minutes=minutes)


def _channel(matter: Matter, chance: random.Random) -> str:
    drawn = chance.random()
    wanted = Channel.ONLINE if drawn < ONLINE else Channel.POST if drawn < ONLINE + POST else Channel.COUNTER
    return str(wanted) if wanted in matter.channels else matter.channels[0]


def _remember_numbers(world: World, first: date) -> None:
    """Numbers of the day go on where real dossiers have stopped."""
    by_agency = {place.agency.pk: place for place in world.places}
    kept = DaySequence.objects.filter(agency__in=by_agency, day__gte=first)
    for agency_id, day, last in kept.values_list("agency_id", "day", "last"):
        by_agency[agency_id].numbers[day] = last


def _keep_sequences(world: World) -> None:
    rows = [(place.agency.pk, day, last) for place in world.places for day, last in place.numbers.items()]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(KEEP_SEQUENCE, [list(column) for column in zip(*rows, strict=True)])
