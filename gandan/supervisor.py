"""Keeps everything of one installation running: embedded PostgreSQL, migrations, web, live streams, worker.

A process that ends is started again with a growing pause; SIGTERM or Ctrl-C stops all of them, database last.
"""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

LONGEST_PAUSE = 20.0
SETTLED_AFTER = 30.0


class ClusterBusy(Exception):
    """Something else serves the same data folder or port."""


def say(text: str) -> None:
    print(text, flush=True)


@contextlib.contextmanager
def database_for_a_command(*, migrated: bool = True) -> Iterator[None]:
    """The database answers inside the block: the running one, or the embedded one for the command's own duration."""
    from django.conf import settings

    if settings.DATABASE_URL:
        yield
        return
    cluster = settings.CLUSTER
    with cluster.running():
        cluster.ensure_database()
        _forget_password_of_before()
        if migrated:
            migrate_if_needed()
        yield


def _forget_password_of_before() -> None:
    """Settings were read before the cluster existed: give Django the password that was made meanwhile."""
    from django.conf import settings
    from django.db import connections

    connections.settings["default"]["PASSWORD"] = settings.CLUSTER.password
    connections["default"].settings_dict["PASSWORD"] = settings.CLUSTER.password


def _fingerprint(base: Path) -> str:
    """Changes whenever a migration or a shipped data file does."""
    files = sorted([*base.glob("gandan/*/migrations/0*.py"), *base.glob("gandan/*/data/**/*.*")])
    facts = "".join(f"{file.relative_to(base)}{file.stat().st_size}{file.stat().st_mtime_ns}" for file in files)
    return hashlib.sha256(facts.encode()).hexdigest()


def _once(mark: str, say_first: str, work: Callable[[], object]) -> None:
    """Do the work unless it was done since migrations and shipped data last changed: loading Django alone costs a second."""
    from django.conf import settings

    stamp: Path = settings.DATA_DIR / mark
    now = _fingerprint(settings.BASE_DIR)
    if stamp.exists() and stamp.read_text() == now:
        return
    import django

    say(say_first)
    django.setup()
    work()
    stamp.write_text(now)


def migrate_if_needed() -> None:
    """Bring tables and shipped data up to date."""
    from django.core.management import call_command

    def work() -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("foundation", verbosity=0)

    _once("migrated", "  Cơ sở dữ liệu: cập nhật bảng và dữ liệu nền …", work)


def load_demonstration_if_needed() -> None:
    from django.core.management import call_command

    _once("demonstrated", "  Dữ liệu trình diễn: chín xã, một năm hồ sơ mẫu (nửa phút) …", lambda: call_command("demo"))


