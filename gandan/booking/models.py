"""The noun of booking: the appointment."""

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
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.models import Programme

from .workflow import LOOKS, STEPS, TAKES_PLACE, Status


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
    words = models.CharField(max_length=300, blank=True, help_text="what it is about, as the person said")
    name = models.CharField(max_length=120)
    phone = SealedText(blank=True, default="")
    phone_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="appointments")
    source = models.CharField(max_length=5, choices=Source)
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ticket = models.OneToOneField(Ticket, models.SET_NULL, null=True, related_name="appointment")
    reason = models.CharField(max_length=300, blank=True, help_text="of cancelling")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(
        null=True, help_text="served, absent or cancelled; a freed place cools off from here"
    )
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
