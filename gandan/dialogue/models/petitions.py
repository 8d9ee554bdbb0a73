"""Petitions, and who may read those that denounce somebody."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from gandan.core.fields import SealedText
from gandan.core.keys import new_key
from gandan.core.workflow import Step, Stepping
from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import OPEN, PETITION_LOOKS, PETITION_STEPS, UNDER_WAY, UNSORTED, PetitionStatus
from .occasions import Occasion
from .turns import Turn

DAYS_OLD = (15, 30, 60)
"""Bounds of the table of ages."""


class PetitionKind(models.TextChoices):
    COMPLAINT = "complaint", "Khiếu nại"
    DENUNCIATION = "denunciation", "Tố cáo"
    REQUEST = "request", "Kiến nghị"
    REPORT = "report", "Phản ánh"


class PetitionSource(models.TextChoices):
    RECEPTION = "reception", "tiếp công dân"
    POST = "post", "bưu chính"
    ONLINE = "online", "trực tuyến"
    FORWARDED = "forwarded", "nơi khác chuyển đến"
    VISIT = "visit", "xuống cơ sở"


class SealedReaderQuerySet(models.QuerySet["SealedReader"]):
    def holding(self, commune: Agency, today: date) -> SealedReaderQuerySet:
        ended = Q(until__isnull=True) | Q(until__gte=today)
        return self.filter(ended, commune=commune, since__lte=today)


class SealedReader(models.Model):
    """The explicit right to read denunciations of a commune, given by its leader with a reason (Luật Tố cáo 2018)."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="sealed_readers")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    objects = SealedReaderQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "user"], condition=Q(until__isnull=True), name="one_sealed_right_a_person"
            )
        ]  # fmt: skip


def may_read_sealed(user: User, commune: Agency, *, today: date) -> bool:
    """One statement. No role opens a denunciation, only the right."""
    return SealedReader.objects.holding(commune, today).filter(user=user).exists()


class PetitionQuerySet(models.QuerySet["Petition"]):
    def of(self, commune: Agency) -> PetitionQuerySet:
        return self.filter(commune=commune)

    def seen_by(self, user: User, *, today: date) -> PetitionQuerySet:
        """Without the right, denunciations do not exist."""
        right = SealedReader.objects.filter(
            Q(until__isnull=True) | Q(until__gte=today), commune=OuterRef("commune"), user=user, since__lte=today
        )
        return self.filter(Q(is_sealed=False) | Q(Exists(right)))

    def still_open(self) -> PetitionQuerySet:
        return self.filter(status__in=OPEN)

    def overdue(self, now: datetime) -> PetitionQuerySet:
        """Past the limit of the step they stand at."""
        return self.filter(Q(status__in=UNDER_WAY, due_at__lt=now) | Q(status__in=UNSORTED, sort_due_at__lt=now))

    def received_in(self, start: datetime, end: datetime) -> PetitionQuerySet:
        return self.filter(received_at__gte=start, received_at__lt=end)


class Petition(Stepping):
    """A complaint, denunciation, request or report in writing or minutes. Who wrote it and what is sealed in storage."""

    steps: ClassVar[tuple[Step, ...]] = PETITION_STEPS

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="petitions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(help_text="of the year, in the book")
    status = models.CharField(max_length=12, choices=PetitionStatus, default=PetitionStatus.RECEIVED)
    kind = models.CharField(max_length=12, choices=PetitionKind, blank=True)
    source = models.CharField(max_length=10, choices=PetitionSource, default=PetitionSource.POST)
    is_sealed = models.BooleanField(default=False, help_text="a denunciation, or one that may be one")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    press = models.CharField(max_length=40, blank=True)
    occasion = models.ForeignKey(Occasion, models.PROTECT, null=True, related_name="petitions")
    turn = models.ForeignKey(Turn, models.PROTECT, null=True, related_name="petitions")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, related_name="+")
    name = SealedText(blank=True, default="")
    phone = SealedText(blank=True, default="")
    address = SealedText(blank=True, default="")
    subject = SealedText()
    content = SealedText(blank=True, default="")
    people = models.PositiveSmallIntegerField(default=1, help_text="how many signed")
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sort_due_at = models.DateTimeField(help_text="sorted and accepted or passed on until then")
    accepted_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    first_due_at = models.DateTimeField(null=True, help_text="before an extension")
    working = models.JSONField(default=dict, help_text="places' Working of the limit that runs")
    limit = models.CharField(max_length=40, blank=True, help_text="code of data/limits.json")
    is_complex = models.BooleanField(default=False)
    extension_reason = SealedText(blank=True, default="")
    unit = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", help_text="which verifies")
    assignee = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    finding = SealedText(blank=True, default="")
    concluded_at = models.DateTimeField(null=True)
    conclusion = SealedText(blank=True, default="")
    decision_number = models.CharField(max_length=60, blank=True)
    told_at = models.DateTimeField(null=True)
    told_how = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    end_words = SealedText(blank=True, default="", help_text="where to, why, which guidance")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    is_over_level = models.BooleanField(default=False, help_text="the province records the same matter")
    over_level_note = models.CharField(max_length=300, blank=True)

    objects = PetitionQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "year", "number"], name="petition_number_once"),
            models.UniqueConstraint(fields=["press"], condition=~Q(press=""), name="petition_pressed_once"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["commune", "status"], name="petition_status"),
            models.Index(fields=["commune", "received_at"], name="petition_received"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Đơn {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A denunciation is sealed whatever the caller says."""
        if self.kind == PetitionKind.DENUNCIATION:
            self.is_sealed = True
        super().save(*args, **kwargs)

    @property
    def code(self) -> str:
        return f"{self.number:03d}/{self.year}"

    @property
    def kind_label(self) -> str:
        return PetitionKind(self.kind).label if self.kind else "chưa phân loại"

    @property
    def look(self) -> str:
        return PETITION_LOOKS.get(PetitionStatus(self.status), "")

    @property
    def running_due_at(self) -> datetime | None:
        """The limit of the step it stands at."""
        if self.status in UNSORTED:
            return self.sort_due_at
        return self.due_at

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_group(self) -> bool:
        return self.people > 1

    def is_late(self, now: datetime) -> bool:
        if self.status in UNSORTED:
            return self.sort_due_at < now
        return self.due_at is not None and (self.concluded_at or self.ended_at or now) > self.due_at

    def days_old(self, now: datetime) -> int:
        """Calendar days from reception to its end, or until now."""
        last = (self.ended_at or now).astimezone(VIETNAM).date()
        return (last - self.received_at.astimezone(VIETNAM).date()).days


ON_TIME = Q(concluded_at__lte=F("due_at"))
