"""What the clock does for people."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import actions


@app.task(queue="nightly")
def forget_codes(timestamp: int) -> None:
    actions.forget_codes(now=timezone.now())
