"""Kill -9 of worker, web and database during a stream of submissions: whatever was acknowledged is there afterwards.

The product runs as people run it (`gandan serve`), in a data folder of its own.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import psycopg
import pytest

from gandan.core.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent.parent
VISITORS, SECONDS, EACH_AT_LEAST = 4, 10.0, 3
VICTIMS = (("gandan.cli worker", 1.5), ("gandan.wsgi", 3.5), ("postgres", 6.0))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Serving:
    """One running installation."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"
    token: str = ""

    def ask(self, path: str, body: dict[str, Any] | None = None, key: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", "Idempotency-Key": key}
        data = json.dumps(body).encode() if body is not None else None
        request = Request(f"http://127.0.0.1:{self.port}{path}", data=data, headers=headers)
        with urlopen(request, timeout=10) as answer:
            found: dict[str, Any] = json.loads(answer.read())
            return found

    def pids(self, mark: str) -> list[int]:
        """Processes below the supervisor whose command line carries `mark`."""
        listed = subprocess.run(
            ["ps", "-ww", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        ).stdout
        rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
        parents = {int(pid): int(parent) for pid, parent, _ in rows}
        return [int(pid) for pid, _, args in rows if mark in args and self._is_mine(int(pid), parents)]

    def _is_mine(self, pid: int, parents: dict[int, int]) -> bool:
        while pid > 1 and pid != self.process.pid:
            pid = parents.get(pid, 1)
        return pid == self.process.pid


@pytest.fixture(scope="module")
def serving() -> Iterator[Serving]:
    folder = ROOT / "var" / "faults"
    shutil.rmtree(folder, ignore_errors=True)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "GANDAN_DATA": str(folder)
    }
    port = free_port()
    manage(environment, "demo", "--people-only")
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    running = Serving(folder, port, process)
    wait_until_ready(running)
    running.token = manage(environment, "token", "motcua").split()[-1]
    yield running
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=40) == 0
    shutil.rmtree(folder, ignore_errors=True)


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def wait_until_ready(running: Serving, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert running.process.poll() is None, "gandan serve ended by itself"
        try:
            running.ask("/healthz")
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError("not ready")


@dataclass
class Visitor:
    """Files dossiers one after another; a lost answer is asked for again with the same key."""

    running: Serving
    until: float
    acknowledged: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def run(self) -> None:
        while time.monotonic() < self.until or len(self.acknowledged) < EACH_AT_LEAST:
            self._file(str(uuid.uuid4()))

    def _file(self, key: str) -> None:
        body = {
            "procedure": "2.000815", "applicant": {"name": "Nguyễn Thị Hạnh", "phone": "0912345118"}, "answers": {},
            "channel": "online",
        }  # fmt: skip
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                answer = self.running.ask("/api/v1/dossiers", body, key)
            except HTTPError as error:
                if error.code < 500:
                    self.refused.append(error.read().decode())
                    return
            except (URLError, OSError, ValueError):
                pass
            else:
                self.acknowledged[key] = str(answer["code"])
                return
            time.sleep(0.3)
        self.refused.append(f"{key}: no answer in a minute")


@pytest.mark.fault
def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(serving: Serving) -> None:
    visitors = [Visitor(serving, time.monotonic() + SECONDS) for _ in range(VISITORS)]
    threads = [threading.Thread(target=visitor.run) for visitor in visitors]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for mark, after in VICTIMS:
        time.sleep(max(0.0, begun + after - time.monotonic()))
        kill_one(serving, mark)
    for thread in threads:
        thread.join()

    assert [line for visitor in visitors for line in visitor.refused] == []
    codes = [code for visitor in visitors for code in visitor.acknowledged.values()]
    assert len(set(codes)) == len(codes) >= VISITORS * EACH_AT_LEAST
    wait_until_ready(serving)
    assert_everything_is_there(serving, set(codes))


def kill_one(serving: Serving, mark: str) -> None:
    pids = serving.pids(mark)
    assert pids, f"no process {mark} to kill"
    os.kill(pids[-1] if mark == "gandan.wsgi" else pids[0], signal.SIGKILL)


FILED = """
SELECT d.code, count(DISTINCT e.id) FROM dossiers_dossier d
LEFT JOIN journal_entry e ON e.kind = 'DossierSubmitted' AND (e.data->>'dossier_id')::bigint = d.id
WHERE d.code = ANY(%s) GROUP BY d.code
"""
TOLD = """
SELECT count(DISTINCT f.entry_id), count(*) FROM journal_followed f JOIN journal_entry e ON e.id = f.entry_id
JOIN dossiers_dossier d ON (e.data->>'dossier_id')::bigint = d.id
WHERE e.kind = 'DossierSubmitted' AND d.code = ANY(%s) AND f.follower = 'notifications.tell_submitted'
"""


def assert_everything_is_there(serving: Serving, codes: set[str]) -> None:
    with psycopg.connect(Cluster(serving.folder).url(), autocommit=True) as connection:
        filed: dict[str, int] = dict(connection.execute(FILED, [list(codes)]).fetchall())
        assert set(filed) == codes
        assert set(filed.values()) == {1}
        end = time.monotonic() + 90
        told: tuple[int, int] = (0, 0)
        while time.monotonic() < end and told[0] < len(codes):
            told = connection.execute(TOLD, [list(codes)]).fetchone() or (0, 0)
            time.sleep(0.5)
        assert told == (len(codes), len(codes)), "each acknowledged dossier was told, once"
