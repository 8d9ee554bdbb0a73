"""One feedback, its photos and who follows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.keys import new_key
from gandan.core.secrets import blind_index
from gandan.core.storage import sealed_storage
from gandan.core.vietnamese import fold
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency, Hamlet

from ..categories import Category, category_named
from ..workflow import ANSWERED, IN_HAND, LOOKS, OPEN, PUBLIC_WORDS, STEPS, Status
from .work import UnitPart

PHONE_COLUMN = "feedback.phone"
NEAR_HOURS = 24


class Channel(models.TextChoices):
    """How it came."""

    WEB = "web", "Trang web"
    PHONE_PAGE = "phone_page", "Trang trên điện thoại"
    ZALO = "zalo", "Zalo"
    FACEBOOK = "facebook", "Facebook"
    EMAIL = "email", "Thư điện tử"
    HOTLINE = "hotline", "Đường dây nóng"
    BOX = "box", "Hòm thư góp ý"
    WEEKLY = "weekly", "Tổng hợp hằng tuần"
    DOSSIER = "dossier", "Gắn với hồ sơ"
    COUNTER = "counter", "Trực tiếp tại xã"
    PAPER = "paper", "Văn bản"
    INSPECTION = "inspection", "Kiểm tra địa bàn"
    OPEN311 = "open311", "Ứng dụng khác (Open311)"
    TRANSFER = "transfer", "Xã khác chuyển đến"


class DossierAsk(models.TextChoices):
    """What a feedback on a running dossier wants (S3.7)."""

    NONE = "", "không gắn hồ sơ"
    PROGRESS = "progress", "Hỏi tiến độ"
    SOONER = "sooner", "Đề nghị sớm"
    PRAISE = "praise", "Khen"
    BLAME = "blame", "Chê"


class ReplyBy(models.TextChoices):
    """How the sender wants to hear."""

    NONE = "", "Tự tra bằng mã"
    SMS = "sms", "Tin nhắn"
    ZALO = "zalo", "Zalo"
    EMAIL = "email", "Thư điện tử"
    CALL = "call", "Gọi điện"
    LETTER = "letter", "Thư giấy"


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def of(self, commune: Agency) -> FeedbackQuerySet:
        return self.filter(agency=commune)

    def seen_by(self, office: Office) -> FeedbackQuerySet:
        """Of the office's commune (of the province for its oversight); a partner agency sees what was given to it."""
        if office.commune is None:
            return self.filter(agency__province=office.agency)
        rows = self.of(office.commune)
        if not office.is_partner_only:
            return rows
        return rows.filter(pk__in=UnitPart.objects.filter(unit=office.agency).values("feedback"))

    def still_open(self) -> FeedbackQuerySet:
        return self.filter(status__in=OPEN)

    def late(self, now: datetime) -> FeedbackQuerySet:
        """Behind the promise of the commune."""
        return self.still_open().filter(promise_due_at__lt=now)

    def nearly_late(self, now: datetime) -> FeedbackQuerySet:
        return self.still_open().filter(promise_due_at__range=(now, now + timedelta(hours=NEAR_HOURS)))

    def behind_the_law(self, now: datetime) -> FeedbackQuerySet:
        """Behind the national 15 working days."""
        return self.still_open().filter(answer_by__lt=now)

    def stuck(self) -> FeedbackQuerySet:
        return self.still_open().exclude(stuck_reason="")

    def shown(self) -> FeedbackQuerySet:
        """What the public may read: cleared, neither spam nor a duplicate."""
        return self.filter(is_public=True).exclude(status__in=(Status.SPAM, Status.JOINED))

    def placed(self) -> FeedbackQuerySet:
        return self.filter(latitude__isnull=False)

    def given_to(self, unit: Agency) -> FeedbackQuerySet:
        """In the hands of a unit now."""
        return self.filter(parts__unit=unit, parts__done_at__isnull=True, status__in=IN_HAND)


