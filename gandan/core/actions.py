"""Verbs of the ground: counting tries."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from .models import TryCount

COUNT = """
INSERT INTO core_trycount (what, "window", count) VALUES (%s, %s, 1)
ON CONFLICT (what, "window") DO UPDATE SET count = core_trycount.count + 1 RETURNING count
"""


@transaction.atomic
def count_try(what: str, *, now: datetime, limit: int, per: timedelta) -> bool:
    """Count one more try in the current window of length `per`; true while no more than `limit` were made in it."""
    seconds = int(per.total_seconds())
    window = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=now.tzinfo)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [what, window])
        (count,) = cursor.fetchone()
    return int(count) <= limit


@transaction.atomic
def forget_tries(what: str) -> None:
    """It went well: the tries so far count no more."""
    TryCount.objects.filter(what=what).delete()
