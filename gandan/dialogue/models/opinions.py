"""Opinions of a dialogue, a visit, a meeting; recommendations of a supervision round: a unit, a day, a public answer."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import OPINION_LOOKS, OPINION_STEPS, UNANSWERED, OpinionStatus
from .occasions import OPEN_TO_ALL, Occasion


class OpinionSource(models.TextChoices):
    BEFORE = "before", "gửi trước qua mạng"
    MEETING = "meeting", "nêu tại buổi"
    SPOT = "spot", "ghi tại thôn"


class Outcome(models.TextChoices):
    RESOLVED = "resolved", "Đã giải quyết"
    EXPLAINED = "explained", "Đã giải thích"
    REFERRED = "referred", "Đã chuyển nơi có thẩm quyền"


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def of(self, commune: Agency) -> OpinionQuerySet:
        return self.filter(occasion__commune=commune)

    def unanswered(self) -> OpinionQuerySet:
        return self.filter(status__in=UNANSWERED)

    def overdue(self, now: datetime) -> OpinionQuerySet:
        return self.unanswered().filter(due_at__lt=now)

    def for_all(self) -> OpinionQuerySet:
        """Told to the public: of public occasions, answered or planned. Never who raised them."""
        return self.filter(
            occasion__kind__in=OPEN_TO_ALL, status__in=(OpinionStatus.ANSWERED, OpinionStatus.PLANNED), is_private=False
        )


class Opinion(Stepping):
    """What somebody wished for or asked. The text is written for the public; who said it is sealed."""

    steps: ClassVar[tuple[Step, ...]] = OPINION_STEPS

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="opinions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=OpinionStatus, default=OpinionStatus.RAISED)
    source = models.CharField(max_length=8, choices=OpinionSource, default=OpinionSource.MEETING)
    press = models.CharField(max_length=40, blank=True)
    text = models.TextField(max_length=2000)
    name = SealedText(blank=True, default="")
    phone = SealedText(blank=True, default="")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, blank=True, related_name="+")
    is_private = models.BooleanField(default=False, help_text="names somebody: answered, not published")
    raised_at = models.DateTimeField()
    unit = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    assigned_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    working = models.JSONField(default=dict)
    plan = models.CharField(max_length=600, blank=True, help_text="how it will be resolved, when not yet")
    planned_until = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ["occasion", "number"]
        constraints = [
            models.UniqueConstraint(fields=["occasion", "number"], name="opinion_number_once"),
            models.UniqueConstraint(fields=["press"], condition=~Q(press=""), name="opinion_pressed_once"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Ý kiến {self.number}"

    @property
    def look(self) -> str:
        return OPINION_LOOKS[OpinionStatus(self.status)]

    @property
    def outcome_label(self) -> str:
        """For the table: the outcome, or the step it stands at."""
        return Outcome(self.outcome).label if self.outcome else self.status_label()

    @property
    def is_answered(self) -> bool:
        return self.status == OpinionStatus.ANSWERED

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and (self.answered_at or now) > self.due_at
