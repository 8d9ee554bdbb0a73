"""Speaking to suppliers from several threads. Knows no rows: takes handings, gives answers."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Lock

from django.db import connection
from django.utils import timezone

from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier

from .actions.delivering import Answer, Handing
from .suppliers import LEAST_ERRORS

logger = logging.getLogger(__name__)
THREADS = 16
NOT_ASKED = "Chưa giao: bên gửi này đang không trả lời."


class Breaker:
    """After so many faults in a row a supplier is not asked again until `REST_SECONDS` later, and then by one message."""

    REST_SECONDS = 30.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._faults: Counter[str] = Counter()
        self._closed_until: dict[str, float] = {}

    def lets(self, supplier: str) -> bool:
        with self._lock:
            if self._faults[supplier] < LEAST_ERRORS:
                return True
            if self._clock() < self._closed_until.get(supplier, 0):
                return False
            self._closed_until[supplier] = self._clock() + self.REST_SECONDS
            return True

    def note(self, supplier: str, *, is_well: bool) -> None:
        with self._lock:
            self._faults[supplier] = 0 if is_well else self._faults[supplier] + 1
            if not is_well:
                self._closed_until[supplier] = self._clock() + self.REST_SECONDS


class Sender:
    """Hands over in threads; `collect` gives what has been answered. A slow supplier holds up only its own messages."""

    def __init__(self, threads: int = THREADS) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="notices")
        self._running: set[Future[Answer]] = set()
        self._breaker = Breaker()

    def __enter__(self) -> Sender:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def busy(self) -> int:
        return len(self._running)

    def send(self, handings: list[Handing]) -> None:
        self._running |= {self._pool.submit(self._one, handing) for handing in handings}

    def collect(self, seconds: float) -> list[Answer]:
        """The answers that have come, waiting at most so long for the first."""
        if not self._running:
            return []
        done, _ = wait(self._running, timeout=seconds, return_when=FIRST_COMPLETED)
        self._running -= done
        return [future.result() for future in done]

    def _one(self, handing: Handing) -> Answer:
        if not self._breaker.lets(handing.supplier):
            return Answer(handing, "down", timezone.now(), reason=NOT_ASKED, was_asked=False)
        start = time.monotonic()
        try:
            answer = hand(handing)
        finally:
            connection.close()  # a carrier may have read its tokens in this thread
        self._breaker.note(handing.supplier, is_well=answer.outcome in ("accepted", "refused"))
        return Answer(
            handing, answer.outcome, timezone.now(), answer.reference, answer.reason, time.monotonic() - start
        )


def hand(handing: Handing) -> Answer:
    """Ask the supplier, in this thread. What goes wrong in no known way may have been taken, so it counts as unsure."""
    now = timezone.now()
    try:
        reference = carrier(handing.supplier).send(
            handing.to, handing.text, handing.key, template=handing.template, params=handing.params
        )
    except CarrierRefused as refused:
        return Answer(handing, "refused", now, reason=str(refused))
    except CarrierDown as down:
        return Answer(handing, "unsure" if getattr(down, "may_have_taken", False) else "down", now, reason=str(down))
    except Exception as error:
        logger.exception("Carrier %s failed", handing.supplier)
        return Answer(handing, "unsure", now, reason=type(error).__name__)
    return Answer(handing, "accepted", now, reference=reference)
