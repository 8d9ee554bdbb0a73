"""The processes of a run: a database of its own, the server, and what the kernel says about it."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
KIB = 1024
BLOCKING_THREADS = 4


class BenchFailed(Exception):
    """Something the benchmark stands on did not work; the message is for the person at the terminal."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass(frozen=True)
class Site:
    """A database and a data folder that exist only for this run."""

    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """A command of the product, or a module of the benchmark."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise BenchFailed(f"{' '.join(arguments)}: {(done.stderr or done.stdout).strip()[-600:]}")
        return done.stdout


@contextlib.contextmanager
def temporary_site(server: str) -> Iterator[Site]:
    """`server` is a libpq connection string of a role that may create databases; the database is dropped at the end."""
    import psycopg
    from psycopg import sql
    from psycopg.conninfo import make_conninfo

    name = f"gandan_bench_{secrets.token_hex(4)}"
    with (
        tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder,
        psycopg.connect(server, autocommit=True) as admin,
    ):
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        url = make_conninfo(server, dbname=name)
        environment = {**os.environ, "DATABASE_URL": url, "GANDAN_DATA": folder, "PYTHONPATH": str(ROOT)}
        try:
            yield Site(environment)
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@dataclass
class Server:
    """granian with our application, reached on the loopback only."""

    process: subprocess.Popen[bytes]
    port: int

    def workers(self) -> list[int]:
        return [pid for pid in _children(self.process.pid) if b"resource_tracker" not in _command_line(pid)]

    def cpu_seconds(self) -> float:
        """CPU time used by the web workers so far (nanosecond counters of their threads)."""
        return sum(_cpu_seconds(pid) for pid in self.workers())

    def rss_mib(self) -> float:
        """Resident memory of the largest worker."""
        return max(_rss_kib(pid) for pid in self.workers()) / KIB


@contextlib.contextmanager
def serving(site: Site, *, workers: int) -> Iterator[Server]:
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers",
        str(workers), "--blocking-threads", str(BLOCKING_THREADS), "--no-ws", "--log-level", "error", "bench.server:application",
    ]  # fmt: skip
    process = subprocess.Popen(command, cwd=ROOT, env=site.environment, start_new_session=True)
    try:
        wait_until_ready(port, process)
        yield Server(process, port)
    finally:
        _stop(process)


def wait_until_ready(port: int, process: subprocess.Popen[bytes], seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise BenchFailed(f"Máy chủ dừng ngay khi khởi động (mã {process.returncode}).")
        with contextlib.suppress(URLError, OSError), urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return
        time.sleep(0.02)
    raise BenchFailed(f"Máy chủ không trả lời sau {seconds:.0f} giây.")


def seconds_to_serve(data: Path) -> float:
    """From the command `gandan serve` to the first answer of /healthz; everything is stopped again."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "GANDAN_DATA")}
    command = [sys.executable, "-m", "gandan.cli", "serve", "--port", str(port), "--data", str(data)]
    begun = time.monotonic()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_until_ready(port, process)
        return time.monotonic() - begun
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=10)


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in found.read_text().split()] if found.exists() else _children_by_parent(pid)


def _children_by_parent(pid: int) -> list[int]:
    children = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                children.append(int(stat.parent.name))
    return children


def _command_line(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _cpu_seconds(pid: int) -> float:
    threads = list(Path(f"/proc/{pid}/task").glob("*/schedstat"))
    if threads:
        return sum(int(one.read_text().split()[0]) for one in threads) / 1e9
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _rss_kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
