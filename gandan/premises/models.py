"""The nouns of the premises: amenities and their days, things of the checklist and their inspections, defects."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import TruncDate

from gandan.core.storage import sealed_storage
from gandan.core.workflow import Step, Stepping
from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.places.models import Agency

from .cadence import is_due
from .keys import new_key
from .workflow import LOOKS, OPEN, STEPS, UNMENDED, Status


class AmenityKind(models.TextChoices):
    DIGITAL = "digital", "Dịch vụ số"
    PHYSICAL = "physical", "Tại chỗ"


class Reading(models.TextChoices):
    """What is read off at a check, beside good or bad."""

    NONE = "", "không đọc số"
    SPEED = "speed", "tốc độ mạng (Mbps)"
    COUNTER = "counter", "số đếm trên máy (trang)"
    STOCK = "stock", "số còn lại"


class AmenityQuerySet(models.QuerySet["Amenity"]):
    def of(self, commune: Agency) -> AmenityQuerySet:
        return self.filter(agency=commune)

    def promised(self, numbers: frozenset[int]) -> AmenityQuerySet:
        """In use, and among those the commune promises."""
        return self.filter(is_used=True, number__in=numbers)


class Amenity(models.Model):
    """Something free that the Centre offers to whoever comes; its key stands in the QR on it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="amenities")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=AmenityKind, default=AmenityKind.PHYSICAL)
    place = models.CharField(max_length=160, blank=True)
    about = models.CharField(max_length=300, blank=True, help_text="one sentence for the citizen")
    responsible = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    is_free = models.BooleanField(default=True)
    is_used = models.BooleanField(default=True)
    needs_photo = models.BooleanField(default=False, help_text="every check shows a photo")
    reading = models.CharField(max_length=8, choices=Reading, blank=True)
    least = models.PositiveIntegerField(null=True, blank=True, help_text="a speed or stock below this is a defect")
    key = models.CharField(max_length=16, unique=True, default=new_key)

    objects = AmenityQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="amenity_number_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def reads_for_least(self) -> bool:
        return self.least is not None and self.reading in (Reading.SPEED, Reading.STOCK)


class AmenityCheck(models.Model):
    """The morning look at one amenity; looked at again the same day, the last look counts."""

    amenity = models.ForeignKey(Amenity, models.CASCADE, related_name="checks")
    day = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_ok = models.BooleanField()
    reading = models.PositiveIntegerField(null=True)
    used = models.PositiveIntegerField(null=True, help_text="pages since the last reading of a counter")
    note = models.CharField(max_length=300, blank=True)
    photo = models.FileField(upload_to="premises/%Y/%m/", storage=sealed_storage, blank=True)
    photo_type = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["amenity", "day"], name="one_check_a_day")]
        indexes = [models.Index(fields=["day"], name="amenity_check_day")]


class AmenityUse(models.Model):
    """How many used an amenity on a day and said so at its QR. Nobody by name."""

    amenity = models.ForeignKey(Amenity, models.CASCADE, related_name="uses")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["amenity", "day"], name="one_use_count_a_day")]


