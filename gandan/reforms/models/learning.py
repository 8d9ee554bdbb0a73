"""Communes learn from each other: questions to the owner unit, visits, and how a model was made known."""

from __future__ import annotations

from django.db import models

from gandan.people.models import User
from gandan.places.models import Agency

from .registry import Reform


class Question(models.Model):
    """A question to the unit that owns a model; the answer stays on the model's page (S0.43)."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="questions")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="who asks")
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)


class VisitStatus(models.TextChoices):
    ASKED = "asked", "Chờ đơn vị nhận lời"
    AGREED = "agreed", "Đã nhận lời"
    DECLINED = "declined", "Chưa tiếp được"
    DONE = "done", "Đã học tập"


class Visit(models.Model):
    """A visit to learn a model where it runs."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="visits")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="who visits")
    host = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="who is visited")
    status = models.CharField(max_length=8, choices=VisitStatus, default=VisitStatus.ASKED)
    on = models.DateField()
    people = models.PositiveSmallIntegerField(default=1)
    purpose = models.TextField()
    result = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Launch(models.Model):
    """A model made known: ceremony, broadcast, article, page figures (S4.21)."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="launches")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    unit_name = models.CharField(max_length=160, blank=True)
    on = models.DateField(null=True)
    channel = models.CharField(max_length=160)
    title = models.CharField(max_length=300, blank=True)
    figures = models.JSONField(default=list, help_text='[{"label", "value"}] of the channel, e.g. followers')
    source = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
