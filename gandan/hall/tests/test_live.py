"""The stream of the boards: the state at once, a call within a second, one reading for all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import MutableMapping
from time import monotonic
from typing import Any

import pytest
from asgiref import testing
from asgiref.sync import sync_to_async
from django.db import connection
from django.utils import timezone

from gandan.hall import actions, live
from gandan.hall.live import Boards
from gandan.hall.showing import board_of
from gandan.hall.tests import make
from gandan.hall.tests.test_board import serve

Communicator: Any = testing.ApplicationCommunicator
"""Untyped in asgiref."""

pytestmark = pytest.mark.django_db(transaction=True)


def scope(code: str, method: str = "GET") -> MutableMapping[str, Any]:
    return {"type": "http", "method": method, "path": f"/live/goi-so/{code}", "headers": []}


async def state_of(heard: Any, seconds: float = 5) -> dict[str, Any]:
    body = (await heard.receive_output(seconds))["body"].decode()
    return dict(json.loads(body.split("data: ", 1)[1]))


def test_a_call_is_shown_within_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: make.at(30))
    serve()
    counter, minh = make.open_counter(3)
    make.ticket(0)
    read: list[object] = []

    def counting(*told: Any) -> Any:
        read.append(told)
        return board_of(*told)

    monkeypatch.setattr(live, "board_of", counting)

    async def story() -> None:
        app = Boards()
        boards = [Communicator(app, scope("11131")) for _ in range(5)]
        for heard in boards:
            assert (await heard.receive_output(5))["status"] == 200
            assert (await state_of(heard))["calls"] == []
        begun, before = monotonic(), len(read)
        await sync_to_async(call)(counter, minh)
        for heard in boards:
            assert (await state_of(heard))["calls"][0]["number"] == "001"
        assert monotonic() - begun < 1
        assert len(read) - before == 1, "read once, told to all"
        for heard in boards:
            await heard.send_input({"type": "http.disconnect"})
            await heard.wait(5)
        await app.hub.close()

    asyncio.run(story())


def call(counter: Any, minh: Any) -> None:
    actions.call_next(counter, by=minh, now=make.at(10))
    connection.close()


@pytest.mark.parametrize(("code", "method", "status"), [("99999", "GET", 404), ("11131", "POST", 405)])
def test_what_is_no_board(code: str, method: str, status: int) -> None:
    serve()

    async def story() -> int:
        heard = Communicator(Boards(), scope(code, method))
        return int((await heard.receive_output(5))["status"])

    assert asyncio.run(story()) == status
