"""One call, its recording, the call that is owed for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q

from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index
from gandan.core.storage import sealed_storage
from gandan.core.vietnamese import mask_phone
from gandan.feedback.models import Feedback
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency

from .lines import Line

CALLER_COLUMN = "hotline.caller"


class CallDirection(models.TextChoices):
    IN = "in", "Gọi đến"
    OUT = "out", "Gọi đi"


class CallState(models.TextChoices):
    RINGING = "ringing", "Đang đổ chuông"
    TALKING = "talking", "Đang nghe"
    ENDED = "ended", "Đã nghe"
    MISSED = "missed", "Gọi nhỡ"
    UNREACHED = "unreached", "Gọi đi, không ai nghe"


LOOKS = {
    CallState.RINGING: "soon", CallState.TALKING: "go", CallState.ENDED: "done", CallState.MISSED: "late",
    CallState.UNREACHED: "",
}  # fmt: skip


class CallQuerySet(models.QuerySet["Call"]):
    def seen_by(self, office: Office) -> CallQuerySet:
        """Of the commune; a partner agency sees the calls to the lines it answers."""
        rows = self.filter(commune=office.commune)
        return rows.filter(line__unit=office.agency) if office.is_partner_only else rows

    def to_call_back(self) -> CallQuerySet:
        return self.filter(call_back__done_at__isnull=True, call_back__isnull=False)

    def between(self, since: datetime, until: datetime) -> CallQuerySet:
        return self.filter(began_at__gte=since, began_at__lt=until)


class Call(models.Model):
    """As the exchange told it, step by step. The number is sealed; lists show it masked."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    line = models.ForeignKey(Line, models.PROTECT, related_name="calls")
    call_id = models.CharField(max_length=80, unique=True, help_text="of the exchange")
    direction = models.CharField(max_length=3, choices=CallDirection)
    state = models.CharField(max_length=9, choices=CallState, default=CallState.RINGING)
    caller = SealedText(blank=True, default="", help_text="the other side; empty: withheld")
    caller_index = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    caller_masked = models.CharField(max_length=20, blank=True, editable=False)
    extension = models.CharField(max_length=30, blank=True)
    began_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    rings = models.PositiveSmallIntegerField(default=0)
    seconds = models.PositiveIntegerField(default=0, help_text="of talking")
    ring_limit = models.PositiveSmallIntegerField(null=True, help_text="of the rule in force then")
    is_after_hours = models.BooleanField(default=False)
    forwarded_to = models.ForeignKey(Line, models.PROTECT, null=True, related_name="+", help_text="outside its hours")
    on_duty = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="by the roster")
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    feedback = models.ForeignKey(Feedback, models.PROTECT, null=True, related_name="calls")
    note = models.CharField(max_length=500, blank=True, help_text="what it was about, where no slip was needed")

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at"]
        indexes = [
            models.Index(fields=["commune", "-began_at"], name="call_newest"),
            models.Index(fields=["commune", "state", "-began_at"], name="call_by_state"),
        ]

    def __str__(self) -> str:
        return f"Cuộc gọi {self.caller_masked or 'giấu số'}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.caller_index = blind_index(self.caller, column=CALLER_COLUMN)
        self.caller_masked = mask_phone(self.caller) if self.caller else ""
        super().save(*args, **kwargs)

    @property
    def look(self) -> str:
        return LOOKS[CallState(self.state)]

    @property
    def is_over_rings(self) -> bool:
        return self.ring_limit is not None and self.answered_at is not None and self.rings > self.ring_limit


class Outcome(models.TextChoices):
    REACHED = "reached", "Gọi lại, đã nói chuyện"
    CAME_AGAIN = "came_again", "Người gọi đã gọi lại và được nghe"
    NOT_REACHED = "not_reached", "Gọi lại, không ai nghe"
    WRONG = "wrong", "Số sai hoặc gọi nhầm"


class CallBack(models.Model):
    """A missed call is owed a call."""

    call = models.OneToOneField(Call, models.CASCADE, related_name="call_back")
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=11, choices=Outcome, blank=True)
    note = models.CharField(max_length=300, blank=True)
    late_told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_at"]
        indexes = [models.Index(fields=["due_at"], name="call_back_open", condition=Q(done_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, outcome="") | (Q(done_at__isnull=False) & ~Q(outcome="")),
                name="call_back_has_outcome",
            )
        ]

    @property
    def is_on_time(self) -> bool:
        return self.done_at is not None and self.done_at <= self.due_at

    def is_late(self, now: datetime) -> bool:
        return (self.done_at or now) > self.due_at


class RecordingQuerySet(models.QuerySet["Recording"]):
    def kept(self) -> RecordingQuerySet:
        return self.filter(deleted_at__isnull=True)

    def expired(self, now: datetime) -> RecordingQuerySet:
        """Past their time, and not needed by a hearing that is still open."""
        busy = Q(listenings__status__in=("asked", "approved", "heard"))
        return self.kept().filter(kept_until__lt=now).exclude(busy)


class Recording(models.Model):
    """The sound of a call, sealed on disk until its time is over; the row stays as proof that it was deleted."""

    call = models.OneToOneField(Call, models.CASCADE, related_name="recording")
    file = models.FileField(upload_to="hotline/%Y/%m/", storage=sealed_storage, blank=True)
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveIntegerField()
    taken_at = models.DateTimeField()
    kept_until = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(F("kept_until"), name="recording_expiry", condition=Q(deleted_at__isnull=True))]
