"""A result brought to the citizen's home."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.core.fields import SealedText
from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.models import Term

from ..workflow import Status
from .dossier import Dossier


class HomeGroup(models.TextChoices):
    """Who gets results at home: those who cannot travel, and families with a happy event."""

    WOUNDED = "wounded", "Thương binh, bệnh binh nặng"
    DISABLED = "disabled", "Người khuyết tật"
    ILL = "ill", "Người ốm đau"
    GRAVELY_ILL = "gravely_ill", "Người mắc bệnh hiểm nghèo"
    ALONE = "alone", "Người già yếu, cô đơn không nơi nương tựa"
    ELDERLY = "elderly", "Người cao tuổi, người hưởng trợ giúp xã hội"
    NEWBORN = "newborn", "Gia đình mới sinh con"
    NEWLYWED = "newlywed", "Vợ chồng mới cưới"


class HomeStatus(models.TextChoices):
    PLANNED = "planned", "Chờ mang đến"
    MISSED = "missed", "Đến nhà chưa gặp"
    DELIVERED = "delivered", "Đã trao tận nhà"
    CANCELLED = "cancelled", "Không mang đến nhà nữa"


TO_BRING = (HomeStatus.PLANNED, HomeStatus.MISSED)
DELIVER = Step.of("deliver_home_return", "Ghi đã trao tận nhà", TO_BRING, HomeStatus.DELIVERED)
MISS = Step.of("miss_home_return", "Ghi đến nhà chưa gặp", TO_BRING, HomeStatus.MISSED)
CANCEL = Step.of("cancel_home_return", "Không mang đến nhà nữa", TO_BRING, HomeStatus.CANCELLED)


class HomeReturnQuerySet(models.QuerySet["HomeReturn"]):
    def of(self, commune: Agency) -> HomeReturnQuerySet:
        return self.filter(dossier__commune=commune)

    def to_bring(self) -> HomeReturnQuerySet:
        """The result is there and waits to be brought, what is due first in front."""
        ready = self.filter(status__in=TO_BRING, dossier__status=Status.SETTLED)
        return ready.order_by(F("due_at").asc(nulls_last=True), "pk")

    def awaiting_result(self) -> HomeReturnQuerySet:
        """Promised on request before there is a result."""
        return self.filter(status__in=TO_BRING).exclude(
            dossier__status__in=(Status.SETTLED, Status.RETURNED, Status.REFUSED, Status.WITHDRAWN, Status.STOPPED)
        )

    def delivered(self) -> HomeReturnQuerySet:
        return self.filter(status=HomeStatus.DELIVERED).order_by("-delivered_at")


class HomeReturn(Stepping):
    """The promise to bring the result of one dossier home: for whom, by when, with whom, and the proof that it was done."""

    steps: ClassVar[tuple[Step, ...]] = (DELIVER, MISS, CANCEL)

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="home_return")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+", help_text="the rule it was promised under")
    group = models.CharField(max_length=12, choices=HomeGroup)
    status = models.CharField(max_length=10, choices=HomeStatus, default=HomeStatus.PLANNED)
    address = SealedText(blank=True, default="", help_text="empty: the applicant's address")
    companions = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, help_text="empty until there is a result")
    attempts = models.PositiveSmallIntegerField(default=0, help_text="visits at which nobody was met")
    delivered_at = models.DateTimeField(null=True)
    delivered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    recipient = models.CharField(max_length=120, blank=True)
    proof = models.FileField(upload_to="home_returns/%Y/%m/", storage=sealed_storage, blank=True)
    proof_type = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)

    objects = HomeReturnQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="home_return_due", condition=Q(status__in=["planned", "missed"]))
        ]

    def __str__(self) -> str:
        return f"Việc trả kết quả tại nhà của {self.dossier}"

    def place(self) -> str:
        return str(self.address or self.dossier.applicant_address)

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and (self.delivered_at or now) > self.due_at
