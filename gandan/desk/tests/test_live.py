"""Live lists: who may listen, what is told, what happens when the database restarts."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from asgiref import testing
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection
from django.test import Client

from gandan.core import streams
from gandan.desk import live
from gandan.desk.live import Live
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make, office

Communicator: Any = testing.ApplicationCommunicator
"""Untyped in asgiref."""

pytestmark = pytest.mark.django_db(transaction=True)


def scope(path: str, session: str = "") -> MutableMapping[str, Any]:
    headers = [(b"cookie", f"{settings.SESSION_COOKIE_NAME}={session}".encode())] if session else []
    return {"type": "http", "method": "GET", "path": path, "headers": headers}


def session_of(browser: Client) -> str:
    return str(browser.cookies[settings.SESSION_COOKIE_NAME].value)


async def status_of(path: str, session: str = "") -> int:
    heard = Communicator(Live(), scope(path, session))
    return int((await heard.receive_output(5))["status"])


def test_it_works() -> None:
    """Minh listens; a dossier of the commune changes; the list is told, and nothing else is."""
    dossier = make.dossier()
    session = session_of(office.at_desk(office.minh()))

    async def story() -> None:
        app = Live()
        heard = Communicator(app, scope("/live/office", session))
        begun = await heard.receive_output(5)
        assert begun["status"] == 200
        assert dict(begun["headers"])[b"access-control-allow-origin"] == settings.PUBLIC_URL.encode()
        assert (await heard.receive_output(5))["body"] == streams.STILL_HERE
        await sync_to_async(_touch)(dossier)
        assert (await heard.receive_output(5))["body"] == live.CHANGED
        await heard.send_input({"type": "http.disconnect"})
        await heard.wait(5)
        await app.hub.close()

    asyncio.run(story())


def _touch(dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(changed_at=make.MONDAY)
    connection.close()


def test_another_commune_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make.dossier()
    session = session_of(office.at_desk(office.binh()))
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.5)

    async def story() -> None:
        app = Live()
        heard = Communicator(app, scope("/live/office", session))
        await heard.receive_output(5)
        await asyncio.sleep(0.5)
        await sync_to_async(_touch)(dossier)
        bodies = [(await heard.receive_output(5))["body"] for _ in range(4)]
        assert set(bodies) == {streams.STILL_HERE}
        await heard.send_input({"type": "http.disconnect"})
        await heard.wait(5)
        await app.hub.close()

    asyncio.run(story())


def test_it_listens_again_after_its_connection_was_lost() -> None:
    dossier = make.dossier()
    session = session_of(office.at_desk(office.minh()))

    async def story() -> None:
        app = Live()
        heard = Communicator(app, scope("/live/office", session))
        for _ in range(2):
            await heard.receive_output(5)
        await sync_to_async(_cut_listeners)()
        assert (await heard.receive_output(10))["body"] == live.CHANGED, "told to look after the gap"
        await sync_to_async(_touch)(dossier)
        assert (await heard.receive_output(5))["body"] == live.CHANGED
        await heard.send_input({"type": "http.disconnect"})
        await heard.wait(5)
        await app.hub.close()

    asyncio.run(story())


def _cut_listeners() -> None:
    """As a restart of the database would."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND query ILIKE 'LISTEN%' AND pid <> pg_backend_pid()"
        )
    connection.close()


@pytest.mark.parametrize("session", ["", "khong-co-that"])
def test_strangers_hear_nothing(session: str) -> None:
    assert asyncio.run(status_of("/live/office", session)) == 403


def test_citizens_hear_nothing() -> None:
    session = session_of(office.at_desk(make.citizen()))
    assert asyncio.run(status_of("/live/office", session)) == 403


def test_a_session_without_its_second_factor_hears_nothing() -> None:
    minh = office.minh()
    minh.needs_second_factor = True
    minh.save()
    assert asyncio.run(status_of("/live/office", session_of(office.at_desk(minh)))) == 403


def test_health_and_unknown_addresses() -> None:
    assert asyncio.run(status_of("/live/healthz")) == 200
    assert asyncio.run(status_of("/live/khac")) == 404
