"""Jobs of a worker that was killed are not lost."""

import pytest
from django.db import connection

from gandan.journal.jobs import rescue

pytestmark = pytest.mark.django_db


def job(status: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('reactions', 'x', '{}') RETURNING id"
        )
        (number,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, number])
    return int(number)


def status(number: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [number])
        return str(cursor.fetchone()[0])


def test_a_job_without_a_living_worker_goes_back_in_the_queue() -> None:
    stuck, waiting = job("doing"), job("todo")
    assert rescue() == 1
    assert (status(stuck), status(waiting)) == ("todo", "todo")


def test_a_job_of_a_living_worker_is_left_to_it() -> None:
    mine = job("doing")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        cursor.execute("UPDATE procrastinate_jobs SET worker_id = %s WHERE id = %s", [cursor.fetchone()[0], mine])
    assert rescue() == 0
    assert rescue(everything=True) == 1
    assert status(mine) == "todo"
