"""Server-sent events of one process: streams grouped by a number (a commune), woken by NOTIFY of PostgreSQL.

One connection listens for all streams of a `Hub`; after a lost connection it listens again and tells everybody to look.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Told = Callable[[bool], Awaitable[bytes]]
"""What a stream says: after the bell rang (True), or at its start and as a sign of life (False)."""

HEARTBEAT_SECONDS = 20.0
LONGEST_STREAM_SECONDS = 900.0
LONGEST_PAUSE_SECONDS = 10.0
SETTLING_SECONDS = 0.3
STILL_HERE = b": \n\n"

logger = logging.getLogger(__name__)


class Hub:
    """The streams of this process by commune, fed by one connection that listens on `channel`.

    `on_ring(commune)` is called before the bells ring: what was kept of that commune is out of date.
    """

    def __init__(self, channel: str, on_ring: Callable[[int], None] = lambda commune: None) -> None:
        self._channel, self._on_ring = channel, on_ring
        self._bells: dict[int, set[asyncio.Event]] = {}
        self._listener: asyncio.Task[None] | None = None
        self._is_ready = asyncio.Event()

    @contextlib.asynccontextmanager
    async def bell(self, commune: int) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever something of the commune changes."""
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen_forever())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._is_ready.wait(), timeout=LONGEST_PAUSE_SECONDS)
        bell = asyncio.Event()
        self._bells.setdefault(commune, set()).add(bell)
        try:
            yield bell
        finally:
            self._bells[commune].discard(bell)

    async def close(self) -> None:
        if self._listener is not None:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener

    async def _listen_forever(self) -> None:
        """Listen; after a lost connection wait a growing moment, listen again, and tell everybody to look."""
        pause = 0.2
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(_address(), autocommit=True) as listening:
                    await listening.execute(f"LISTEN {self._channel}")
                    self._is_ready.set()
                    self._ring(*self._bells)
                    pause = 0.2
                    async for notice in listening.notifies():
                        self._ring(int(notice.payload))
            except psycopg.OperationalError as lost:
                logger.warning("live: %s", lost)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _ring(self, *communes: int) -> None:
        for commune in communes:
            self._on_ring(commune)
            for bell in self._bells.get(commune, ()):
                bell.set()


def _address() -> str:
    here = connections["default"].settings_dict
    parts = {"host": here["HOST"], "port": here["PORT"], "dbname": here["NAME"], "user": here["USER"]}
    given = {name: str(value) for name, value in parts.items() if value}
    return psycopg.conninfo.make_conninfo(**given, password=here["PASSWORD"] or None)


async def stream(bell: asyncio.Event, receive: Receive, send: Send, told: Told) -> None:
    """Speak at every ring until the browser leaves or the stream is old; between rings a sign of life."""
    more = {"content-type": "text/event-stream", "x-accel-buffering": "no"}
    await send({"type": "http.response.start", "status": 200, "headers": _headers(more)})
    await send(_part(await told(False)))  # noqa: FBT003  # said by its name in `Told`
    gone = asyncio.create_task(_until_gone(receive))
    end = asyncio.get_running_loop().time() + LONGEST_STREAM_SECONDS
    try:
        while not gone.done() and asyncio.get_running_loop().time() < end:
            await send(_part(await told(await _rung(bell, gone))))
    finally:
        gone.cancel()
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _rung(bell: asyncio.Event, gone: asyncio.Task[None]) -> bool:
    """Wait for the bell, the next heartbeat or the end; changes close together are told once."""
    ringing = asyncio.create_task(bell.wait())
    await asyncio.wait({ringing, gone}, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    if not bell.is_set():
        ringing.cancel()
        return False
    await asyncio.sleep(SETTLING_SECONDS)
    bell.clear()
    return True


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def answer(send: Send, status: int, body: bytes) -> None:
    headers = _headers({"content-type": "text/plain; charset=utf-8"})
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _part(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}


def _headers(more: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Only the pages of this installation may read the stream, with their session."""
    shared = {
        "access-control-allow-origin": settings.PUBLIC_URL,
        "access-control-allow-credentials": "true",
        "vary": "Origin",
        "cache-control": "no-store",
    }
    return [(name.encode(), value.encode()) for name, value in {**shared, **more}.items()]
