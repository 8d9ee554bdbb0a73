"""Turns of a reception: who comes when, what was said, and a refusal with its lawful reason."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.keys import new_key
from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency

from ..limits import Refusal, refusals
from ..workflow import TURN_LOOKS, TURN_STEPS, TurnStatus
from .occasions import Occasion


class TurnChannel(models.TextChoices):
    WEB = "web", "đăng ký trên mạng"
    PHONE = "phone", "gọi điện"
    DESK = "desk", "đến tận nơi"


class TurnQuerySet(models.QuerySet["Turn"]):
    def of(self, commune: Agency) -> TurnQuerySet:
        return self.filter(occasion__commune=commune)

    def owed_notice(self) -> TurnQuerySet:
        """Refused, and the written notice not yet given."""
        return self.filter(status=TurnStatus.REFUSED, noticed_at__isnull=True)


class Turn(Stepping):
    """One citizen (or a group with its speaker) at a reception. Who it is and what was said is sealed."""

    steps: ClassVar[tuple[Step, ...]] = TURN_STEPS

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="turns")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=TurnStatus, default=TurnStatus.BOOKED)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    press = models.CharField(
        max_length=40, blank=True, help_text="of the form that booked it: pressed twice, booked once"
    )
    citizen = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    name = SealedText()
    phone = SealedText(blank=True, default="")
    address = SealedText(blank=True, default="")
    matter = SealedText(blank=True, default="")
    minutes = SealedText(blank=True, default="")
    people = models.PositiveSmallIntegerField(default=1, help_text="more than one: a group that speaks of one matter")
    channel = models.CharField(max_length=5, choices=TurnChannel, default=TurnChannel.WEB)
    is_sealed = models.BooleanField(default=False, help_text="a denunciation came of it: seen by right only")
    booked_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    refusal = models.CharField(max_length=12, blank=True)
    refusal_words = models.CharField(max_length=400, blank=True)
    notice_due_at = models.DateTimeField(null=True)
    noticed_at = models.DateTimeField(null=True)

    objects = TurnQuerySet.as_manager()

    class Meta:
        ordering = ["occasion", "number"]
        constraints = [
            models.UniqueConstraint(fields=["occasion", "number"], name="turn_number_once"),
            models.UniqueConstraint(fields=["press"], condition=~Q(press=""), name="turn_pressed_once"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Lượt {self.number}"

    @property
    def look(self) -> str:
        return TURN_LOOKS[TurnStatus(self.status)]

    @property
    def lawful_reason(self) -> Refusal | None:
        return refusals().get(self.refusal)

    def is_notice_late(self, now: datetime) -> bool:
        return self.notice_due_at is not None and (self.noticed_at or now) > self.notice_due_at