class Feedback(Stepping):
    """What somebody told the commune: where, what, through which channel; who is to be answered, by when, and how it stands.

    `text` is what was written; `public_text` is what the public may read (personal data masked), empty until cleared.
    The clock of the promise starts at `clock_from` (received, or reopened), that of the law at `lawful_from` (received,
    reopened, or last transferred).
    """

    steps: ClassVar[tuple[Step, ...]] = STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="feedback", help_text="the commune")
    code = models.CharField(max_length=24, help_text="PA-261123-0007, said on the telephone")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    press_key = models.CharField(
        max_length=64, blank=True, help_text="of the form, or of the message that came in: made once"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)
    channel = models.CharField(max_length=12, choices=Channel)

    text = models.TextField(max_length=5000)
    public_text = models.TextField(max_length=5000, blank=True)
    public_answer = models.TextField(max_length=5000, blank=True)
    is_public = models.BooleanField(default=False, help_text="cleared for the map and the list")
    published_at = models.DateTimeField(null=True)
    search = models.TextField(editable=False, default="", help_text="code, place and text without diacritics")

    category = models.CharField(max_length=24, blank=True, help_text="code of gandan/feedback/categories.py")
    suggested_category = models.CharField(max_length=24, blank=True)
    confidence = models.FloatField(null=True, help_text="0 to 1, of the suggestion")
    category_confirmed_at = models.DateTimeField(null=True)
    is_urgent = models.BooleanField(default=False)

    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    place = models.CharField(max_length=200, blank=True, help_text="where, in words")
    hamlet = models.ForeignKey(Hamlet, models.SET_NULL, null=True, related_name="+")

    sender = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="feedback", help_text="a citizen who had signed in"
    )
    sender_name = SealedText(blank=True, default="")
    sender_phone = SealedText(blank=True, default="")
    sender_email = SealedText(blank=True, default="")
    sender_contact = SealedText(
        blank=True, default="", help_text="Zalo or Facebook number of the sender, or a postal address"
    )
    phone_index = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    is_name_withheld = models.BooleanField(default=True, help_text="the name is shown to nobody outside the reception")
    reply_by = models.CharField(max_length=8, choices=ReplyBy, blank=True)

    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="feedback")
    dossier_ask = models.CharField(max_length=8, choices=DossierAsk, blank=True)
    duplicate_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="duplicates")
    possible_duplicate_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+", help_text="a guess")
    passed_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="passed_copies")
    passed_to = models.CharField(max_length=160, blank=True)
    passed_agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    box_opening = models.ForeignKey("BoxOpening", models.PROTECT, null=True, related_name="letters")
    weekly_return = models.ForeignKey("WeeklyReturn", models.PROTECT, null=True, related_name="opinions")
    household = models.ForeignKey("Household", models.PROTECT, null=True, related_name="findings")
    contact = models.ForeignKey("Contact", models.PROTECT, null=True, related_name="findings", help_text="of the round")

    round = models.PositiveSmallIntegerField(default=1, help_text="1, and one more each time it is reopened")
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", help_text="who wrote it down for the sender"
    )
    clock_from = models.DateTimeField()
    lawful_from = models.DateTimeField()
    screened_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True, help_text="first request for more information")
    proposed_at = models.DateTimeField(null=True)
    directed_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    turned_away_at = models.DateTimeField(null=True, help_text="passed on or refused")
    filed_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    forwarded_at = models.DateTimeField(null=True, help_text="first given to whoever handles it")

    promise_due_at = models.DateTimeField(null=True)
    promise_half_at = models.DateTimeField(null=True)
    refuse_by = models.DateTimeField(null=True)
    ask_by = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    publish_by = models.DateTimeField(null=True)
    pass_by = models.DateTimeField(null=True)
    working = models.JSONField(
        default=dict, help_text="limit → its stored working and basis; see gandan/feedback/clock.py"
    )
    half_told_at = models.DateTimeField(null=True)
    late_told_at = models.DateTimeField(null=True)
    stuck_reason = models.CharField(
        max_length=300, blank=True, help_text="in words for the public: “chờ đơn vị điện lực”"
    )
    stuck_since = models.DateTimeField(null=True)

    attitude_point = models.CharField(
        max_length=40, blank=True, help_text="the point of “4 xin, 4 luôn, 5 không” it is about"
    )
    is_upheld = models.BooleanField(null=True, help_text="verified: true, not true; empty: not judged")
    spam_score = models.FloatField(null=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="feedback_code_once"),
            models.UniqueConstraint(
                fields=["agency", "press_key"], condition=~Q(press_key=""), name="feedback_pressed_once"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="feedback_position",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["agency", "status", "promise_due_at"], name="feedback_status"),
            models.Index(fields=["agency", "-received_at"], name="feedback_newest"),
            models.Index(
                fields=["agency", "latitude", "longitude"], name="feedback_map", condition=Q(latitude__isnull=False)
            ),
            models.Index(
                fields=["agency", "-received_at"], name="feedback_shown", condition=Q(is_public=True),
                include=["id", "status", "category", "latitude", "longitude"],
            ),
            GinIndex(OpClass("search", name="gin_trgm_ops"), name="feedback_search"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Phản ánh {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone_index = blind_index(self.sender_phone, column=PHONE_COLUMN)
        self.search = fold(f"{self.code} {self.place} {self.text}")
        super().save(*args, **kwargs)

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def public_status(self) -> str:
        return PUBLIC_WORDS[Status(self.status)]

    @property
    def known_category(self) -> Category:
        """The confirmed category, else the suggested one, else “Việc khác”."""
        return category_named(self.category or self.suggested_category)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_answered(self) -> bool:
        return self.status in ANSWERED

    def is_late(self, now: datetime) -> bool:
        return self.is_open and self.promise_due_at is not None and self.promise_due_at < now


class PhotoMoment(models.TextChoices):
    SENT = "sent", "Người gửi chụp"
    BEFORE = "before", "Trước khi xử lý"
    AFTER = "after", "Sau khi xử lý"


class FeedbackPhoto(models.Model):
    """A cleaned photo. Shown to the public only when somebody has looked at it."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="photos")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    moment = models.CharField(max_length=8, choices=PhotoMoment, default=PhotoMoment.SENT)
    file = models.FileField(upload_to="feedback/%Y/%m/", storage=sealed_storage)
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    is_public = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: the sender")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["feedback", "sha256"], name="feedback_photo_once")]


class Follower(models.Model):
    """Somebody who met the same and wants to hear how it ends (“Tôi cũng gặp”)."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="followers")
    joined = models.ForeignKey(
        Feedback, models.PROTECT, null=True, related_name="+", help_text="their own report, joined to it"
    )
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    phone = SealedText(blank=True, default="")
    email = SealedText(blank=True, default="")
    contact_index = models.CharField(max_length=32, blank=True, editable=False)
    since = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["feedback", "contact_index"], condition=~Q(contact_index=""), name="follower_once"
            ),
            models.UniqueConstraint(
                fields=["feedback", "joined"], condition=Q(joined__isnull=False), name="follower_of_report_once"
            ),
        ]  # fmt: skip

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.contact_index = blind_index(self.phone or self.email.lower(), column=PHONE_COLUMN)
        super().save(*args, **kwargs)


class FeedbackSequence(models.Model):
    """The last number given in a commune on a day: never twice."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="feedback_sequence_a_day")]
