"""Run inside a database of its own: fifty counters press “next” at the same moment, round after round. Tells JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
ROUNDS_A_DAY = 8
"""A real hall calls some hundred numbers a day: rounds are spread over days."""
SPARE, TRIES = 5, 200


def main(counters: int, rounds: int) -> None:
    django.setup()
    hall = _Hall(counters)
    told = [hall.round(number) for number in range(rounds)]
    times = [seconds for one in told for seconds in one["seconds"]]
    sys.stdout.write(
        json.dumps(
            {
                "doubles": sum(one["doubles"] for one in told), "skipped": sum(one["skipped"] for one in told),
                "idle": sum(one["idle"] for one in told), "calls": len(times), "seconds": times,
                "draw_cpu": hall.draw_cpu(),
            }
        )
    )  # fmt: skip


class _Hall:
    """A commune with counters, an officer at each."""

    def __init__(self, counters: int) -> None:
        from django.utils import timezone

        from gandan.hall import actions
        from gandan.people.models import User
        from gandan.places.models import Agency

        self.agency = Agency.objects.communes().order_by("code")[0]
        self.start = timezone.localtime().replace(hour=8, minute=0)
        self.seats = []
        for number in range(1, counters + 1):
            officer = User.objects.create_staff(f"bench-quay-{number}", full_name=f"Quầy {number}", agency=self.agency)
            counter = actions.keep_counter(self.agency, number=number)
            actions.open_counter(counter, by=officer, now=self.start)
            self.seats.append((counter, officer))

    def round(self, number: int) -> dict[str, Any]:
        """Draw a little more than there are counters, press everywhere at once; who was called twice, who was passed over."""
        from gandan.hall import actions
        from gandan.hall.actions.drawing import Wish

        now = self.start + timedelta(days=number // ROUNDS_A_DAY, minutes=number % ROUNDS_A_DAY)
        drawn = [
            actions.draw(self.agency, Wish(priority="elderly" if spot % 6 == 0 else ""), by=self.seats[0][1], now=now)
            for spot in range(len(self.seats) + SPARE)
        ]
        expected = {one.pk for one in sorted(drawn, key=lambda one: (not one.priority, one.pk))[: len(self.seats)]}
        called = self._press(now)
        pks = [ticket.pk for ticket, _ in called if ticket]
        for (ticket, _), (_, officer) in zip(called, self.seats, strict=True):
            if ticket:
                actions.finish(ticket, by=officer, now=now)
        for one in drawn:
            if one.pk not in pks:
                one.refresh_from_db()
                actions.leave(one, by=None, now=now)
        return {
            "doubles": len(pks) - len(set(pks)), "skipped": len(expected - set(pks)), "idle": len(called) - len(pks),
            "seconds": [seconds for _, seconds in called],
        }  # fmt: skip

    def _press(self, now: datetime) -> list[tuple[Any, float]]:
        from django.db import connection

        from gandan.hall import actions

        start = Barrier(len(self.seats))

        def press(seat: tuple[Any, Any]) -> tuple[Any, float]:
            try:
                connection.ensure_connection()
                start.wait(timeout=60)
                begun = time.perf_counter()
                ticket = actions.call_next(seat[0], by=seat[1], now=now)
                return ticket, time.perf_counter() - begun
            finally:
                connection.close()

        with ThreadPoolExecutor(len(self.seats)) as pool:
            return list(pool.map(press, self.seats))

    def draw_cpu(self) -> float:
        """CPU seconds of this process for one number, the mean of many."""
        from gandan.hall import actions
        from gandan.hall.actions.drawing import Wish

        now = self.start + timedelta(days=1000)
        begun = time.process_time()
        for _ in range(TRIES):
            actions.draw(self.agency, Wish(birth_year=1958), by=self.seats[0][1], now=now)
        return (time.process_time() - begun) / TRIES


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
