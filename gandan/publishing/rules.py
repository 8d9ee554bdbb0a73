"""How many minutes of which hours a screen shows on a day: what a programme asks, else the screen's own hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.programmes.running import running

from .models import Screen
from .schedule import open_hours

LOOP = "led_loop"
MINUTES = 10


@dataclass(frozen=True)
class Rule:
    """`programme_id` None: nobody asks, so nothing is judged; the loop runs all the same."""

    hours: tuple[int, ...]
    minutes: int = MINUTES
    programme_id: int | None = None


def rule_of(screen: Screen, day: date) -> Rule:
    found = next(iter(running(LOOP, screen.agency, day)), None)
    own = open_hours(screen.opens_at, screen.closes_at)
    if found is None:
        return Rule(tuple(own))
    asked = open_hours(found.values["opens"] or screen.opens_at, found.values["closes"] or screen.closes_at)
    return Rule(tuple(hour for hour in own if hour in asked), found.values["minutes"], found.programme_id)
