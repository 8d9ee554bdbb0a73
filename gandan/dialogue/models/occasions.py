"""Occasions: when which leader receives, holds a dialogue, goes to a hamlet; and the duties they fulfil."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import COMING, OCCASION_LOOKS, OCCASION_STEPS, OccasionStatus


class OccasionKind(models.TextChoices):
    RECEPTION = "reception", "Tiếp công dân"
    DIALOGUE = "dialogue", "Hội nghị tiếp xúc, đối thoại"
    SUDDEN = "sudden", "Đối thoại đột xuất"
    VISIT = "visit", "Xuống cơ sở"
    YEARLY = "yearly", "Gặp gỡ hằng năm"
    SUPERVISION = "supervision", "Đợt giám sát"


CONFERENCES = (OccasionKind.DIALOGUE, OccasionKind.SUDDEN, OccasionKind.YEARLY, OccasionKind.SUPERVISION)
OPEN_TO_ALL = (OccasionKind.RECEPTION, OccasionKind.DIALOGUE, OccasionKind.SUDDEN, OccasionKind.VISIT)
"""Kinds that stand in the public calendar."""


class Seat(models.TextChoices):
    """As what the host sits there: heads have duties of their own."""

    PARTY = "party", "Bí thư Đảng ủy"
    CHAIR = "chair", "Chủ tịch UBND"
    COUNCIL = "council", "Chủ tịch HĐND"
    OTHER = "other", "Lãnh đạo khác"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


class OccasionQuerySet(models.QuerySet["Occasion"]):
    def of(self, commune: Agency) -> OccasionQuerySet:
        return self.filter(commune=commune)

    def between(self, start: date, end: date) -> OccasionQuerySet:
        """Starting on a day from `start` to before `end`."""
        return self.filter(starts_at__gte=_midnight(start), starts_at__lt=_midnight(end))

    def standing(self) -> OccasionQuerySet:
        return self.exclude(status=OccasionStatus.CANCELLED)

    def for_all(self) -> OccasionQuerySet:
        """What the public may read, cancelled ones with their notice."""
        return self.filter(published_at__isnull=False, kind__in=OPEN_TO_ALL)

    def clashing(self, host: User, starts_at: datetime, ends_at: datetime) -> OccasionQuerySet:
        """Others of the same host in these hours."""
        return self.filter(host=host, status__in=COMING, starts_at__lt=ends_at, ends_at__gt=starts_at)


class Occasion(Stepping):
    """One entry of the calendar of a leader; `ends_at` is not counted. Photo, position and minutes are its proof."""

    steps: ClassVar[tuple[Step, ...]] = OCCASION_STEPS

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="occasions")
    kind = models.CharField(max_length=12, choices=OccasionKind)
    status = models.CharField(max_length=10, choices=OccasionStatus, default=OccasionStatus.PLANNED)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    host = models.ForeignKey(User, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=8, choices=Seat, default=Seat.OTHER)
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, blank=True, related_name="occasions")
    place = models.CharField(max_length=160)
    subject = models.CharField(max_length=300, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_online = models.BooleanField(default=False)
    link = models.URLField(blank=True, help_text="where an online reception is joined")
    incident_at = models.DateTimeField(null=True, help_text="what a sudden dialogue answers to")
    hold_by = models.DateTimeField(null=True, help_text="the promised end for a sudden dialogue")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    sequence = models.PositiveSmallIntegerField(default=0, help_text="grows with every change, for calendar programs")
    held_at = models.DateTimeField(null=True, help_text="when it really began")
    attended = models.PositiveIntegerField(null=True, help_text="people present, as counted")
    minutes = models.TextField(max_length=20_000, blank=True)
    explained = models.TextField(
        max_length=4000, blank=True, help_text="what people were unclear about and was explained"
    )
    photo = models.FileField(upload_to="dialogue/%Y/%m/", storage=sealed_storage, blank=True)
    photo_type = models.CharField(max_length=40, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = OccasionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="occasion_runs_forward")]
        indexes = [models.Index(fields=["commune", "kind", "starts_at"], name="occasion_calendar")]

    def __str__(self) -> str:
        where = f" {self.hamlet}" if self.kind == OccasionKind.VISIT and self.hamlet else ""
        return f"{self.get_kind_display()}{where}, {self.starts_at.astimezone(VIETNAM):%d/%m/%Y}"

    @property
    def look(self) -> str:
        return OCCASION_LOOKS[OccasionStatus(self.status)]

    @property
    def is_coming(self) -> bool:
        return self.status in COMING

    @property
    def is_public(self) -> bool:
        return self.published_at is not None and self.kind in OPEN_TO_ALL

    @property
    def takes_questions(self) -> bool:
        """Questions may be sent before a dialogue."""
        return self.is_public and self.is_coming and self.kind in (OccasionKind.DIALOGUE, OccasionKind.SUDDEN)

    @property
    def takes_turns(self) -> bool:
        return self.is_public and self.is_coming and self.kind == OccasionKind.RECEPTION


class ChangeNotice(models.Model):
    """What was changed of a published occasion, in words for the public."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="notices")
    at = models.DateTimeField()
    words = models.CharField(max_length=400)

    class Meta:
        ordering = ["-at"]


class ReceptionDesk(models.Model):
    """Where and by which rules a commune receives citizens, and the officer who always does (NĐ 154/2026/NĐ-CP)."""

    commune = models.OneToOneField(Agency, models.CASCADE, related_name="reception_desk")
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    rules = models.TextField(max_length=12_000, blank=True, help_text="house rules, one a line")
    changed_at = models.DateTimeField()


class DutyKind(models.TextChoices):
    RECEPTION = "reception", "Người đứng đầu tiếp công dân hằng tháng"
    VISIT = "visit", "Lãnh đạo xuống thôn hằng tuần"


class Duty(models.Model):
    """A week or month in which something had to happen; `met_at` when it did."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=10, choices=DutyKind)
    seat = models.CharField(max_length=8, choices=Seat, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(help_text="the last day")
    met_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True, help_text="when it was told that nothing had happened")

    class Meta:
        ordering = ["kind", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "seat", "starts_on"], name="one_duty_a_period"),
        ]  # fmt: skip


class NotableKind(models.TextChoices):
    CONTRIBUTOR = "contributor", "Ủng hộ địa phương"
    PRESTIGIOUS = "prestigious", "Người có uy tín"


class Notable(models.Model):
    """Who supports the commune or has prestige in it and is met once a year (tài liệu 001, TC2.6)."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="notables")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=NotableKind)
    about = models.CharField(max_length=300, blank=True)
    hamlet = models.ForeignKey(Hamlet, models.SET_NULL, null=True, blank=True, related_name="+")
    is_listed = models.BooleanField(default=True)

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["commune", "name", "about"], name="notable_once")]

    def __str__(self) -> str:
        return self.name


class Guest(models.Model):
    """A notable invited to an occasion."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="guests")
    notable = models.ForeignKey(Notable, models.PROTECT, related_name="invitations")
    is_present = models.BooleanField(default=False)

    class Meta:
        ordering = ["notable__name"]
        constraints = [models.UniqueConstraint(fields=["occasion", "notable"], name="guest_once")]
