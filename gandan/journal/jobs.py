"""The journal's job: let one follower react to one entry."""

from django.db import InterfaceError, OperationalError, connection, transaction
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


@app.task(queue="reactions")
async def rescue_stalled(timestamp: int) -> None:
    """Jobs of a worker that was killed are given to the next one (procrastinate leaves them “doing”)."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=60):
        await app.job_manager.retry_job(job)
