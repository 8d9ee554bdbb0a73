"""Print the whole wiring: which event wakes whom."""

from typing import Any

from django.core.management.base import BaseCommand

from gandan.journal.following import wiring


class Command(BaseCommand):
    help = "In mọi sự kiện và những việc theo sau."

    def handle(self, *_: Any, **__: Any) -> None:
        for event, followers in wiring():
            self.stdout.write(event)
            for follower in followers:
                self.stdout.write(f"    → {follower}")
