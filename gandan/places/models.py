"""The nouns of place and time: agencies, hamlets, office sessions, days of the legal calendar."""

from __future__ import annotations

import re
from datetime import date

from django.db import models

from gandan.core.vietnamese import fold, sort_key

UNIT_TYPES = ("Xã", "Phường", "Đặc khu")
KIND_WORD = re.compile(r"^(?:Xã|Phường|Đặc khu|Thành phố|Tỉnh)\s+", re.IGNORECASE)


class AgencyKind(models.TextChoices):
    PROVINCE = "province", "Tỉnh, thành phố"
    DISTRICT = "district", "Cấp trung gian"
    COMMUNE = "commune", "Xã, phường, đặc khu"
    DIVISION = "division", "Phòng, Trung tâm"
    PARTNER = "partner", "Cơ quan phối hợp"


class AgencyQuerySet(models.QuerySet["Agency"]):
    def communes(self) -> AgencyQuerySet:
        return self.filter(kind=AgencyKind.COMMUNE)

    def inside(self, commune: Agency) -> AgencyQuerySet:
        """The commune itself with its divisions and partner agencies, in Vietnamese order."""
        return self.filter(commune=commune).order_by("kind", "sort_name")


class Agency(models.Model):
    """An office of the tree: province → commune → divisions and partner agencies.

    `commune` is the nearest commune at or above the agency (itself for a commune; empty for a province): the boundary that
    rows never cross. `identifier` is the electronic identifier printed in dossier codes (QĐ 20/2020/QĐ-TTg).
    """

    code = models.CharField(
        max_length=20, unique=True, help_text="unit code of the state (11131) or a code under it (11131-CA)"
    )
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=AgencyKind)
    part = models.CharField(
        max_length=20,
        blank=True,
        help_text="what a division or partner is for: cong_an, bhxh, thue, vpdkdd, van_phong, vhxh, kinh_te, truyen_thong, center",
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    commune = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    province = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="units")
    identifier = models.CharField(max_length=35, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_serving = models.BooleanField(default=False, help_text="a commune that works with this platform")
    folded_name = models.CharField(max_length=120, editable=False, db_index=True)
    sort_name = models.BinaryField(editable=False, default=b"")

    office_hours_text: str = ""
    """Office hours in words; told by `directory.serving_communes`, empty elsewhere."""

    objects = AgencyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "province"], name="agency_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["identifier"], condition=~models.Q(identifier=""), name="agency_identifier_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def unit_type(self) -> str:
        """ "xã", "phường" or "đặc khu" of a commune, else ""."""
        return next((word.lower() for word in UNIT_TYPES if self.name.startswith(f"{word} ")), "")

    @property
    def line(self) -> list[int]:
        """Keys of the agency and of those above it, nearest first: a rule of the nearest one holds."""
        above = (self.pk, self.parent_id, self.commune_id, self.province_id)
        return list(dict.fromkeys(pk for pk in above if pk))

    @property
    def place_name(self) -> str:
        """The name without its kind, as after “Nơi lập”: “Chí Minh” of “Xã Chí Minh”, “Hải Phòng” of “Thành phố Hải Phòng”."""
        return KIND_WORD.sub("", self.name)

    @property
    def name_within(self) -> str:
        """The name in the middle of a sentence: “xã Chí Minh”."""
        return self.name[:1].lower() + self.name[1:]


def derived_names(name: str) -> dict[str, object]:
    """The shadow columns of a name: for search without diacritics and for order in the Vietnamese alphabet."""
    return {"folded_name": fold(name), "sort_name": sort_key(name)}


class HamletKind(models.TextChoices):
    THON = "thon", "Thôn"
    TDP = "tdp", "Tổ dân phố"
    KHU = "khu", "Khu phố"


class HamletQuerySet(models.QuerySet["Hamlet"]):
    def of(self, commune: Agency) -> HamletQuerySet:
        """The hamlets of a commune, in Vietnamese order with numbers as numbers."""
        return self.filter(commune=commune).order_by("sort_name", "kind")


class Hamlet(models.Model):
    """A residential unit (đơn vị dân cư) of a commune and its head."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="hamlets")
    kind = models.CharField(max_length=5, choices=HamletKind, default=HamletKind.THON)
    name = models.CharField(max_length=80)
    head_name = models.CharField(max_length=120, blank=True)
    head_phone = models.CharField(max_length=20, blank=True)
    sort_name = models.BinaryField(editable=False, default=b"")

    objects = HamletQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "kind", "name"], name="hamlet_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


def hamlet_sort_key(name: str) -> bytes:
    """Order of hamlets: “Số 2” before “Số 10”."""
    return sort_key(re.sub(r"\d+", lambda number: number.group().zfill(4), name))


class OfficeSession(models.Model):
    """A half-day office session of an agency from a day on; agencies without their own use those of the agency above."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="sessions")
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    starts = models.TimeField()
    ends = models.TimeField()
    valid_from = models.DateField()

    class Meta:
        ordering = ["agency", "valid_from", "weekday", "starts"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "weekday", "starts", "valid_from"], name="session_once"),
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="session_runs_forward"),
        ]


class DayKind(models.TextChoices):
    HOLIDAY = "holiday", "Nghỉ lễ, Tết"
    IN_LIEU = "in_lieu", "Nghỉ bù"
    SWAPPED_OFF = "swapped_day_off", "Nghỉ hoán đổi"
    MAKEUP = "makeup_working_saturday", "Ngày làm bù"


class CalendarDayQuerySet(models.QuerySet["CalendarDay"]):
    def in_year(self, year: int) -> CalendarDayQuerySet:
        return self.filter(day__range=(date(year, 1, 1), date(year, 12, 31)))


class CalendarDay(models.Model):
    """A day of the legal calendar that differs from its week, with the law or notice that ordered it."""

    day = models.DateField(unique=True)
    kind = models.CharField(max_length=24, choices=DayKind)
    name = models.CharField(max_length=120)
    basis = models.CharField(max_length=200, help_text="law or number of the notice")

    objects = CalendarDayQuerySet.as_manager()

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"


class CalendarYear(models.Model):
    """“Đã nhập đủ năm N”: without it, dates that touch the year are provisional (rules §5)."""

    year = models.PositiveSmallIntegerField(unique=True)
    basis = models.CharField(max_length=200, help_text="the notice by which the year is complete")
    confirmed_by = models.CharField(max_length=120, help_text="name of the person; the journal has the account")
    confirmed_at = models.DateTimeField()
