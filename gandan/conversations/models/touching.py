"""A mark somewhere in the commune that opens a page by its topic (S2.10), and what happened there day by day."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from gandan.catalog.models import Procedure
from gandan.core.keys import new_key
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet


class Touchpoint(models.Model):
    """A QR poster or NFC tag: where it hangs, what its page says."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="touchpoints")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    name = models.CharField(max_length=120, help_text="“Bảng tin thôn 3”")
    hamlet = models.ForeignKey(Hamlet, models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=200, help_text="in words; stands in feedback sent from here")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    topic = models.CharField(max_length=160)
    body = models.TextField(help_text="what is to be known of the topic")
    field = models.CharField(max_length=120, blank=True, help_text="whose officer answers questions asked here")
    procedures = models.ManyToManyField(Procedure, blank=True, related_name="+")
    is_open = models.BooleanField(default=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "name"], name="touchpoint_name_once")]

    def __str__(self) -> str:
        return self.name


class TouchDay(models.Model):
    """One touchpoint on one day, in counts."""

    touchpoint = models.ForeignKey(Touchpoint, models.CASCADE, related_name="days")
    day = models.DateField()
    opened = models.PositiveIntegerField(default=0)
    asked = models.PositiveIntegerField(default=0)
    by_assistant = models.PositiveIntegerField(default=0, help_text="the first answer was enough, says the asker")
    by_officer = models.PositiveIntegerField(default=0, help_text="answered by a person")
    in_time = models.PositiveIntegerField(default=0, help_text="of these, within the working hours")
    feedback = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["touchpoint", "day"], name="touch_day_once")]


COUNTS = ("opened", "asked", "by_assistant", "by_officer", "in_time", "feedback")


def with_counts(points: QuerySet[Touchpoint]) -> QuerySet[Any]:
    """`n_opened`, `n_asked`, … of every day together, and `n_waiting` questions."""
    sums = {f"n_{one}": models.Sum(f"days__{one}", default=0) for one in COUNTS}
    waiting = (
        points.model._default_manager.filter(
            pk=models.OuterRef("pk"), threads__status__in=("open", "answering", "escalated")
        )
        .values("pk")
        .annotate(n=models.Count("threads"))
        .values("n")
    )
    told: QuerySet[Any] = points.annotate(**sums, n_waiting=Coalesce(models.Subquery(waiting), 0))
    return told
