"""What was told once everything has settled."""

from gandan.journal.tests.settle import settle
from gandan.notifications.models import Notice


def told(event: str) -> list[str]:
    """Subjects, oldest first."""
    settle()
    return [one.subject for one in Notice.objects.filter(event=event).order_by("pk")]


def names(event: str) -> list[str]:
    settle()
    return [one.name for one in Notice.objects.filter(event=event).order_by("pk")]