@dataclass
class Child:
    """One process to keep running."""

    name: str
    start: Callable[[], "subprocess.Popen[bytes]"]
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    pause: float = 0.5
    due_at: float = 0.0

    def launch(self) -> None:
        self.process = self.start()
        self.started_at = time.monotonic()

    def watch(self) -> None:
        """Start again what has ended, each time after a longer pause unless it had settled."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is None:
            if now - self.started_at > SETTLED_AFTER:
                self.pause = 0.5
            return
        if self.process is not None:
            say(f"  {self.name} đã dừng (mã {self.process.returncode}), khởi động lại sau {self.pause:.1f} giây")
            self.process, self.due_at = None, now + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
        if now >= self.due_at:
            self._try()

    def _try(self) -> None:
        from gandan.core.cluster import ClusterFailed

        try:
            self.launch()
        except (ClusterFailed, OSError) as error:
            say(f"  {self.name}: {error}")
            self.due_at = time.monotonic() + self.pause

    def stop(self) -> None:
        from gandan.core.cluster import stop

        if self.process is None:
            return
        if self.name == "PostgreSQL":
            stop(self.process)
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=5)


@dataclass
class Supervisor:
    """Children in the order they start; they stop in the opposite order."""

    children: list[Child] = field(default_factory=list)
    is_stopping: bool = False

    def stop_on_signals(self) -> None:
        signal.signal(signal.SIGTERM, self._ask_to_stop)
        signal.signal(signal.SIGINT, self._ask_to_stop)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.is_stopping = True

    def add(self, name: str, start: Callable[[], "subprocess.Popen[bytes]"]) -> None:
        child = Child(name, start)
        child.launch()
        self.children.append(child)

    def run(self) -> None:
        while not self.is_stopping:
            for child in self.children:
                child.watch()
            time.sleep(0.2)

    def stop(self) -> None:
        for child in reversed(self.children):
            child.stop()


def python_child(*arguments: str, **environment: str) -> Callable[[], "subprocess.Popen[bytes]"]:
    """A child that runs `python -m …` with our environment and its own session, so that Ctrl-C reaches only us."""

    def start() -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", *arguments], env={**os.environ, **environment}, start_new_session=True
        )

    return start


def add_serve_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=int(os.environ.get("GANDAN_PORT", "8000")))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2, help="số tiến trình phục vụ trang")
    parser.add_argument("--demo", action="store_true", help="nạp xã Chí Minh và người dùng thử")


def serve_from(arguments: list[str]) -> None:
    """`gandan serve …` without loading Django first: the processes it starts load it themselves."""
    parser = ArgumentParser(prog="gandan serve", description="Chạy toàn bộ. Ctrl-C để dừng.")
    add_serve_arguments(parser)
    told = parser.parse_args(arguments)
    serve(host=told.host, port=told.port, workers=told.workers, is_demo=told.demo)


def serve(*, host: str, port: int, workers: int, is_demo: bool) -> None:
    """Run everything until asked to stop."""
    from django.conf import settings

    os.environ.setdefault("GANDAN_PUBLIC_URL", f"http://localhost:{port}")
    os.environ.setdefault("GANDAN_LIVE_URL", f"http://localhost:{port + 1}")
    supervisor = Supervisor()
    supervisor.stop_on_signals()
    try:
        if not settings.DATABASE_URL:
            _serve_database(supervisor)
        migrate_if_needed()
        if is_demo:
            os.environ["GANDAN_DEMO"] = "1"
            load_demonstration_if_needed()
        supervisor.add("Trang web", python_child(*_web(host, port, workers)))
        _wait_until_ready(host, port)
        supervisor.add("Luồng trực tiếp", python_child(*_live(host, port + 1)))
        supervisor.add("Việc nền", python_child("gandan.cli", "worker", "--alone"))
        _welcome(port, is_demo=is_demo)
        supervisor.run()
    finally:
        say("  Đang dừng …")
        supervisor.stop()


def _serve_database(supervisor: Supervisor) -> None:
    from django.conf import settings

    cluster = settings.CLUSTER
    if cluster.exists() and cluster.is_answering():
        raise ClusterBusy(f"Thư mục dữ liệu {settings.DATA_DIR} đang được một tiến trình khác phục vụ.")
    if not cluster.exists():
        say("  Cơ sở dữ liệu: tạo mới …")
    supervisor.add("PostgreSQL", cluster.launch)
    cluster.ensure_database()
    _forget_password_of_before()


def _web(host: str, port: int, workers: int) -> list[str]:
    return [
        "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers),
        "--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--respawn-failed-workers", "gandan.wsgi:application",
    ]  # fmt: skip


def _live(host: str, port: int) -> list[str]:
    return [
        "granian", "--interface", "asginl", "--host", host, "--port", str(port), "--workers", "1", "--no-ws",
        "--log-level", "warning", "gandan.asgi:application",
    ]  # fmt: skip


def _wait_until_ready(host: str, port: int, seconds: float = 30) -> None:
    from urllib.error import URLError
    from urllib.request import urlopen

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urlopen(f"http://{host}:{port}/healthz", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise ClusterBusy(f"Trang web không trả lời ở cổng {port} sau {seconds:.0f} giây.")


def _welcome(port: int, *, is_demo: bool) -> None:
    say(f"\n  Gần Dân đang chạy: http://localhost:{port}/\n")
    if not is_demo:
        return
    from gandan.portal.demonstration import PASSWORD, PEOPLE

    say(f"  Cán bộ đăng nhập tại http://localhost:{port}/dang-nhap/can-bo/  (mật khẩu chung: {PASSWORD})")
    for person in PEOPLE:
        say(f"    {person.username:<12} {person.title}")
    say(f"  Người dân đăng nhập bằng số điện thoại bất kỳ; mã hiện ở http://localhost:{port}/hop-thu-thu/")
    say("  Ctrl-C để dừng.\n")
