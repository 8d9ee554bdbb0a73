"""The nouns of booking: appointments and the places they free, calls for a death at any hour, legal advice, feeds."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from gandan.catalog.models import Procedure
from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index
from gandan.core.workflow import Step, Stepping
from gandan.hall.keys import new_key
from gandan.hall.models import Ticket
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.models import Programme

from .workflow import DEATH_LOOKS, DEATH_STEPS, LOOKS, OPEN, STEPS, TAKES_PLACE, DeathStatus, Status


class Source(models.TextChoices):
    WEB = "web", "Trên mạng"
    PHONE = "phone", "Qua điện thoại"
    DESK = "desk", "Tại Trung tâm"
    CHAT = "chat", "Zalo, hội thoại"


class _Span(Func):
    function = "tstzrange"
    output_field = DateTimeRangeField()


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def of(self, commune: Agency) -> AppointmentQuerySet:
        return self.filter(agency__commune=commune)

    def holding(self) -> AppointmentQuerySet:
        return self.filter(status__in=TAKES_PLACE)

    def still_open(self) -> AppointmentQuerySet:
        """Neither begun nor ended."""
        return self.filter(status__in=OPEN)

    def between(self, start: datetime, end: datetime) -> AppointmentQuerySet:
        return self.filter(starts_at__gte=start, starts_at__lt=end)


class Appointment(Stepping):
    """A person comes at a booked time for one service. Every place of a slot is taken once."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="appointments")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+", help_text="the hours it is booked in")
    service = models.CharField(max_length=40, help_text="kind of the programme")
    place = models.PositiveSmallIntegerField(help_text="1 … places of the slot")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    key = models.CharField(max_length=32, unique=True, default=new_key)
    status = models.CharField(max_length=9, choices=Status, default=Status.REQUESTED)
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="+")
    matter = models.CharField(max_length=120, blank=True, help_text="field or topic, as the programme names it")
    words = models.CharField(max_length=300, blank=True, help_text="what it is about, as the person said")
    about = models.CharField(max_length=40, blank=True, help_text="code of the dossier it was proposed for")
    name = models.CharField(max_length=120)
    phone = SealedText(blank=True, default="")
    phone_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="appointments")
    source = models.CharField(max_length=5, choices=Source)
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ticket = models.OneToOneField(Ticket, models.SET_NULL, null=True, related_name="appointment")
    reason = models.CharField(max_length=300, blank=True, help_text="of cancelling")
    outcome = models.CharField(max_length=300, blank=True, help_text="what was done, as the officer noted")
    moves = models.PositiveSmallIntegerField(default=0, help_text="times the person chose another hour")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(
        null=True, help_text="served, absent or cancelled; a freed place cools off from here"
    )
    arrived_at = models.DateTimeField(null=True)
    eve_reminded_at = models.DateTimeField(null=True)
    soon_reminded_at = models.DateTimeField(null=True)
    is_out_of_hours = models.BooleanField(default=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_appointment_a_place",
                expressions=[
                    ("programme", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    (_Span(F("starts_at"), F("ends_at"), Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(status__in=[str(one) for one in TAKES_PLACE]),
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="appointment_runs_forward"),
        ]
        indexes = [models.Index(fields=["agency", "starts_at"], name="appointment_day")]

    def __str__(self) -> str:
        return f"Lịch hẹn của {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone_index = blind_index(self.phone, column="booking_appointment.phone")
        super().save(*args, **kwargs)

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]


class CoolingPlace(models.Model):
    """A place just given back: it can be booked again only after a pause, so that nobody holds hours by cancelling them."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["programme", "until"], name="place_cooling")]


class DeathCallQuerySet(models.QuerySet["DeathCall"]):
    def of(self, commune: Agency) -> DeathCallQuerySet:
        return self.filter(agency__commune=commune)

    def unanswered(self) -> DeathCallQuerySet:
        return self.filter(status=DeathStatus.CALLED)


class DeathCall(Stepping):
    """A family asks for the death papers, at any hour; the officer on duty is called until one accepts (S3.19)."""

    steps: ClassVar[tuple[Step, ...]] = DEATH_STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="death_calls")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    status = models.CharField(max_length=8, choices=DeathStatus, default=DeathStatus.CALLED)
    name = models.CharField(max_length=120, help_text="of the one who asks")
    phone = SealedText()
    words = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=5, choices=Source)
    asked_at = models.DateTimeField()
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="called last, or accepted")
    called_at = models.DateTimeField(help_text="of the last call")
    calls = models.PositiveSmallIntegerField(default=1)
    accepted_at = models.DateTimeField(null=True)
    notice_at = models.DateTimeField(null=True, help_text="the death notice or extract was given")
    note = models.CharField(max_length=300, blank=True)
    is_out_of_hours = models.BooleanField(default=False)

    objects = DeathCallQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "-asked_at"], name="death_call_day")]

    def __str__(self) -> str:
        return f"Yêu cầu khai tử của {self.name}"

    @property
    def look(self) -> str:
        return DEATH_LOOKS[DeathStatus(self.status)]


class AdviceQuerySet(models.QuerySet["Advice"]):
    def of(self, commune: Agency) -> AdviceQuerySet:
        return self.filter(agency__commune=commune)

    def offered(self) -> AdviceQuerySet:
        """Waiting for the leader's word before the knowledge base may take it."""
        return self.filter(offered_at__isnull=False, approved_at__isnull=True)


class Advice(models.Model):
    """Legal advice given: question, answer, minutes; offered to the knowledge base in an anonymous wording (S0.10)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="advice")
    appointment = models.OneToOneField(Appointment, models.SET_NULL, null=True, related_name="advice")
    field = models.CharField(max_length=120)
    question = SealedText()
    answer = SealedText()
    minutes = models.PositiveSmallIntegerField()
    officer = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    public_question = models.TextField(blank=True, help_text="anonymous")
    public_answer = models.TextField(blank=True, help_text="anonymous")
    offered_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "-given_at"], name="advice_day")]

    def __str__(self) -> str:
        return f"Tư vấn {self.field}"


class CalendarFeed(models.Model):
    """Appointments as a calendar that programs subscribe to, by an unguessable key: of an officer, or of a service."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    officer = models.ForeignKey(User, models.CASCADE, null=True, related_name="calendar_feeds")
    service = models.CharField(max_length=40, blank=True, help_text="kind of programme; empty: of the officer")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "officer", "service"], name="one_feed_each", nulls_distinct=False)
        ]


class Notice(models.Model):
    """A text message about an appointment or a call, and the proof that it left. One for an event of the journal."""

    entry = models.OneToOneField(Entry, models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, models.CASCADE, null=True, related_name="notices")
    death_call = models.ForeignKey(DeathCall, models.CASCADE, null=True, related_name="notices")
    to = SealedText()
    text = SealedText()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    proof = models.CharField(max_length=200, blank=True)
