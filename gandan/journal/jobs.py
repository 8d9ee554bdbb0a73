"""The journal's job: let one follower react to one entry."""

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .events import Event
from .following import reaction_named
from .models import Entry, Followed


@app.task(queue="reactions", retry=RetryStrategy(max_attempts=12, exponential_wait=3))
def react(entry_id: int, follower: str) -> None:
    """Effects in the database happen once: they share a transaction with the `Followed` mark."""
    try:
        with transaction.atomic():
            _, is_first = Followed.objects.get_or_create(entry_id=entry_id, follower=follower)
            if is_first:
                entry = Entry.objects.get(pk=entry_id)
                reaction_named(follower)(Event.kinds[entry.kind].from_data(entry.data), entry)
    except (OperationalError, InterfaceError):
        connection.close()  # the database was restarted: the retry opens a fresh connection
        raise


STUCK = """
SELECT job.id FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (%(everything)s OR worker.id IS NULL
    OR worker.last_heartbeat < now() - interval '30 seconds'
    OR (SELECT max(at) FROM procrastinate_events WHERE job_id = job.id AND type = 'started') < now() - interval '10 minutes')
"""


def rescue(*, everything: bool = False) -> int:
    """Give stuck jobs to the next worker: those of a killed worker, and those whose end could not be written.

    `everything`: nobody else is at work, so every job that claims to be done right now is stuck.
    """
    with connection.cursor() as cursor:
        cursor.execute(STUCK, {"everything": everything})
        stuck = [number for (number,) in cursor.fetchall()]
    for number in stuck:
        app.job_manager.retry_job_by_id(number, retry_at=timezone.now())
    return len(stuck)


@app.task(queue="reactions")
def rescue_stalled(timestamp: int) -> None:
    rescue()
