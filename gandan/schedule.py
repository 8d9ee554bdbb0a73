"""What runs at which hour: the one list of (cron, job). Times are Asia/Ho_Chi_Minh on the worker's clock."""

from typing import Any

Schedule = tuple[tuple[str, str], ...]

SCHEDULE: Schedule = (
    ("*/5 * * * *", "gandan.journal.jobs.rescue_stalled"),
)


def arrange(app: Any) -> None:
    """Called by procrastinate when the apps are ready."""
    for cron, name in SCHEDULE:
        app.periodic(cron=cron, periodic_id=name)(app.tasks[name])
