"""Who must mend what, and a morning round that was forgotten."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.premises import events
from gandan.premises.models import Defect, OpeningDay

from ..actions import tell
from ..staff import colleagues, leader_of


def _tell_responsible(defect_id: int, *, event: str, entry: Entry) -> None:
    """Nobody named: the leader, who names somebody."""
    one = Defect.objects.select_related("agency", "responsible", "amenity", "item").get(pk=defect_id)
    person = one.responsible or leader_of(one.agency, localdate(entry.at))
    link = reverse("premises:defect", args=[one.pk])
    for to in colleagues([person], one.agency):
        tell(to, event=event, entry=entry, link=link, defect=one, due_on=one.due_on)


@follows(events.DefectAssigned)
def tell_defect_assigned(event: events.DefectAssigned, entry: Entry) -> None:
    _tell_responsible(event.defect_id, event="defect_assigned", entry=entry)


@follows(events.DefectReopened)
def tell_defect_reopened(event: events.DefectReopened, entry: Entry) -> None:
    _tell_responsible(event.defect_id, event="defect_reopened", entry=entry)


@follows(events.AmenitiesUnchecked)
def warn_of_unchecked_amenities(event: events.AmenitiesUnchecked, entry: Entry) -> None:
    day = OpeningDay.objects.select_related("agency").get(pk=entry.subject_id)
    for to in colleagues([leader_of(day.agency, event.day)], day.agency):
        tell(to, event="amenities_unchecked", entry=entry, link=reverse("premises:officer"), missing=event.missing)
