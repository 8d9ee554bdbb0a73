"""What one person must be told because of one thing that happened."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Count, Q

from gandan.core.fields import SealedJson, SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import LISTED, LOOKS, MOVING, STEPS, Status
from .text import TextVersion


class Urgency(models.IntegerChoices):
    """The order in which the queue is drained."""

    URGENT = 0, "Khẩn"
    REQUIRED = 1, "Phải báo"
    ORDINARY = 2, "Cho biết"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, commune: Agency) -> NoticeQuerySet:
        return self.filter(commune=commune)

    def inbox_of(self, citizen: User) -> NoticeQuerySet:
        """What a citizen reads on screen, newest first."""
        return self.filter(recipient=citizen).order_by("-pk")

    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at__isnull=True)

    def moving(self) -> NoticeQuerySet:
        return self.filter(status__in=MOVING)

    def due(self, now: datetime) -> NoticeQuerySet:
        """What the machines must look at now, the urgent first, then the oldest."""
        return self.filter(next_at__lte=now).order_by("urgency", "next_at", "pk")

    def on_a_list(self) -> NoticeQuerySet:
        return self.filter(status__in=LISTED)

    def counts(self) -> dict[str, int]:
        """How many notices stand at each status."""
        told = self.order_by().values_list("status").annotate(count=Count("pk"))
        return dict(told)


class Notice(Stepping):
    """One addressee, one journal entry, one matter: written once, told until it is proved or no way is left."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", help_text="what happened")
    event = models.CharField(max_length=60, help_text="name of the text: templates/notifications/<event>.txt")
    addressee_key = models.CharField(max_length=40, help_text="the same person, the same key; tells nothing")
    commune = models.ForeignKey(Agency, models.PROTECT, related_name="notices")
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, blank=True, related_name="notices")
    recipient = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="notices")
    hamlet = models.ForeignKey(Hamlet, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    phone = SealedText(blank=True, default="")
    email = SealedText(blank=True, default="")
    address = SealedText(blank=True, default="")
    link = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=200)
    text = SealedText(default="")
    short = SealedText(blank=True, default="", help_text="for SMS and Zalo")
    params = SealedJson(blank=True, default=dict, help_text="values of an approved Zalo text, by parameter")
    version = models.ForeignKey(TextVersion, models.PROTECT, null=True, blank=True, related_name="+")
    is_required = models.BooleanField(default=False, help_text="must be proved: goes to a person's list in the end")
    urgency = models.PositiveSmallIntegerField(choices=Urgency, default=Urgency.ORDINARY)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    listed_at = models.DateTimeField(null=True, blank=True, help_text="came on a person's list")
    next_at = models.DateTimeField(null=True, blank=True, help_text="when the machines look again")
    made_at = models.DateTimeField()
    first_accepted_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    proved_at = models.DateTimeField(null=True, blank=True)
    proved_by = models.CharField(max_length=8, blank=True, help_text="the channel that gave the proof")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "addressee_key", "event"], name="notice_once"),
        ]
        indexes = [
            models.Index(fields=["urgency", "next_at", "id"], name="notice_due", condition=Q(next_at__isnull=False)),
            models.Index(fields=["recipient", "-id"], name="notice_inbox", condition=Q(recipient__isnull=False)),
            models.Index(fields=["commune", "status", "urgency", "id"], name="notice_status"),
            models.Index(fields=["commune", "made_at"], name="notice_made"),
        ]

    def __str__(self) -> str:
        return f"Tin “{self.subject}”"

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def is_urgent(self) -> bool:
        return self.urgency == Urgency.URGENT

    @property
    def is_on_a_list(self) -> bool:
        return self.status in LISTED

    def waited(self, now: datetime) -> timedelta:
        """From the event to the proof, or until now."""
        return (self.proved_at or now) - self.made_at
