"""Server-sent events for the officer's list: who may listen, what is told, and how the database tells it to us."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any

import psycopg
from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection, connections
from django.http import HttpRequest

from gandan.people.models import User
from gandan.people.offices import office_of
from gandan.people.second_factor import has_second_factor

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

CHANNEL = "gandan_dossier"
HEARTBEAT_SECONDS = 20.0
LONGEST_STREAM_SECONDS = 900.0
LONGEST_PAUSE_SECONDS = 10.0
SETTLING_SECONDS = 0.3
CHANGED, STILL_HERE = b"event: changed\ndata: {}\n\n", b": \n\n"

logger = logging.getLogger(__name__)


class Hub:
    """The streams of this process by commune, fed by one listening connection."""

    def __init__(self) -> None:
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
                    await listening.execute(f"LISTEN {CHANNEL}")
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
            for bell in self._bells.get(commune, ()):
                bell.set()


def _address() -> str:
    here = connections["default"].settings_dict
    parts = {"host": here["HOST"], "port": here["PORT"], "dbname": here["NAME"], "user": here["USER"]}
    given = {name: str(value) for name, value in parts.items() if value}
    return psycopg.conninfo.make_conninfo(**given, password=here["PASSWORD"] or None)


class Live:
    """The ASGI application."""

    def __init__(self) -> None:
        self.hub = Hub()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live_and_die(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/live/healthz":
            await _answer(send, 200, b"ok")
        elif scope["type"] == "http" and scope["path"] == "/live/office":
            await self._office(scope, receive, send)
        elif scope["type"] == "http":
            await _answer(send, 404, b"")

    async def _live_and_die(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.hub.close()
                await send({"type": "lifespan.shutdown.complete"})
                return
            await send({"type": "lifespan.startup.complete"})

    async def _office(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            await _answer(send, 405, b"")
            return
        commune = await sync_to_async(commune_of_session, thread_sensitive=False)(_session_key(scope))
        if commune is None:
            await _answer(send, 403, b"")
            return
        async with self.hub.bell(commune) as bell:
            await _stream(bell, receive, send)


async def _stream(bell: asyncio.Event, receive: Receive, send: Send) -> None:
    """Tell changes until the browser leaves, or until it should show its session again."""
    more = {"content-type": "text/event-stream", "x-accel-buffering": "no"}
    await send({"type": "http.response.start", "status": 200, "headers": _headers(more)})
    await send(_part(STILL_HERE))
    gone = asyncio.create_task(_until_gone(receive))
    end = asyncio.get_running_loop().time() + LONGEST_STREAM_SECONDS
    try:
        while not gone.done() and asyncio.get_running_loop().time() < end:
            await send(_part(CHANGED if await _rung(bell, gone) else STILL_HERE))
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


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = _headers({"content-type": "text/plain; charset=utf-8"})
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _session_key(scope: Scope) -> str:
    raw = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    cookies = SimpleCookie(raw.decode("latin-1"))
    found = cookies.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else ""


def commune_of_session(key: str) -> int | None:
    """The commune whose changes the owner of this session may hear of; the connection is given back at once."""
    if not key:
        return None
    try:
        request = HttpRequest()
        request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        user = get_user(request)
        if not isinstance(user, User) or not user.is_staff_member:
            return None
        request.user = user
        office = office_of(user)
        if office is None or office.commune is None or (user.needs_second_factor and not has_second_factor(request)):
            return None
        return office.commune.pk
    finally:
        connection.close()
