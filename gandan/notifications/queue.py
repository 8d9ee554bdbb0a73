"""Draining the queue: hand over, collect, note, as fast as the suppliers' rates allow."""

from __future__ import annotations

import time
from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from . import actions
from .cases import usable_suppliers
from .sending import Sender

LONGEST_SECONDS = 50.0
MOST_AT_SUPPLIERS = 200
TICK_SECONDS = 0.1


class Rates:
    """Messages each supplier may get: so many a second, saved up for one second."""

    def __init__(self, names: Iterable[str], per_second: int) -> None:
        self._per_second = float(per_second)
        self._left = dict.fromkeys(names, self._per_second)
        self._at = time.monotonic()

    def room(self) -> dict[str, int]:
        now = time.monotonic()
        gained, self._at = (now - self._at) * self._per_second, now
        self._left = {name: min(self._per_second, left + gained) for name, left in self._left.items()}
        return {name: int(left) for name, left in self._left.items()}

    def spend(self, before: dict[str, int], after: dict[str, int]) -> None:
        for name, had in before.items():
            self._left[name] -= had - after[name]


def drain(*, seconds: float = LONGEST_SECONDS) -> bool:
    """Until nothing is due or the time is over (True: there is more)."""
    names = [name for group in usable_suppliers().values() for name in group]
    rates, end = Rates(names, settings.NOTICE_RATE), time.monotonic() + seconds
    with Sender() as sender:
        while True:
            is_over = time.monotonic() >= end
            handed = 0 if is_over else _hand_over(rates, sender)
            answers = sender.collect(TICK_SECONDS)
            if answers:
                actions.note_answers(answers, now=timezone.now())
            elif not handed and not sender.busy:
                if is_over or not _is_waiting():
                    return is_over and _is_waiting()
                time.sleep(TICK_SECONDS)


def _hand_over(rates: Rates, sender: Sender) -> int:
    """How many were handed to the threads."""
    if sender.busy >= MOST_AT_SUPPLIERS:
        return 0
    before = rates.room()
    after = dict(before)
    handings = actions.hand_over(now=timezone.now(), room=after)
    rates.spend(before, after)
    sender.send(handings)
    return len(handings)


def _is_waiting() -> bool:
    from .models import Notice

    return Notice.objects.due(timezone.now()).exists()
