"""How much memory one live process takes with so many boards connected, and how soon a call reaches all of them.

    .venv/bin/python -m bench.hall_streams --live http://127.0.0.1:8001 --code 11131 --connections 300

Loopback only, at most 1,000 connections. The call is made by hand (`--call`: rings the bell of the commune through
PostgreSQL, as a call does), so that nothing of the commune is changed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from pathlib import Path
from urllib.parse import urlsplit

MOST = 1000
SETTLE_SECONDS = 3.0


async def connect(host: str, port: int, path: str) -> asyncio.StreamReader:
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n\r\n".encode())
    await writer.drain()
    await reader.readuntil(b"event: board")
    return reader


def resident_megabytes(port: int) -> list[tuple[int, float]]:
    """Process ids and resident megabytes of the live processes that were started for this port."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="ignore")
            if "gandan.asgi" in command and f"\0{port}\0" in command:
                pages = int((folder / "statm").read_text().split()[1])
                found.append((int(folder.name), pages * os.sysconf("SC_PAGE_SIZE") / 2**20))
        except OSError:
            continue
    return sorted(found)


def ring(code: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
    django.setup()
    from django.db import connection

    from gandan.places.models import Agency

    with connection.cursor() as cursor:
        agency = Agency.objects.get(code=code)
        cursor.execute("SELECT pg_notify('gandan_hall', %s)", [str(agency.pk)])


async def heard(reader: asyncio.StreamReader, since: float) -> float:
    await reader.readuntil(b"event: board")
    return time.monotonic() - since


async def measure(live: str, code: str, connections: int, *, is_called: bool) -> None:
    where = urlsplit(live)
    host, port = where.hostname or "127.0.0.1", where.port or 80
    if host not in ("127.0.0.1", "localhost") or not 0 < connections <= MOST:
        raise SystemExit("Loopback only, at most 1,000 connections.")
    print("before", resident_megabytes(port))
    readers = []
    for _ in range(connections):
        readers.append(await connect(host, port, f"/live/goi-so/{code}"))
    await asyncio.sleep(SETTLE_SECONDS)
    print(f"with {connections} boards", resident_megabytes(port))
    if is_called:
        since = time.monotonic()
        waiting = [asyncio.create_task(heard(reader, since)) for reader in readers]
        await asyncio.to_thread(ring, code)
        begun = time.monotonic() - since
        took = await asyncio.gather(*waiting)
        print(f"rung after {begun:.3f} s; heard: median {statistics.median(took):.3f} s, last {max(took):.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--live", default="http://127.0.0.1:8001")
    parser.add_argument("--code", default="11131")
    parser.add_argument("--connections", type=int, default=300)
    parser.add_argument("--call", action="store_true")
    told = parser.parse_args()
    asyncio.run(measure(told.live, told.code, told.connections, is_called=told.call))


if __name__ == "__main__":
    main()
