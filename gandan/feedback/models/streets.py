"""Rounds of the streets: business households, what was seen and promised there (S3.4, S3.5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Count, F, Q

from gandan.core.fields import SealedText
from gandan.core.storage import sealed_storage
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

REPEAT_MONTHS, REPEATS = 12, 2


class RoundKind(models.TextChoices):
    HOUSEHOLDS = "households", "Tiếp xúc hộ kinh doanh"
    ORDER = "order", "Kiểm tra trật tự đô thị"


class Street(models.Model):
    """A street or lane of a commune."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="streets")
    name = models.CharField(max_length=120)
    hamlet = models.ForeignKey(Hamlet, models.SET_NULL, null=True, blank=True, related_name="+")
    officer = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", help_text="of the area")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="street_once")]

    def __str__(self) -> str:
        return self.name


class HouseholdQuerySet(models.QuerySet["Household"]):
    def of(self, commune: Agency) -> HouseholdQuerySet:
        return self.filter(street__agency=commune)

    def with_findings(self, today: date) -> HouseholdQuerySet:
        """`finding_count`: findings of the last twelve months that were not turned away."""
        since = today - timedelta(days=365 * REPEAT_MONTHS // 12)
        counted = Q(findings__received_at__date__gte=since) & ~Q(findings__status__in=("refused", "spam"))
        told: dict[str, Any] = {"finding_count": Count("findings", filter=counted)}
        return self.annotate(**told)

    def repeat_offenders(self, today: date) -> HouseholdQuerySet:
        """Most findings first."""
        often: dict[str, Any] = {"finding_count__gte": REPEATS}
        return self.with_findings(today).filter(**often).order_by(F("finding_count").desc(), "name")


class Household(models.Model):
    """A business household at an address of a street."""

    finding_count: int

    street = models.ForeignKey(Street, models.PROTECT, related_name="households")
    number = models.CharField(max_length=40, help_text="of the house")
    name = models.CharField(max_length=120, help_text="of the shop")
    business = models.CharField(max_length=120, blank=True)
    owner = SealedText(blank=True, default="")
    phone = SealedText(blank=True, default="")
    is_open = models.BooleanField(default=True, help_text="false: closed down")

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        ordering = ["street", "number"]
        constraints = [models.UniqueConstraint(fields=["street", "number", "name"], name="household_once")]

    def __str__(self) -> str:
        return f"{self.name}, {self.number} {self.street}"


class StreetRound(models.Model):
    """One walk along a street, from a day on until it is closed."""

    street = models.ForeignKey(Street, models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=10, choices=RoundKind)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["street", "kind"], condition=Q(closed_at__isnull=True), name="one_running_round"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.street}"


class Contact(models.Model):
    """One household met, or not at home, in a round."""

    round = models.ForeignKey(StreetRound, models.CASCADE, related_name="contacts")
    household = models.ForeignKey(Household, models.PROTECT, related_name="contacts")
    is_met = models.BooleanField(default=True, help_text="false: came, nobody there; does not count as covered")
    note = models.CharField(max_length=500, blank=True)
    commitment = models.CharField(max_length=500, blank=True, help_text="what the household promised")
    commitment_by = models.DateField(null=True)
    is_kept = models.BooleanField(null=True, help_text="the commitment, seen at a later look")
    photo = models.FileField(upload_to="feedback/%Y/%m/", storage=sealed_storage, blank=True)
    photo_type = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "household"], name="one_contact_a_round")]
