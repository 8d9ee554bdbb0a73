"""The report as it was handed in."""

from __future__ import annotations

from django.db import models

from gandan.measures.periods import Period, between
from gandan.people.models import User
from gandan.places.models import Agency


class FrozenReport(models.Model):
    """A report of an agency and a period, closed and fingerprinted: later changes of dossiers do not change it."""

    name = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    start = models.DateField()
    end = models.DateField()
    data = models.JSONField()
    sha256 = models.CharField(max_length=64)
    frozen_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-end", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "name", "start", "end"], name="frozen_once"),
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="frozen_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.period.label}"

    @property
    def period(self) -> Period:
        return between(self.start, self.end)
