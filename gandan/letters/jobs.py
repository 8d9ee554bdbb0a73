"""What the clock does to letters: holidays ahead open the work on their greeting."""

from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.places.directory import serving_communes

from . import actions


@app.task(queue="clock")
def plan_greetings(timestamp: int) -> None:
    """Every morning."""
    for commune in serving_communes().values():
        actions.plan_greetings(commune, by=None, now=timezone.now())
