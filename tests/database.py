"""A pytest plugin, loaded before the settings: the embedded database of the tests, in var/test.

Set DATABASE_URL to test against another server. A cluster that is already running is used and left running.

The migrations are run once, into a template; every test database is a copy of it, made in a second. The template bears
the digest of all migrations in its name, so a changed migration makes a new one.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("GANDAN_DATA", str(ROOT / "var" / "test"))
os.environ["GANDAN_LOG_LEVEL"] = "ERROR"

import psycopg  # noqa: E402  # the data folder must be set first

from gandan.core.cluster import Cluster  # noqa: E402

OTHERS_LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Threads of live servers and of races may still hold connections when a test database is to be dropped.

TEMPLATE = "gandan_migrated_"
MOST_TEMPLATES = 3


def _template_of(cluster: Cluster) -> str:
    name = TEMPLATE + _digest_of_migrations()
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(hashtext(%s))", [TEMPLATE])  # a second run waits for the first
        found = server.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid DESC", [f"{TEMPLATE}%"]
        )
        known = [row[0] for row in found]
        if name not in known:
            _migrate(cluster, server, name)
            for old in known[MOST_TEMPLATES - 1 :]:
                with suppress(psycopg.errors.ObjectInUse):  # somebody copies it: the next run will drop it
                    server.execute(f'DROP DATABASE IF EXISTS "{old}"')
    return name


def _digest_of_migrations() -> str:
    """Ours by content, those of packages by the locked versions."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for file in sorted((ROOT / "gandan").glob("*/migrations/*.py")):
        digest.update(f"{file.parent.parent.name}/{file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _migrate(cluster: Cluster, server: "psycopg.Connection[tuple[str]]", name: str) -> None:
    """Under a name of its own until it is whole."""
    making = f"gandan_making_{os.getpid()}"
    server.execute(f'CREATE DATABASE "{making}"')
    elsewhere = {**os.environ, "DATABASE_URL": cluster.url(making)}
    try:
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=elsewhere, check=True)
        server.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"')
    finally:
        server.execute(f'DROP DATABASE IF EXISTS "{making}"')


_held = ExitStack()
if not os.environ.get("DATABASE_URL"):
    _cluster = Cluster(Path(os.environ["GANDAN_DATA"]))
    _held.enter_context(_cluster.running(fsync="off", full_page_writes="off", synchronous_commit="off"))
    _cluster.ensure_database()
    _is_kept = "--reuse-db" in sys.argv and "--create-db" not in sys.argv
    if not _is_kept and "GANDAN_TEST_TEMPLATE" not in os.environ:  # a second process of the same run finds it made
        os.environ["GANDAN_TEST_TEMPLATE"] = _template_of(_cluster)


@pytest.hookimpl(wrapper=True)
def pytest_unconfigure() -> Iterator[None]:
    yield
    _held.close()
