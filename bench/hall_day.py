"""A simulated day of a ward's hall under four orders: who waits how long, and who overtakes whom.

Arrivals with a morning and an afternoon peak, one in six with a priority of the law, three in ten with an appointment,
six counters, a lunch break. The same people come under every order; only the choice of the next one differs.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gandan.hall.ordering import Bounds, Waiting, order, overtaken_by

from .table import percentile

OPENING = datetime(2026, 11, 23, 7, 30)  # noqa: DTZ001  # a day of the simulation, in no place
COUNTERS, DAYS, PEOPLE = 6, 30, (150, 180)
LUNCH, AFTERNOON, LAST = 240.0, 330.0, 545.0
"""Minutes after opening: the lunch break begins and ends, the last arrival."""
PRIORITY, BOOKED = 0.16, 0.30
WALK = 0.7
Choose = Callable[[Sequence[Waiting], datetime], Waiting]


@dataclass(frozen=True)
class Person:
    """Somebody who comes: arrival, booked moment, priority, minutes of service."""

    id: int
    arrived_at: datetime
    booked_for: datetime | None
    is_priority: bool
    minutes: float

    def as_waiting(self, overtaken: int) -> Waiting:
        return Waiting(self.id, self.arrived_at, self.is_priority, self.booked_for, overtaken)


@dataclass(frozen=True)
class Served:
    """How long a person waited from the turn, and by how many of a later turn overtaken."""

    person: Person
    waited: float
    overtaken: int


def people_of(seed: int) -> list[Person]:
    chance = random.Random(seed)  # a simulation
    count = chance.randint(*PEOPLE)
    return sorted((_person(number, chance) for number in range(count)), key=lambda one: one.arrived_at)


def _person(number: int, chance: random.Random) -> Person:
    peaks = (chance.gauss(50, 30), chance.gauss(50, 30), chance.uniform(0, 230), chance.gauss(380, 35))
    minute = min(max(chance.choice((*peaks, chance.uniform(AFTERNOON, 540))), 0.0), LAST)
    if LUNCH - 5 < minute < AFTERNOON:
        minute = chance.uniform(0, 200)
    booked = None
    is_priority, is_booked = chance.random() < PRIORITY, chance.random() < BOOKED
    if is_booked:
        slot = round(minute / 15) * 15
        booked, minute = OPENING + timedelta(minutes=slot), max(0.0, slot + chance.gauss(-8, 7))
    minutes = max(2.0, chance.lognormvariate(2.1, 0.6))
    return Person(number, OPENING + timedelta(minutes=minute), booked, is_priority, minutes)


def ours(waiting: Sequence[Waiting], now: datetime) -> Waiting:
    return order(waiting, now, Bounds())[0]


def zms(waiting: Sequence[Waiting], now: datetime) -> Waiting:  # one shape for every order
    """Munich: priority, then arrival (the booked moment of an appointment), then number."""
    return min(waiting, key=lambda one: (not one.is_priority, one.booked_for or one.arrived_at, one.id))


def theq(waiting: Sequence[Waiting], now: datetime) -> Waiting:  # one shape for every order
    """British Columbia: priority 1 to 3, then check-in; appointments stand before walk-ins."""
    return min(waiting, key=lambda one: (0 if one.is_priority else 1 if one.booked_for else 2, one.arrived_at, one.id))


def novo(waiting: Sequence[Waiting], now: datetime) -> Waiting:  # one shape for every order
    """Novo SGA: appointments first, then the weight of the priority, then arrival."""
    return min(waiting, key=lambda one: (one.booked_for is None, not one.is_priority, one.booked_for or one.arrived_at))


ORDERS: dict[str, Choose] = {"Gần Dân": ours, "ZMS": zms, "TheQ": theq, "Novo SGA": novo}


def day(people: Sequence[Person], choose: Choose) -> list[Served]:
    """Everybody of the day served at `COUNTERS` counters, each choosing by `choose` whenever it becomes free."""
    free, line, coming = [OPENING] * COUNTERS, list[Person](), list(people)
    overtaken: dict[int, int] = {}
    served = []
    while coming or line:
        counter = min(range(COUNTERS), key=free.__getitem__)
        now = _after_lunch(free[counter])
        if not line:
            now = _after_lunch(max(now, coming[0].arrived_at))
        while coming and coming[0].arrived_at <= now:
            line.append(coming.pop(0))
        waiting = [one.as_waiting(overtaken.get(one.id, 0)) for one in line]
        chosen = choose(waiting, now)
        person = next(one for one in line if one.id == chosen.id)
        line.remove(person)
        for one in overtaken_by(replace(chosen, overtaken=0), waiting):
            overtaken[one.id] = overtaken.get(one.id, 0) + 1
        waited = max(0.0, (now - chosen.turn).total_seconds() / 60)
        served.append(Served(person, waited, overtaken.get(person.id, 0)))
        free[counter] = now + timedelta(minutes=person.minutes + WALK)
    return served


def _after_lunch(moment: datetime) -> datetime:
    minute = (moment - OPENING).total_seconds() / 60
    return OPENING + timedelta(minutes=AFTERNOON) if LUNCH <= minute < AFTERNOON else moment


@dataclass(frozen=True)
class Outcome:
    """One order over all days; minutes. `worst` is the mean over the days of the day's worst wait."""

    name: str
    mean: float
    p95: float
    worst: float
    priority_mean: float
    priority_p95: float
    priority_worst: float
    most_overtaken: int
    priority_days: tuple[tuple[float, ...], ...]
    """Waits of those with priority, day by day."""


def compare(days: int = DAYS) -> list[Outcome]:
    everybody = [people_of(seed) for seed in range(days)]
    return [_outcome(name, [day(people, choose) for people in everybody]) for name, choose in ORDERS.items()]


def _outcome(name: str, days: Sequence[Sequence[Served]]) -> Outcome:
    plain = [[one.waited for one in served if not one.person.is_priority] for served in days]
    first = [[one.waited for one in served if one.person.is_priority] for served in days]
    flat, flat_first = [x for one in plain for x in one], [x for one in first for x in one]
    return Outcome(
        name, statistics.mean(flat), percentile(flat, 0.95), statistics.mean(max(one) for one in plain),
        statistics.mean(flat_first), percentile(flat_first, 0.95), statistics.mean(max(one) for one in first if one),
        max(one.overtaken for served in days for one in served), tuple(tuple(one) for one in first),
    )  # fmt: skip


def chance(ours: Outcome, theirs: Outcome, *, tries: int = 400) -> float:
    """Half the width of the 95 % interval of the difference between two priority p95, days drawn again in pairs."""
    luck, days = random.Random(1), range(len(ours.priority_days))  # a bootstrap
    gaps = []
    for _ in range(tries):
        drawn = luck.choices(days, k=len(days))
        ours_p95, theirs_p95 = (
            percentile([x for day in drawn for x in one.priority_days[day]], 0.95) for one in (ours, theirs)
        )
        gaps.append(ours_p95 - theirs_p95)
    return (percentile(gaps, 0.975) - percentile(gaps, 0.025)) / 2
