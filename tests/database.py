"""A pytest plugin, loaded before the settings: the embedded database of the tests, in var/test.

Set DATABASE_URL to test against another server. A cluster that is already running is used and left running.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("GANDAN_DATA", str(ROOT / "var" / "test"))
os.environ["GANDAN_LOG_LEVEL"] = "ERROR"

from gandan.core.cluster import Cluster  # noqa: E402  # the data folder must be set first

OTHERS_LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Threads of live servers and of races may still hold connections when a test database is to be dropped.

_held = ExitStack()
if not os.environ.get("DATABASE_URL"):
    _cluster = Cluster(Path(os.environ["GANDAN_DATA"]))
    _held.enter_context(_cluster.running(fsync="off", full_page_writes="off", synchronous_commit="off"))
    _cluster.ensure_database()


@pytest.hookimpl(wrapper=True)
def pytest_unconfigure() -> Iterator[None]:
    yield
    _held.close()
