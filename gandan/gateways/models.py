"""The nouns of the outside world: receipts, inbound messages and their files, calls, push subscriptions, Zalo contacts."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index
from gandan.core.storage import sealed_storage
from gandan.people.models import User


class ReceiptState(models.TextChoices):
    DELIVERED = "delivered", "đã tới máy"
    SEEN = "seen", "đã xem"
    FAILED = "failed", "không tới"


class Receipt(models.Model):
    """A carrier's word on one message (or one part of it), kept once per state."""

    channel = models.CharField(max_length=10)
    supplier = models.CharField(max_length=20)
    reference = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=ReceiptState)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["supplier", "reference", "state"], name="carrier_receipt_once")]


class SentPart(models.Model):
    """One part of a long text message: the message has arrived when all its parts have."""

    supplier = models.CharField(max_length=20)
    part = models.CharField(max_length=120, help_text="the supplier's reference of this part")
    reference = models.CharField(max_length=120, help_text="the reference of the whole message")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["supplier", "part"], name="one_message_per_part")]
        indexes = [models.Index(fields=["supplier", "reference"], name="sent_part_message")]


class ZaloAccess(models.Model):
    """The tokens of our Zalo account. A refresh token serves once, so one process at a time may use it: the lease."""

    app = models.CharField(max_length=40, unique=True)
    access_token = SealedText()
    refresh_token = SealedText()
    expires_at = models.DateTimeField(null=True)
    seed = models.CharField(
        max_length=32, help_text="blind index of the token in the settings: a new one there replaces ours"
    )
    leased_until = models.DateTimeField(null=True)

    def is_fresh(self, given: str, *, stale: str, now: datetime) -> bool:
        """Begun from the `given` refresh token, a minute or more to live, and not the one that was just refused."""
        lives = self.expires_at is not None and self.expires_at > now + timedelta(minutes=1)
        return lives and bool(self.access_token) and self.access_token != stale and self.seed == seed_of(given)


def seed_of(given: str) -> str:
    return blind_index(given, column="gateways_zaloaccess.seed")


class ZaloContact(models.Model):
    """A person at our Zalo account, known by the id Zalo gave for it; the telephone only when they shared it."""

    user_id = SealedText()
    user_index = models.CharField(max_length=32, unique=True)
    phone = SealedText(blank=True)
    phone_index = models.CharField(max_length=32, blank=True, db_index=True)
    is_following = models.BooleanField(default=False)
    wrote_at = models.DateTimeField(
        null=True, help_text="the last message from them: Zalo lets us answer for a while after it"
    )


def zalo_index(user_id: str) -> str:
    return blind_index(user_id, column="gateways_zalocontact.user_id")


def phone_index(phone: str) -> str:
    """Finds a telephone in Zalo contacts and call reports."""
    return blind_index(phone, column="gateways.phone")


class InboundChannel(models.TextChoices):
    ZALO = "zalo", "Zalo"
    EMAIL = "email", "Thư điện tử"


class InboundMessage(models.Model):
    """What somebody wrote to us, whole and sealed."""

    channel = models.CharField(max_length=10, choices=InboundChannel)
    external_id = models.CharField(
        max_length=64, help_text="SHA-256 of the id given outside: nothing is taken in twice"
    )
    contact = models.ForeignKey(ZaloContact, models.PROTECT, null=True, related_name="messages")
    sender = SealedText(help_text="e-mail address, or the id at Zalo")
    sender_name = SealedText(blank=True)
    recipient = models.CharField(max_length=200, blank=True, help_text="our own address or account")
    subject = SealedText(blank=True)
    text = SealedText(blank=True)
    sent_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "external_id"], name="inbound_once")]


class InboundFile(models.Model):
    """Something sent along: its content, or for Zalo the address it is fetched from by a job."""

    message = models.ForeignKey(InboundMessage, models.CASCADE, related_name="files")
    name = SealedText(blank=True)
    kind = models.CharField(max_length=80, help_text="what the sender calls it; judge by the content")
    source = SealedText(blank=True)
    file = models.FileField(upload_to="inbound/%Y/%m", storage=sealed_storage, blank=True)


class CallState(models.TextChoices):
    RINGING = "ringing", "đang đổ chuông"
    ANSWERED = "answered", "đã nghe"
    MISSED = "missed", "gọi nhỡ"
    ENDED = "ended", "đã kết thúc"


class CallDirection(models.TextChoices):
    IN = "in", "gọi đến"
    OUT = "out", "gọi đi"


class CallReport(models.Model):
    """One step of one call as the exchange tells it."""

    call_id = models.CharField(max_length=80, db_index=True)
    state = models.CharField(max_length=10, choices=CallState)
    direction = models.CharField(max_length=3, choices=CallDirection)
    line = models.CharField(max_length=30)
    caller = SealedText(blank=True, help_text="empty: withheld")
    caller_index = models.CharField(max_length=32, blank=True)
    rings = models.PositiveSmallIntegerField(default=0)
    seconds = models.PositiveIntegerField(default=0, help_text="of talking")
    recording = models.CharField(max_length=200, blank=True, help_text="name of the file in the recordings folder")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call_id", "state"], name="call_told_once")]


class PushSubscription(models.Model):
    """A browser that asked to be told. The endpoint is a capability, hence sealed."""

    user = models.ForeignKey(User, models.CASCADE, related_name="push_subscriptions")
    endpoint = SealedText()
    endpoint_index = models.CharField(max_length=32, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = SealedText()
    made_at = models.DateTimeField()


def endpoint_index(endpoint: str) -> str:
    return blind_index(endpoint, column="gateways_pushsubscription.endpoint")


class MailboxMark(models.Model):
    """How far a mailbox has been read. UIDs start anew when the server changes `validity`."""

    mailbox = models.CharField(max_length=200, unique=True)
    validity = models.PositiveBigIntegerField()
    last_uid = models.PositiveBigIntegerField(default=0)
