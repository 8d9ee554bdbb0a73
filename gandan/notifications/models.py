"""The noun of notifications: one message to one person by one channel."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.dossiers.models import Dossier
from gandan.journal.models import Entry
from gandan.people.models import User


class MessageChannel(models.TextChoices):
    SCREEN = "screen", "Hộp thư trên màn hình"
    EMAIL = "email", "Thư điện tử"


class Delivery(models.TextChoices):
    QUEUED = "queued", "Chờ gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Không gửi được"


class MessageQuerySet(models.QuerySet["Message"]):
    def inbox_of(self, citizen: User) -> MessageQuerySet:
        """What a citizen reads on screen, newest first."""
        return self.filter(recipient=citizen, channel=MessageChannel.SCREEN).order_by("-pk")

    def unread(self) -> MessageQuerySet:
        return self.filter(read_at__isnull=True)


class Message(models.Model):
    """What was said to whom, by which channel, and the proof that it arrived."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", help_text="the event it tells")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="messages")
    recipient = models.ForeignKey(User, models.CASCADE, null=True, related_name="messages")
    channel = models.CharField(max_length=8, choices=MessageChannel)
    to = SealedText(blank=True, default="", help_text="address of the channel")
    subject = models.CharField(max_length=200)
    text = SealedText(default="")
    delivery = models.CharField(max_length=8, choices=Delivery, default=Delivery.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    proof = models.CharField(max_length=200, blank=True, help_text="what the channel answered")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "channel"], name="one_message_per_event_and_channel")]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="message_inbox", condition=Q(channel=MessageChannel.SCREEN))
        ]
