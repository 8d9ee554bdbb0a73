"""Server-sent events for the boards of the hall: `/live/goi-so/<commune code>`, open to everybody, numbers only.

What a board shows is read once after a change and sent to every board of that commune, however many listen.
"""

from __future__ import annotations

import asyncio
import json
import re
from time import monotonic

from asgiref.sync import sync_to_async
from django.db import connection
from django.utils import timezone

from gandan.core.streams import Hub, Receive, Scope, Send, answer, stream
from gandan.places.models import Agency

from .showing import board_of

CHANNEL = "gandan_hall"
PATH = re.compile(r"/live/goi-so/([0-9A-Za-z-]{1,20})/?$")
STALE_SECONDS = 15.0
"""Waits grow without a call: what is kept longer is read again at the next sign of life."""


class Boards:
    """The streams of the boards of this process."""

    def __init__(self) -> None:
        self.hub = Hub(CHANNEL, on_ring=self._forget)
        self._kept: dict[int, tuple[float, asyncio.Task[bytes]]] = {}

    def knows(self, path: str) -> bool:
        return PATH.match(path) is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = PATH.match(scope["path"])
        agency = await sync_to_async(_serving, thread_sensitive=True)(found[1]) if found else None
        if agency is None or scope["method"] != "GET":
            await answer(send, 404 if agency is None else 405, b"")
            return

        async def told(is_news: bool) -> bytes:  # noqa: FBT001  # the whole board either way: a board that missed one shows the last
            return await self._state(agency)

        async with self.hub.bell(agency) as bell:
            await stream(bell, receive, send, told)

    async def _state(self, agency: int) -> bytes:
        """The board as it stands: read by the first who asks after a change, awaited by the others."""
        since, task = self._kept.get(agency, (0.0, None))
        if task is None or monotonic() - since > STALE_SECONDS or (task.done() and task.exception()):
            task = asyncio.create_task(_read(agency))
            self._kept[agency] = (monotonic(), task)
        return await asyncio.shield(task)

    def _forget(self, agency: int) -> None:
        self._kept.pop(agency, None)


async def _read(agency: int) -> bytes:
    told = await sync_to_async(_board, thread_sensitive=True)(agency)
    return b"retry: 2000\nevent: board\ndata: " + json.dumps(told, ensure_ascii=False).encode() + b"\n\n"


def _board(agency: int) -> dict[str, object]:
    try:
        return board_of(Agency.objects.get(pk=agency), timezone.now()).plain()
    finally:
        connection.close()


def _serving(code: str) -> int | None:
    try:
        return Agency.objects.communes().filter(code=code, is_serving=True).values_list("pk", flat=True).first()
    finally:
        connection.close()
