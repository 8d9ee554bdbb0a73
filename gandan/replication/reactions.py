"""Replication follows what units do with their models."""

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.reforms.events import AdoptionStarted

from . import actions
from .models import Designation


@follows(AdoptionStarted)
def start_designations(event: AdoptionStarted, entry: Entry) -> None:
    """The models a directive lists are under way as soon as one unit runs them."""
    for one in Designation.objects.filter(targets__adoption=event.adoption_id).select_related("directive"):
        actions.start_designation(one, by=entry.actor, now=entry.at)
