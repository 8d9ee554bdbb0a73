"""Surveys: who is asked, and what came back."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.dossiers.numbering import new_key
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import (
    BATCH_LOOKS,
    BATCH_STEPS,
    SURVEY_LOOKS,
    SURVEY_STEPS,
    BatchStatus,
    SurveyStatus,
)
from .questionnaires import Questionnaire

LEAST = 10
"""Below so many replies no share is shown, so that nobody can be told from a table."""


class SurveyKind(models.TextChoices):
    AFTER_RESULT = "after_result", "Sau khi nhận kết quả"
    RESIDENTS = "residents", "Lấy mẫu trong dân cư"
    ATTITUDE = "attitude", "Thái độ phục vụ"
    MODEL = "model", "Người dùng mô hình"


class Channel(models.TextChoices):
    """How the answer came (NĐ 118/2025, Điều 31)."""

    LINK = "link", "Mã QR, đường dẫn theo hồ sơ"
    APP = "app", "Hồ sơ của tôi trên mạng"
    COUNTER = "counter", "Mã QR tại quầy"
    KIOSK = "kiosk", "Màn hình chạm"
    PAPER = "paper", "Phiếu giấy"
    MAILBOX = "mailbox", "Hộp thư góp ý"


class SurveyQuerySet(models.QuerySet["Survey"]):
    def of(self, commune: Agency) -> SurveyQuerySet:
        return self.filter(agency=commune)

    def answerable(self, today: date) -> SurveyQuerySet:
        return self.filter(Q(closes_on__isnull=True) | Q(closes_on__gte=today), status=SurveyStatus.OPEN)

    def overdue(self, today: date) -> SurveyQuerySet:
        """Open past their last day."""
        return self.filter(status=SurveyStatus.OPEN, closes_on__lt=today)

    def published(self) -> SurveyQuerySet:
        return self.filter(status=SurveyStatus.PUBLISHED)


class Survey(Stepping):
    """A questionnaire put to people by one commune, from one day to another."""

    steps: ClassVar[tuple[Step, ...]] = SURVEY_STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="surveys")
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="surveys")
    kind = models.CharField(max_length=12, choices=SurveyKind)
    title = models.CharField(max_length=160)
    status = models.CharField(max_length=10, choices=SurveyStatus, default=SurveyStatus.DRAFT)
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, help_text="the last day, counted; empty: until closed by a person")
    least = models.PositiveSmallIntegerField(default=LEAST, help_text="no share is shown below so many replies")
    origin = models.CharField(max_length=80, blank=True, help_text="code of the reform model it is about")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    summary = models.JSONField(default=dict, help_text="the table as it was when summarised: it never changes again")

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency"], condition=Q(status="open", kind="after_result"), name="one_open_rating_survey"
            )
        ]
        indexes = [models.Index(fields=["agency", "status"], name="survey_status")]

    def __str__(self) -> str:
        return f"Khảo sát “{self.title}”"

    @property
    def look(self) -> str:
        return SURVEY_LOOKS[SurveyStatus(self.status)]

    def is_answerable(self, today: date) -> bool:
        return self.status == SurveyStatus.OPEN and self.opens_on <= today <= (self.closes_on or date.max)


class Station(models.Model):
    """A place where people answer without an invitation of their own: the QR on a counter, a touch screen."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="survey_stations")
    name = models.CharField(max_length=80)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.COUNTER)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    is_used = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="survey_station_once")]

    def __str__(self) -> str:
        return self.name


class HamletSample(models.Model):
    """How many households of a hamlet are asked, drawn by a seed anybody may draw again."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="samples")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, related_name="+")
    households = models.PositiveIntegerField(help_text="on the hamlet's list")
    target = models.PositiveIntegerField(help_text="drawn from them")
    seed = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "hamlet"], name="one_sample_a_hamlet")]


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self, today: date) -> InvitationQuerySet:
        return self.filter(is_used=False, expires_on__gte=today)

    def of_citizen(self, citizen: User) -> InvitationQuerySet:
        return self.filter(dossier__owner=citizen)


class Invitation(models.Model):
    """The right to one answer. It bears what the reply may know (unit, field, programmes) and is burnt by answering: it
    keeps neither the moment nor the reply.
    """

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitations")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.LINK)
    number = models.PositiveIntegerField(null=True, help_text="printed on a sheet of paper")
    dossier = models.OneToOneField(Dossier, models.CASCADE, null=True, related_name="rating_invitation")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, related_name="+")
    household = models.PositiveIntegerField(null=True, help_text="its place on the hamlet's list")
    unit = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    field = models.CharField(max_length=120, blank=True)
    programmes = ArrayField(models.PositiveIntegerField(), default=list)
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="who returned the result")
    expires_on = models.DateField(help_text="the last day, counted")
    is_used = models.BooleanField(default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "number"], name="sheet_number_once"),
            models.UniqueConstraint(fields=["survey", "hamlet", "household"], name="household_asked_once"),
        ]


class Reply(models.Model):
    """One answer. Nothing leads from here to a person, a dossier, an invitation or a moment within the week."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="replies")
    unit = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    field = models.CharField(max_length=120, blank=True)
    programmes = ArrayField(models.PositiveIntegerField(), default=list)
    channel = models.CharField(max_length=8, choices=Channel)
    week = models.DateField(help_text="its Monday")
    verdict = models.PositiveSmallIntegerField(null=True, help_text="0 below the demand, 1 meets it, 2 good")
    answers = models.JSONField(default=dict, help_text="question number → place of the chosen word")

    class Meta:
        indexes = [
            models.Index(fields=["survey", "week"], include=["verdict", "unit", "channel"], name="reply_of_survey"),
            GinIndex(fields=["programmes"], name="reply_programmes"),
        ]


class Comment(models.Model):
    """Free words of a reply, kept apart from its marks and masked before they are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="comments")
    question = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=1000)
    is_hidden = models.BooleanField(default=False, help_text="abuse, or it still names somebody")

    class Meta:
        ordering = ["id"]


class OfficerTally(models.Model):
    """How an officer's attitude was rated in a month: a sum and a count, no single rating."""

    officer = models.ForeignKey(User, models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+", help_text="the commune")
    month = models.DateField()
    points = models.FloatField(default=0, help_text="sum of ratings from 1 to 5")
    ratings = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "month"], name="one_tally_a_month")]


class PaperBatch(Stepping):
    """Papers typed by one person and, in part, again by another before they count. Its contents go when they do."""

    steps: ClassVar[tuple[Step, ...]] = BATCH_STEPS

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="batches")
    status = models.CharField(max_length=9, choices=BatchStatus, default=BatchStatus.TYPED)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.PAPER)
    sheets = models.JSONField(default=dict, help_text="sheet number → {answers, comments}; emptied when accepted")
    count = models.PositiveSmallIntegerField(default=0)
    to_check = ArrayField(models.PositiveIntegerField(), default=list)
    differing = ArrayField(models.PositiveIntegerField(), default=list)
    times_differing = models.PositiveSmallIntegerField(default=0)
    typed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Lô {self.pk}"

    @property
    def look(self) -> str:
        return BATCH_LOOKS[BatchStatus(self.status)]


class GuideOpening(models.Model):
    """How often the way to the ratings was opened on a day, by where the link came from. Nobody by name."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    source = models.CharField(max_length=20)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "source", "day"], name="one_opening_count_a_day")]
