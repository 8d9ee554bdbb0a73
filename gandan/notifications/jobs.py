"""What the worker does for notices."""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import queue


@app.task(queue="messages", lock="notices", retry=RetryStrategy(max_attempts=5, exponential_wait=3))
def drain() -> None:
    """One worker at a time, so that suppliers' rates hold; goes on in a new job when there is more than a minute of it."""
    if queue.drain():
        app.configure_task("gandan.notifications.jobs.drain").defer()


@app.task(queue="messages", lock="notices")
def look_at_clock(timestamp: int) -> None:
    """Every minute: rungs whose time is over, mornings after quiet hours, what a killed worker has left."""
    drain()
