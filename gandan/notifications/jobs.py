"""Draining the queue of notices."""

from procrastinate.contrib.django import app


@app.task(queue="messages", lock="notices")
def drain() -> None:
    """x"""
