"""`settle()`: run what is due, as the worker would, inside the test's own transaction."""

from typing import Any

from django.db import connection
from procrastinate.contrib.django import app

DUE = """
SELECT id, task_name, args FROM procrastinate_jobs
WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now()) ORDER BY id LIMIT 1
"""


def settle(most: int = 500) -> int:
    """Run the waiting jobs, and those they defer, until nothing is due. Returns how many ran."""
    for done in range(most):
        job = _next()
        if job is None:
            return done
        number, name, arguments = job
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [number])
        app.tasks[name].func(**arguments)
    raise AssertionError(f"still not settled after {most} jobs")


def _next() -> tuple[int, str, dict[str, Any]] | None:
    with connection.cursor() as cursor:
        cursor.execute(DUE)
        row = cursor.fetchone()
    if row is None:
        return None
    import json

    return row[0], row[1], row[2] if isinstance(row[2], dict) else json.loads(row[2])
