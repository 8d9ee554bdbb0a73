"""Server-sent events for the officer's list: who may listen, what is told."""

from __future__ import annotations

from http.cookies import SimpleCookie
from importlib import import_module

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest

from gandan.core.streams import STILL_HERE, Hub, Receive, Scope, Send, answer, stream
from gandan.hall.live import Boards
from gandan.people.models import User
from gandan.people.offices import office_of
from gandan.people.second_factor import has_second_factor

CHANNEL = "gandan_dossier"
CHANGED = b"event: changed\ndata: {}\n\n"


class Live:
    """The ASGI application: the officer's list, and the boards of the hall."""

    def __init__(self) -> None:
        self.hub = Hub(CHANNEL)
        self.boards = Boards()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live_and_die(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/live/healthz":
            await answer(send, 200, b"ok")
        elif scope["type"] == "http" and scope["path"] == "/live/office":
            await self._office(scope, receive, send)
        elif scope["type"] == "http" and self.boards.knows(scope["path"]):
            await self.boards(scope, receive, send)
        elif scope["type"] == "http":
            await answer(send, 404, b"")

    async def _live_and_die(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.hub.close()
                await self.boards.hub.close()
                await send({"type": "lifespan.shutdown.complete"})
                return
            await send({"type": "lifespan.startup.complete"})

    async def _office(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            await answer(send, 405, b"")
            return
        commune = await sync_to_async(commune_of_session, thread_sensitive=False)(_session_key(scope))
        if commune is None:
            await answer(send, 403, b"")
            return
        async with self.hub.bell(commune) as bell:
            await stream(bell, receive, send, _told)


async def _told(is_news: bool) -> bytes:  # noqa: FBT001  # the shape of `Told`
    return CHANGED if is_news else STILL_HERE


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
