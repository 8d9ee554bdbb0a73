"""The nouns of letters."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency

from .workflow import LOOKS, OPEN, STEPS, LetterStatus


class LetterKind(models.TextChoices):
    MARRIAGE = "marriage", "Chúc mừng kết hôn"
    BIRTH = "birth", "Chúc mừng sinh con"
    CONDOLENCE = "condolence", "Chia buồn"
    THANKS = "thanks", "Cảm ơn"
    COMMENDATION = "commendation", "Biểu dương"
    APOLOGY = "apology", "Xin lỗi"
    INVITATION = "invitation", "Mời"


class Way(models.TextChoices):
    """How a letter reached its reader."""

    CEREMONY = "ceremony", "Trao tại Trung tâm"
    VISIT = "visit", "Đến thăm và trao tại nhà"
    POST = "post", "Gửi bưu chính"
    ELECTRONIC = "electronic", "Gửi bản điện tử"


class ContributionKind(models.TextChoices):
    EFFORT = "effort", "Công sức"
    INTELLECT = "intellect", "Trí tuệ"
    GOODS = "goods", "Vật chất"


class Contribution(models.Model):
    """What a person, an organisation or an enterprise gave to the life of the commune (S1.12)."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    giver = models.CharField(max_length=200, help_text="as it stands in the letter of thanks, which is public praise")
    address = SealedText(default="")
    kind = models.CharField(max_length=10, choices=ContributionKind)
    what = models.CharField(max_length=300)
    value = models.PositiveBigIntegerField(null=True, blank=True, help_text="đồng, where it can be told")
    day = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.giver}: {self.what}"


class LetterText(models.Model):
    """The words of one kind of letter in one commune; a change is a new version, letters keep the words they were made of."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=LetterKind)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    body = models.TextField(help_text="with {variables} of `wording.VARIABLES`")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "kind", "version"], name="letter_text_version")]


class LetterRefusal(models.Model):
    """A citizen who wants no letters of a kind; nothing is drafted while it stands."""

    citizen = models.ForeignKey(User, models.CASCADE, related_name="letter_refusals")
    kind = models.CharField(max_length=14, choices=LetterKind)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["citizen", "kind"], name="letter_refused_once")]


class LetterQuerySet(models.QuerySet["Letter"]):
    def of(self, commune: Agency) -> LetterQuerySet:
        return self.filter(commune=commune)

    def still_open(self) -> LetterQuerySet:
        return self.filter(status__in=OPEN)

    def late(self, now: datetime) -> LetterQuerySet:
        return self.still_open().filter(due_at__lt=now)


class Letter(Stepping):
    """One letter to one person or family. Names and address are sealed: only who drafts, signs and carries it reads them."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=14, choices=LetterKind)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, blank=True, related_name="letters")
    contribution = models.ForeignKey(Contribution, models.PROTECT, null=True, blank=True, related_name="letters")
    recipient = SealedText(default="")
    address = SealedText(default="")
    phone = SealedText(default="")
    title = models.CharField(max_length=120)
    body = SealedText(default="")
    status = models.CharField(max_length=10, choices=LetterStatus, default=LetterStatus.DRAFTED)
    occasion_at = models.DateTimeField(help_text="when the event became known")
    due_at = models.DateTimeField(help_text="the moment by which it should be in the reader's hands")
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: by the event")
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", help_text="confirmed the recipient"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="why sent back, or why dropped")
    signer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=10, choices=Way, blank=True)
    carriers = models.CharField(max_length=200, blank=True, help_text="who went or handed over")
    delivered_at = models.DateTimeField(null=True)
    proof = models.FileField(upload_to="letters/%Y/%m/", storage=sealed_storage, blank=True)
    proof_type = models.CharField(max_length=40, blank=True)
    proof_note = models.CharField(max_length=200, blank=True, help_text="number of the postal receipt and the like")

    steps: ClassVar[tuple[Step, ...]] = STEPS
    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind"], name="one_letter_per_dossier", condition=~Q(kind="apology")
            ),
            models.UniqueConstraint(fields=["contribution", "kind"], name="one_letter_per_contribution"),
        ]
        indexes = [models.Index(fields=["commune", "status", "due_at"], name="letters_open")]

    def __str__(self) -> str:
        return f"Thư {LetterKind(self.kind).label.lower()}"

    @property
    def look(self) -> str:
        return LOOKS[LetterStatus(self.status)]

    def is_late(self, now: datetime) -> bool:
        return self.status in OPEN and self.due_at < now


class AiringChannel(models.TextChoices):
    WEB = "web", "Trang thông tin của xã"
    RADIO = "radio", "Đài truyền thanh"
    SCREEN = "screen", "Màn hình, bảng LED"
    MESSAGE = "message", "Tin nhắn, Zalo"
    SOCIAL = "social", "Mạng xã hội"


class GreetingQuerySet(models.QuerySet["Greeting"]):
    def shown_on(self, moment: datetime) -> GreetingQuerySet:
        """Approved messages of the days around their holiday."""
        return self.filter(approved_at__isnull=False, from_at__lte=moment, until_at__gt=moment)


class Greeting(models.Model):
    """The chairman's message to everybody on one holiday (S1.10)."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="greetings")
    holiday = models.CharField(max_length=120)
    day = models.DateField(help_text="first day of the holiday")
    title = models.CharField(max_length=160, blank=True)
    body = models.TextField(blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    objects = GreetingQuerySet.as_manager()

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["commune", "day"], name="one_greeting_per_holiday")]

    def __str__(self) -> str:
        return f"Lời chúc {self.holiday}"


class Airing(models.Model):
    """One channel of a greeting: planned, then aired with proof."""

    greeting = models.ForeignKey(Greeting, models.CASCADE, related_name="airings")
    channel = models.CharField(max_length=8, choices=AiringChannel)
    planned_at = models.DateTimeField()
    aired_at = models.DateTimeField(null=True)
    proof = models.CharField(
        max_length=300, blank=True, help_text="address of the post, programme of the radio, count sent"
    )
    told_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["planned_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["greeting", "channel"], name="one_airing_per_channel")]
