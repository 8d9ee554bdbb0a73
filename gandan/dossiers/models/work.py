"""What belongs to a dossier: papers, legs, pauses, the extension, results, payments, ratings."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedJson
from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.people.models import User
from gandan.places.models import Agency

from .dossier import Dossier, Draft


class Paper(models.Model):
    """A component as handed in: a file, or a paper seen at the counter. Reused data carry no file."""

    draft = models.ForeignKey(Draft, models.CASCADE, null=True, blank=True, related_name="papers")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="papers")
    component = models.CharField(max_length=60, help_text="key of the component in the procedure version")
    name = models.CharField(max_length=300)
    file = models.FileField(upload_to="papers/%Y/%m/", storage=sealed_storage, blank=True)
    media_type = models.CharField(max_length=60, blank=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    originals = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    is_reused = models.BooleanField(default=False, help_text="taken from a database, not asked for (R29)")
    is_seen = models.BooleanField(default=False, help_text="compared with the original at the counter")
    digitised = SealedJson(blank=True, default=dict, help_text="R26: the minimum fields of a digitised paper")
    added_at = models.DateTimeField(auto_now_add=True)
    is_supplement = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False) | Q(dossier__isnull=False), name="paper_belongs_somewhere"
            )
        ]


class LegStatus(models.TextChoices):
    WAITING = "waiting", "Chưa tới lượt"
    RUNNING = "running", "Đang làm"
    DONE = "done", "Đã xong"
    CANCELLED = "cancelled", "Không làm nữa"


class Leg(models.Model):
    """Work of one agency on the dossier, with its budget in half-day sessions. Legs of one stage run in parallel."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="legs")
    stage = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="legs")
    role = models.CharField(max_length=20)
    pays = models.BooleanField(default=False)
    half_days = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=LegStatus, default=LegStatus.WAITING)
    started_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    late_minutes = models.PositiveIntegerField(
        default=0, help_text="its share of the dossier's lateness; the shares add up"
    )

    class Meta:
        ordering = ["stage", "pk"]
        constraints = [models.UniqueConstraint(fields=["dossier", "key"], name="leg_once")]
        indexes = [
            models.Index(fields=["agency", "due_at"], name="leg_running", condition=Q(status=LegStatus.RUNNING)),
            models.Index(fields=["agency", "dossier"], name="leg_agency"),
            models.Index(
                fields=["dossier"], include=["agency", "late_minutes"], condition=Q(late_minutes__gt=0), name="leg_late"
            ),
        ]

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and (self.finished_at or now) > self.due_at


class PauseKind(models.TextChoices):
    SUPPLEMENT = "supplement", "Chờ công dân bổ sung"
    PAYMENT = "payment", "Chờ công dân nộp tiền"


class Pause(models.Model):
    """The office waits for the citizen."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="pauses")
    kind = models.CharField(max_length=10, choices=PauseKind)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    request = models.TextField(blank=True, help_text="what was asked, in full")
    components = models.JSONField(default=list, help_text="keys of the components asked for")

    class Meta:
        ordering = ["started_at"]
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended_at__isnull=True), name="one_open_pause")
        ]


class ExtensionStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    SIGNED = "signed", "Đã ký"


class Extension(models.Model):
    """The one re-appointment with apology (Mẫu 04; NĐ 118/2025, Điều 19, khoản 6)."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="extension")
    status = models.CharField(max_length=6, choices=ExtensionStatus, default=ExtensionStatus.DRAFT)
    old_due_at = models.DateTimeField()
    new_due_at = models.DateTimeField()
    cause = models.TextField()
    responsible = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="the agency that used the time")
    drafted_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")


class Result(models.Model):
    """The result: issued once, corrected at most by a further row; digital file optional."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="results")
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    issued_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    file = models.FileField(upload_to="results/%Y/%m/", storage=sealed_storage, blank=True)
    media_type = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    is_correction = models.BooleanField(default=False)
    received_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]


class PaymentMethod(models.TextChoices):
    CASH = "cash", "Tiền mặt"
    VIETQR = "vietqr", "Chuyển khoản VietQR"


class Payment(models.Model):
    """Money owed for a dossier: fee or tax, and how it was paid."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="payments")
    amount = models.PositiveIntegerField(help_text="đồng")
    purpose = models.CharField(max_length=200)
    citation = models.CharField(max_length=300, blank=True)
    memo = models.CharField(max_length=25, unique=True, help_text="ASCII; what the bank transfer carries")
    method = models.CharField(max_length=8, choices=PaymentMethod, blank=True)
    asked_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)
    receipt_number = models.CharField(max_length=40, blank=True)
    bank_reference = models.CharField(max_length=80, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank_reference"], condition=~Q(bank_reference=""), name="one_payment_per_transfer"
            )
        ]


class DaySequence(models.Model):
    """The last number given to a dossier of an agency on a day: gap-tolerant, never twice."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="one_sequence_a_day")]


class Seen(models.Model):
    """A member of staff has opened a dossier; what changed since is unread."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="seen")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "user"], name="seen_once")]


class Rating(models.Model):
    """How the citizen says it went: one to five stars, once per dossier."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="rating")
    stars = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
