"""A question and everything said about it; who answers for which field."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.catalog.models import Procedure
from gandan.core.fields import SealedText
from gandan.core.keys import new_key
from gandan.core.secrets import blind_index
from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.feedback.models import Feedback
from gandan.gateways.models import InboundMessage, ZaloContact
from gandan.people.models import Gender, User
from gandan.people.offices import Office
from gandan.places.models import Agency

from ..workflow import LOOKS, STEPS, WAITING, ThreadStatus
from .channels import CommunityChannel
from .touching import Touchpoint


class AskedBy(models.TextChoices):
    """How a question came."""

    WEB = "web", "Trang hỏi đáp"
    ZALO = "zalo", "Zalo"
    TOUCHPOINT = "touchpoint", "Điểm chạm"
    PHONE = "phone", "Điện thoại"


class Side(models.TextChoices):
    """Who speaks. A note is read by officers only."""

    ASKER = "asker", "Người hỏi"
    ASSISTANT = "assistant", "Trả lời tự động"
    OFFICER = "officer", "Xã trả lời"
    NOTE = "note", "Ghi chú nội bộ"


class Delivery(models.TextChoices):
    """How far an answer got on its way into Zalo; on our own page it is simply there."""

    HERE = "", "trên trang này"
    WAITING = "waiting", "đang gửi"
    SENT = "sent", "đã gửi"
    DELIVERED = "delivered", "đã tới máy"
    SEEN = "seen", "đã xem"
    FAILED = "failed", "không gửi được"


class FieldDuty(models.Model):
    """One officer answers for one field of a commune; the empty field is for what belongs to none."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="field_duties")
    field = models.CharField(max_length=120, blank=True)
    officer = models.ForeignKey(User, models.PROTECT, related_name="field_duties")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["field"]
        constraints = [models.UniqueConstraint(fields=["commune", "field"], name="one_officer_a_field")]


def phone_index(phone: str) -> str:
    return blind_index(phone, column="conversations_thread.phone")


class ThreadQuerySet(models.QuerySet["Thread"]):
    def of(self, commune: Agency) -> ThreadQuerySet:
        return self.filter(commune=commune)

    def seen_by(self, office: Office) -> ThreadQuerySet:
        """Those of the commune; the province sees its communes'."""
        if office.commune is None:
            return self.filter(commune__province=office.agency)
        return self.filter(commune=office.commune)

    def waiting(self) -> ThreadQuerySet:
        return self.filter(status__in=WAITING)

    def late(self, now: datetime) -> ThreadQuerySet:
        return self.waiting().filter(answer_by__lt=now)

    def late_first(self) -> ThreadQuerySet:
        """Waiting ones by their hour, then the others, newest first."""
        is_waiting = Q(status__in=WAITING)
        return self.annotate(
            waits_until=models.Case(models.When(is_waiting, then=F("answer_by")), output_field=models.DateTimeField())
        ).order_by(F("waits_until").asc(nulls_last=True), "-moved_at", "-pk")

    def published(self) -> ThreadQuerySet:
        return self.filter(published_at__isnull=False)


class Thread(Stepping):
    """One person's matter: asked, answered by the officer of the field under their name, within working hours."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="threads")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    channel = models.CharField(max_length=10, choices=AskedBy)
    field = models.CharField(max_length=120, blank=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="threads")
    contact = models.ForeignKey(ZaloContact, models.SET_NULL, null=True, blank=True, related_name="+")
    touchpoint = models.ForeignKey(Touchpoint, models.SET_NULL, null=True, blank=True, related_name="threads")
    community = models.ForeignKey(CommunityChannel, models.SET_NULL, null=True, blank=True, related_name="threads")
    name = SealedText(default="")
    phone = SealedText(default="")
    phone_index = models.CharField(max_length=32, blank=True, db_index=True)
    gender = models.CharField(max_length=6, choices=Gender, blank=True)
    press_key = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=ThreadStatus, default=ThreadStatus.OPEN)
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="owned_threads")
    asked_at = models.DateTimeField(help_text="the question that waits, or waited last")
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField(help_text="of the last turn")
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, help_text="first answer of a person to the waiting question")
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer_minutes = models.PositiveIntegerField(null=True, help_text="office minutes until the first answer")
    is_in_time = models.BooleanField(null=True, help_text="of the first answer")
    escalated_at = models.DateTimeField(null=True)
    is_by_assistant = models.BooleanField(default=False, help_text="the asker said the first answer was enough")
    closed_at = models.DateTimeField(null=True)
    feedback = models.ForeignKey(Feedback, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_question = models.TextField(blank=True, help_text="without anything that tells who asked")
    published_answer = models.TextField(blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "press_key"], condition=~Q(press_key=""), name="thread_of_press_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["commune", "answer_by"], condition=Q(status__in=[str(one) for one in WAITING]),
                name="thread_waiting",
            ),
            models.Index(fields=["commune", "-moved_at"], name="thread_newest"),
            models.Index(
                fields=["commune", "-published_at"], condition=Q(published_at__isnull=False), name="thread_published"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Câu hỏi số {self.pk}"

    @property
    def look(self) -> str:
        return LOOKS[ThreadStatus(self.status)]

    @property
    def is_waiting(self) -> bool:
        return self.status in WAITING

    @property
    def subject(self) -> str:
        """What it is about, without anything said in it."""
        return self.procedure.short_name if self.procedure else self.field or "Câu hỏi chung"

    @property
    def asker(self) -> str:
        """“bà Phạm Thị Lan”, or how they came."""
        if not self.name:
            return f"Người hỏi qua {self.get_channel_display()}"
        return f"{Gender(self.gender).label} {self.name}" if self.gender else str(self.name)

    def is_late(self, now: datetime) -> bool:
        return self.is_waiting and self.answer_by < now


class Turn(models.Model):
    """One thing said. `cards`: codes of procedures shown with it."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="turns")
    side = models.CharField(max_length=10, choices=Side)
    text = SealedText(default="")
    cards = models.JSONField(default=list)
    author = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    press_key = models.CharField(max_length=64, blank=True)
    inbound = models.OneToOneField(InboundMessage, models.SET_NULL, null=True, blank=True, related_name="+")
    delivery = models.CharField(max_length=10, choices=Delivery, blank=True, default=Delivery.HERE)
    supplier = models.CharField(max_length=20, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    trouble = models.CharField(max_length=200, blank=True, help_text="why it was not delivered")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "press_key"], condition=~Q(press_key=""), name="turn_of_press_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["supplier", "reference"], condition=~Q(reference=""), name="turn_by_reference"
            )
        ]  # fmt: skip


class TurnPhoto(models.Model):
    turn = models.ForeignKey(Turn, models.CASCADE, related_name="photos")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    file = models.FileField(upload_to="conversations/turns/%Y/%m/", storage=sealed_storage)
    media_type = models.CharField(max_length=40)
