"""A caller whom the province's desk handed to the line of a commune."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.people.models import User
from gandan.people.offices import Office

from .lines import Line


class Topic(models.TextChoices):
    PROCEDURE = "procedure", "Hỏi thủ tục"
    ONLINE = "online", "Kê khai, nộp trực tuyến"
    PROGRESS = "progress", "Tình hình hồ sơ"
    FEEDBACK = "feedback", "Phản ánh, kiến nghị"
    OTHER = "other", "Việc khác"


class SupportTicketQuerySet(models.QuerySet["SupportTicket"]):
    def seen_by(self, office: Office) -> SupportTicketQuerySet:
        if office.commune is None:
            return self.filter(line__commune__province=office.agency)
        return self.filter(line__in=Line.objects.seen_by(office))

    def still_open(self) -> SupportTicketQuerySet:
        return self.filter(closed_at__isnull=True)


class SupportTicket(models.Model):
    """Phiếu hỗ trợ: closed only with what the unit told the caller (S4.5)."""

    line = models.ForeignKey(Line, models.PROTECT, related_name="tickets")
    press_key = models.CharField(max_length=64, unique=True)
    topic = models.CharField(max_length=9, choices=Topic)
    text = SealedText(help_text="what the caller asks")
    caller_name = SealedText(blank=True, default="")
    caller_phone = SealedText(blank=True, default="")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    result = models.CharField(max_length=1000, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = SupportTicketQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(result=""), name="ticket_closed_with_result"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Phiếu hỗ trợ {self.pk}"
