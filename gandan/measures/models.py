"""The period store: figures kept by month, so that a page of a hundred communes reads and does not reckon."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.db import models

from .scope import Figure


class PeriodKind(models.TextChoices):
    MONTH = "month", "Tháng"


class PeriodValueQuerySet(models.QuerySet["PeriodValue"]):
    def of_months(self, months: Iterable[date], *, kind: str = PeriodKind.MONTH) -> PeriodValueQuerySet:
        return self.filter(kind=kind, period__in=list(months))


class PeriodValue(models.Model):
    """One measure of one agency in one period, as reckoned at a moment. `period` is the first day of it."""

    measure = models.CharField(max_length=60)
    agency = models.ForeignKey("places.Agency", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=PeriodKind, default=PeriodKind.MONTH)
    period = models.DateField()
    value = models.FloatField(null=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    n = models.PositiveIntegerField(default=0)
    computed_at = models.DateTimeField()

    objects = PeriodValueQuerySet.as_manager()

    VALUES: ClassVar[list[str]] = ["value", "numerator", "denominator", "n", "computed_at"]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "period", "measure"], name="one_value_per_period")
        ]
        indexes = [models.Index(fields=["kind", "period", "measure"], name="value_of_period")]

    @property
    def figure(self) -> Figure:
        return Figure(self.value, self.numerator, self.denominator, self.n)
