"""Consultations: a document, its questions, the opinions and what became of each."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.numbering import new_key
from gandan.people.models import User
from gandan.places.models import Agency

from ..workflow import CONSULTATION_LOOKS, CONSULTATION_STEPS, ConsultationStatus


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def of(self, commune: Agency) -> ConsultationQuerySet:
        return self.filter(agency=commune)

    def shown(self) -> ConsultationQuerySet:
        """What the public sees: everything but drafts."""
        return self.exclude(status=ConsultationStatus.DRAFT)

    def overdue(self, today: date) -> ConsultationQuerySet:
        return self.filter(status=ConsultationStatus.OPEN, closes_on__lt=today)

    def due_to_open(self, today: date) -> ConsultationQuerySet:
        """Approved to open on a day that has come."""
        return self.filter(status=ConsultationStatus.DRAFT, is_ready=True, opens_on__lte=today)


class Consultation(Stepping):
    """People are asked about a draft or plan before it is decided."""

    steps: ClassVar[tuple[Step, ...]] = CONSULTATION_STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="consultations")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    title = models.CharField(max_length=200)
    about = models.TextField(max_length=4000)
    area = models.CharField(max_length=160, blank=True, help_text="where it matters; empty: the whole commune")
    questions = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    document = models.FileField(upload_to="consultations/%Y/%m/", storage=sealed_storage, blank=True)
    document_type = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=ConsultationStatus, default=ConsultationStatus.DRAFT)
    is_ready = models.BooleanField(default=False, help_text="opens by itself on its day")
    opens_on = models.DateField()
    closes_on = models.DateField(help_text="the last day, counted")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=models.F("opens_on")), name="consultation_days")
        ]

    def __str__(self) -> str:
        return f"Lấy ý kiến “{self.title}”"

    @property
    def look(self) -> str:
        return CONSULTATION_LOOKS[ConsultationStatus(self.status)]

    def is_answerable(self, today: date) -> bool:
        return self.status == ConsultationStatus.OPEN and self.opens_on <= today <= self.closes_on


class Stance(models.TextChoices):
    """What became of a group of opinions."""

    ACCEPTED = "accepted", "Tiếp thu"
    PARTLY = "partly", "Tiếp thu một phần"
    EXPLAINED = "explained", "Giải trình, giữ nguyên"
    OUTSIDE = "outside", "Ngoài nội dung lấy ý kiến, đã chuyển"


class OpinionGroup(models.Model):
    """Opinions that say the same, with one answer to all of them."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="groups")
    title = models.CharField(max_length=200)
    stance = models.CharField(max_length=9, choices=Stance, blank=True)
    answer = models.TextField(max_length=4000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["consultation", "title"], name="opinion_group_once")]

    def __str__(self) -> str:
        return self.title


class Source(models.TextChoices):
    ONLINE = "online", "Trực tuyến"
    PAPER = "paper", "Phiếu, hội nghị"


class Opinion(models.Model):
    """What one person says of the draft. Who said it is not kept with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="opinions")
    group = models.ForeignKey(OpinionGroup, models.SET_NULL, null=True, related_name="opinions")
    source = models.CharField(max_length=6, choices=Source, default=Source.ONLINE)
    stances = models.JSONField(default=dict, help_text='question place → "agree", "partly" or "disagree"')
    text = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["id"]


class Voice(models.Model):
    """Somebody has spoken in a consultation: a keyed hash of who, so that nobody speaks twice. Not what was said."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="voices")
    person_index = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consultation", "person_index"], name="one_voice_a_person")]
