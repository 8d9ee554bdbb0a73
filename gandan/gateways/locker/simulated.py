"""A cabinet without a cabinet: its doors stand in a file of the outbox folder, so that every process sees the same."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from .door import Door
from .failing import LockerFailed

Doors = dict[str, dict[str, Any]]


class SimulatedLocker:
    """`put`, `take` play the hands; `jam` breaks a lock until `mend`."""

    def __init__(self, name: str) -> None:
        self.file = Path(settings.OUTBOX_DIR) / "lockers" / f"{name}.json"

    def open(self, number: int) -> None:
        with self._doors() as doors:
            door = doors.setdefault(str(number), {})
            if door.get("is_jammed"):
                raise LockerFailed(f"Khóa ngăn {number:02d} bị kẹt.")
            door["is_open"] = True

    def close(self, number: int) -> None:
        self._set(number, is_open=False)

    def states(self) -> dict[int, Door]:
        with self._doors() as doors:
            return {
                int(number): Door(bool(one.get("is_open")), bool(one.get("is_occupied")))
                for number, one in doors.items()
            }

    def put(self, number: int) -> None:
        self._set(number, is_occupied=True, is_open=False)

    def take(self, number: int) -> None:
        self._set(number, is_occupied=False, is_open=False)

    def jam(self, number: int) -> None:
        self._set(number, is_jammed=True)

    def mend(self, number: int) -> None:
        self._set(number, is_jammed=False)

    def _set(self, number: int, **facts: bool) -> None:
        with self._doors() as doors:
            doors.setdefault(str(number), {}).update(facts)

    @contextmanager
    def _doors(self) -> Iterator[Doors]:
        """Read and written back under a lock; nothing is written when the body raises."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self.file.open("a+", encoding="utf-8") as opened:
                fcntl.flock(opened, fcntl.LOCK_EX)
                opened.seek(0)
                doors: Doors = json.loads(opened.read() or "{}")
                yield doors
                opened.seek(0)
                opened.truncate()
                json.dump(doors, opened)
        except OSError as error:
            raise LockerFailed(f"Không mở được tủ thử: {error.strerror}.") from error