class OpeningDay(models.Model):
    """One morning of a commune: how many amenities worked when it opened, or that nobody had looked in time."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="opening_days")
    day = models.DateField()
    total = models.PositiveSmallIntegerField(null=True)
    working = models.PositiveSmallIntegerField(null=True)
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True, help_text="the hour had passed and something was not yet checked")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="one_opening_a_day")]


class Cadence(models.TextChoices):
    DAILY = "daily", "hằng ngày"
    WEEKLY = "weekly", "hằng tuần"
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    YEARLY = "yearly", "hằng năm"


class Equipment(models.TextChoices):
    """The three kinds every unit must have (S3.13)."""

    NONE = "", "không"
    COMPUTER = "computer", "Máy vi tính"
    PRINTER = "printer", "Máy in"
    SCANNER = "scanner", "Máy quét"


class ChecklistItemQuerySet(models.QuerySet["ChecklistItem"]):
    def of(self, commune: Agency) -> ChecklistItemQuerySet:
        return self.filter(agency=commune)

    def used(self) -> ChecklistItemQuerySet:
        return self.filter(is_used=True)

    def with_last(self) -> ChecklistItemQuerySet:
        """`last_on`, `last_ok` of the newest inspection."""
        newest = Inspection.objects.filter(item=OuterRef("pk")).order_by("-at")
        told: dict[str, Any] = {
            "last_on": Subquery(newest.annotate(on=TruncDate("at", tzinfo=VIETNAM)).values("on")[:1]),
            "last_ok": Subquery(newest.values("is_ok")[:1]),
        }
        return self.annotate(**told)

    def expiring(self, until: date) -> ChecklistItemQuerySet:
        """With a day of expiry up to `until`, the nearest first."""
        return self.filter(is_used=True, expires_on__lte=until).order_by("expires_on")


class ChecklistItem(models.Model):
    """A thing that must be there and in order: inspected at its cadence, some with a day on which it expires."""

    last_on: date | None
    last_ok: bool | None

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="checklist")
    unit = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", help_text="where it stands: the commune or a part"
    )
    section = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    place = models.CharField(max_length=160, blank=True)
    cadence = models.CharField(max_length=10, choices=Cadence, default=Cadence.WEEKLY)
    needs_photo = models.BooleanField(default=True)
    equipment = models.CharField(max_length=10, choices=Equipment, blank=True)
    responsible = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    expires_on = models.DateField(null=True, blank=True)
    warned_for = models.DateField(null=True, editable=False, help_text="the expiry date that was already told")
    is_used = models.BooleanField(default=True)
    key = models.CharField(max_length=16, unique=True, default=new_key)

    objects = ChecklistItemQuerySet.as_manager()

    class Meta:
        ordering = ["section", "name", "place"]
        constraints = [models.UniqueConstraint(fields=["agency", "unit", "name", "place"], name="checklist_item_once")]

    def __str__(self) -> str:
        return self.name

    def is_due(self, today: date) -> bool:
        """Of a row of `with_last`."""
        return is_due(self.cadence, self.last_on, today)


class Inspection(models.Model):
    """One look at a thing of the checklist: the evidence is photo, inspector and moment."""

    item = models.ForeignKey(ChecklistItem, models.CASCADE, related_name="inspections")
    inspector = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_ok = models.BooleanField()
    is_scanned = models.BooleanField(default=False, help_text="opened by the QR that hangs at the place")
    note = models.CharField(max_length=300, blank=True)
    photo = models.FileField(upload_to="premises/%Y/%m/", storage=sealed_storage, blank=True)
    photo_type = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["item", "-at"], name="inspection_newest")]


class Source(models.TextChoices):
    CITIZEN = "citizen", "người dân quét mã"
    INSPECTOR = "inspector", "người kiểm tra"
    EXPIRY = "expiry", "lịch hạn dùng"


class DefectQuerySet(models.QuerySet["Defect"]):
    def of(self, commune: Agency) -> DefectQuerySet:
        return self.filter(agency=commune)

    def still_open(self) -> DefectQuerySet:
        return self.filter(status__in=OPEN)

    def unmended(self) -> DefectQuerySet:
        return self.filter(status__in=UNMENDED)

    def overdue(self, today: date) -> DefectQuerySet:
        return self.unmended().filter(due_on__lt=today)


class Defect(Stepping):
    """Something out of order or used up: who mends it, by when, before and after. One open defect a thing."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="defects")
    amenity = models.ForeignKey(Amenity, models.PROTECT, null=True, related_name="defects")
    item = models.ForeignKey(ChecklistItem, models.PROTECT, null=True, related_name="defects")
    status = models.CharField(max_length=10, choices=Status, default=Status.FOUND)
    is_stopping = models.BooleanField(default=True, help_text="false: still usable, only running low")
    source = models.CharField(max_length=10, choices=Source)
    text = models.TextField(max_length=2000)
    reports = models.PositiveSmallIntegerField(default=1, help_text="how often it was told")
    found_at = models.DateTimeField()
    found_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: a citizen")
    responsible = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    assigned_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    fixed_at = models.DateTimeField(null=True)
    fixed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    fix_note = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True, help_text="why it was reopened or dismissed")
    photo_before = models.FileField(upload_to="premises/%Y/%m/", storage=sealed_storage, blank=True)
    photo_before_type = models.CharField(max_length=40, blank=True)
    photo_after = models.FileField(upload_to="premises/%Y/%m/", storage=sealed_storage, blank=True)
    photo_after_type = models.CharField(max_length=40, blank=True)

    objects = DefectQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amenity__isnull=False, item__isnull=True) | Q(amenity__isnull=True, item__isnull=False),
                name="defect_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["amenity"], condition=Q(status__in=[str(one) for one in OPEN]), name="one_open_defect_an_amenity"
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(status__in=[str(one) for one in OPEN]), name="one_open_defect_an_item"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["agency", "status"], name="defect_status")]

    def __str__(self) -> str:
        return f"Hỏng hóc “{self.thing}”"

    @property
    def thing(self) -> Amenity | ChecklistItem:
        found = self.amenity or self.item
        assert found is not None, "constraint defect_of_one_thing"
        return found

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    def is_unmended(self) -> bool:
        return self.status in UNMENDED

    def is_late(self, today: date) -> bool:
        return self.is_unmended() and self.due_on is not None and self.due_on < today

    def days_open(self, today: date) -> int:
        """Calendar days from found to closed, or until today."""
        ended = self.closed_at or self.fixed_at
        last = ended.astimezone(VIETNAM).date() if ended and not self.is_unmended() else today
        return (last - self.found_at.astimezone(VIETNAM).date()) // timedelta(days=1)
