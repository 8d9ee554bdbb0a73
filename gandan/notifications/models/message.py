"""One try of a notice."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.people.models import User

from .notice import Notice


class Channel(models.TextChoices):
    SCREEN = "screen", "Hộp thư trên màn hình"
    EMAIL = "email", "Thư điện tử"
    PUSH = "push", "Thông báo đẩy"
    ZALO = "zalo", "Zalo"
    SMS = "sms", "Tin nhắn SMS"
    CALL = "call", "Gọi điện"
    LETTER = "letter", "Thư giấy"
    HEAD = "head", "Trưởng thôn"


class Delivery(models.TextChoices):
    """`HANDED` is written before the supplier hears of it, so a killed worker is seen and the same key is used again."""

    HANDED = "handed", "Đang giao bên gửi"
    ACCEPTED = "accepted", "Bên gửi đã nhận"
    DELIVERED = "delivered", "Đã đến"
    READ = "read", "Đã đọc"
    FAILED = "failed", "Không đến được"
    REFUSED = "refused", "Không gửi được cho người này"
    DOWN = "down", "Bên gửi không trả lời"


ARRIVED = (Delivery.DELIVERED, Delivery.READ)
LOOKS = {
    Delivery.HANDED: "",
    Delivery.ACCEPTED: "go",
    Delivery.DELIVERED: "done",
    Delivery.READ: "done",
    Delivery.FAILED: "late",
    Delivery.REFUSED: "late",
    Delivery.DOWN: "late",
}


class Message(models.Model):
    """A notice handed to one supplier of one channel, or tried by an officer, with what came of it."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="messages")
    channel = models.CharField(max_length=8, choices=Channel)
    supplier = models.CharField(
        max_length=40, blank=True, help_text="name of the carrier; empty for what a person does"
    )
    key = models.CharField(max_length=60, unique=True, help_text="a supplier delivers one key once")
    delivery = models.CharField(max_length=9, choices=Delivery, default=Delivery.HANDED)
    reference = models.CharField(max_length=120, blank=True, help_text="the supplier's own")
    proof = models.CharField(max_length=200, blank=True, help_text="what was answered")
    tries = models.PositiveSmallIntegerField(default=1, help_text="how often this key was handed over")
    may_lie_there = models.BooleanField(
        default=False, help_text="an answer was lost: the supplier may have it, whatever it says later"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    handed_at = models.DateTimeField(help_text="the first time")
    again_at = models.DateTimeField(help_text="the last time handed over")
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["supplier", "reference"], name="message_reference", condition=~Q(reference="")),
        ]

    @property
    def look(self) -> str:
        return LOOKS[Delivery(self.delivery)]

    @property
    def has_arrived(self) -> bool:
        return self.delivery in ARRIVED
