"""How opinions are fetched: boxes that are opened, bodies and hamlets that are asked every week."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce

from gandan.core.fields import SealedText
from gandan.core.storage import sealed_storage
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

UNOPENED_DAYS = 7
"""A box unopened for longer warns (S1.7)."""


class OpinionBoxQuerySet(models.QuerySet["OpinionBox"]):
    def of(self, commune: Agency) -> OpinionBoxQuerySet:
        return self.filter(agency=commune)

    def with_last(self) -> OpinionBoxQuerySet:
        """`last_on`: the day it was last opened, or hung up."""
        told: dict[str, Any] = {"last_on": Coalesce(Max("openings__day"), F("installed_on"))}
        return self.annotate(**told)

    def unopened(self, today: date) -> OpinionBoxQuerySet:
        long_ago = today - timedelta(days=UNOPENED_DAYS)
        return self.with_last().filter(Q(("last_on__lt", long_ago)), is_used=True, installed_on__isnull=False)


class OpinionBox(models.Model):
    """Hòm thư góp ý: at the headquarters or in a hamlet."""

    last_on: date | None

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="opinion_boxes")
    hamlet = models.ForeignKey(
        Hamlet, models.PROTECT, null=True, blank=True, related_name="+", help_text="empty: headquarters"
    )
    place = models.CharField(max_length=160)
    install_by = models.DateField(null=True, blank=True)
    installed_on = models.DateField(null=True, blank=True)
    is_used = models.BooleanField(default=True)
    warned_for = models.DateField(null=True, editable=False, help_text="the last opening that was already warned about")

    objects = OpinionBoxQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "place"], name="box_place_once")]

    def __str__(self) -> str:
        return f"Hòm thư góp ý {self.place}"


class BoxOpening(models.Model):
    """Biên bản mở hòm thư: two persons, a photo, how many letters."""

    box = models.ForeignKey(OpinionBox, models.PROTECT, related_name="openings")
    day = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    witness = models.CharField(max_length=120, help_text="the second person who was there")
    letters_found = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=300, blank=True)
    photo = models.FileField(upload_to="feedback/%Y/%m/", storage=sealed_storage)
    photo_type = models.CharField(max_length=40)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"Biên bản mở {self.box}, {self.day:%d/%m/%Y}"


class WeeklySource(models.Model):
    """A body or hamlet that is asked every week (TC1.3.4)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="weekly_sources")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    person_name = models.CharField(max_length=120, blank=True)
    phone = SealedText(blank=True, default="")
    email = models.EmailField(blank=True)
    key = models.CharField(max_length=32, unique=True, help_text="of the form that is filled in without an account")
    is_used = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="weekly_source_once")]

    def __str__(self) -> str:
        return self.name


class WeeklyReturnQuerySet(models.QuerySet["WeeklyReturn"]):
    def of(self, commune: Agency) -> WeeklyReturnQuerySet:
        return self.filter(source__agency=commune)

    def come_in(self) -> WeeklyReturnQuerySet:
        return self.filter(answered_at__isnull=False)


class WeeklyReturn(models.Model):
    """One source in one week: its opinions, “không có ý kiến”, or nothing yet and a reminder."""

    source = models.ForeignKey(WeeklySource, models.CASCADE, related_name="returns")
    monday = models.DateField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: by the key")
    has_none = models.BooleanField(default=False, help_text="“không có ý kiến”")
    reminded_at = models.DateTimeField(null=True)

    objects = WeeklyReturnQuerySet.as_manager()

    class Meta:
        ordering = ["monday", "source"]
        constraints = [
            models.UniqueConstraint(fields=["source", "monday"], name="one_return_a_week"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=False) | Q(has_none=False), name="no_opinion_is_an_answer"
            ),
        ]  # fmt: skip


def monday_of(moment: date | datetime) -> date:
    """The Monday of the week of a Vietnamese day."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return day - timedelta(days=day.weekday())
