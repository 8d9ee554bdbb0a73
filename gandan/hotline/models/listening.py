"""Who asked to hear a recording, why, who allowed it, who heard it, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.people.models import Role, User
from gandan.people.offices import Office

from ..workflow import LOOKS, MAY_HEAR, STEPS, ListeningStatus
from .calls import Recording


class Verdict(models.TextChoices):
    """What the recording says of the complaint."""

    TRUE = "true", "Đúng phản ánh"
    UNTRUE = "untrue", "Không đúng phản ánh"


class ListeningQuerySet(models.QuerySet["Listening"]):
    def seen_by(self, office: Office) -> ListeningQuerySet:
        """Leaders see every request of the commune, others their own."""
        rows = self.filter(recording__call__commune=office.commune)
        return rows if office.holds(Role.LEADER) else rows.filter(asked_by=office.user)


class Listening(Stepping):
    """One request about one recording."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="listenings")
    status = models.CharField(max_length=9, choices=ListeningStatus, default=ListeningStatus.ASKED)
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=300, blank=True, help_text="why refused")
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)
    conclusion = models.CharField(max_length=1000, blank=True)
    concluded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    concluded_at = models.DateTimeField(null=True)

    objects = ListeningQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "asked_by"], condition=Q(status__in=("asked", "approved", "heard")),
                name="one_open_listening",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return "Yêu cầu nghe lại"

    @property
    def look(self) -> str:
        return LOOKS[ListeningStatus(self.status)]

    @property
    def is_open_to_hear(self) -> bool:
        return self.status in MAY_HEAR


class Hearing(models.Model):
    """Each time the recording was opened."""

    listening = models.ForeignKey(Listening, models.CASCADE, related_name="hearings")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
