"""A line or channel, who keeps it when, and whether it is connected."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.timezone import localdate

from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.calendar import vietnam_moment
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..coverage import Span, office_hours, whole_days


class Channel(models.TextChoices):
    """What is kept day by day (TC1.3.2)."""

    HOTLINE = "hotline", "Đường dây nóng"
    ZALO = "zalo", "Trang Zalo"
    FACEBOOK = "facebook", "Trang Facebook"


class Hours(models.TextChoices):
    ALWAYS = "always", "24/24"
    OFFICE = "office", "Giờ hành chính"


class LineQuerySet(models.QuerySet["Line"]):
    def of(self, commune: Agency) -> LineQuerySet:
        return self.filter(commune=commune)

    def in_use(self) -> LineQuerySet:
        return self.filter(is_active=True)

    def seen_by(self, office: Office) -> LineQuerySet:
        """Of the office's commune (of the province for its oversight); a partner agency sees the lines it answers."""
        if office.commune is None:
            return self.filter(commune__province=office.agency)
        rows = self.filter(commune=office.commune)
        return rows.filter(unit=office.agency) if office.is_partner_only else rows

    def reached_by(self, number: str) -> LineQuerySet:
        """The line with this number or extension (letters and figures only)."""
        return self.in_use().filter(Q(dialled=number) | Q(extensions__contains=[number]))


class Line(models.Model):
    """A telephone number or a page that people write to: what it is for, when it is kept, which unit answers."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.HOTLINE)
    name = models.CharField(max_length=80, help_text="“An ninh, trật tự”")
    number = models.CharField(max_length=24, blank=True, help_text="as it is printed")
    dialled = models.CharField(max_length=24, blank=True, editable=False, help_text="figures alone")
    address = models.URLField(blank=True, help_text="of the page")
    extensions = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    scope = models.CharField(max_length=300, help_text="what people may call about")
    hours = models.CharField(max_length=6, choices=Hours, default=Hours.ALWAYS)
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="who answers")
    category = models.CharField(max_length=24, blank=True, help_text="of slips written at this line, unless changed")
    is_active = models.BooleanField(default=True)
    last_heard_at = models.DateTimeField(null=True, help_text="the exchange told of a call")

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["commune", "channel", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialled"], condition=~Q(dialled="") & Q(is_active=True), name="hotline_number_once"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name}: {self.number}" if self.number else f"{self.get_channel_display()}: {self.name}"

    def needed(self, since: date, until: date) -> list[Span]:
        """The time in which somebody must be there, both days counted."""
        if self.hours == Hours.ALWAYS:
            return whole_days(since, until)
        return office_hours(calendar_of(self.commune, on=since), since, until)

    def is_open_at(self, moment: datetime) -> bool:
        return self.hours == Hours.ALWAYS or calendar_of(self.commune, on=localdate(moment)).is_office_time(moment)


class _Span(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class DutyShiftQuerySet(models.QuerySet["DutyShift"]):
    def at(self, moment: datetime) -> DutyShiftQuerySet:
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def touching(self, since: date, until: date) -> DutyShiftQuerySet:
        """Any minute of the days, the last one counted."""
        first, last = vietnam_moment(since, time()), vietnam_moment(until + timedelta(days=1), time())
        return self.filter(starts_at__lt=last, ends_at__gt=first)


class DutyShift(models.Model):
    """One person keeps one line for a while; what the next one must know stands in the hand-over."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="shifts")
    person = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    hand_over_note = models.CharField(max_length=500, blank=True)
    handed_over_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = DutyShiftQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            ExclusionConstraint(
                name="one_person_on_a_line",
                expressions=[
                    ("line", RangeOperators.EQUAL),
                    (_Span(F("starts_at"), F("ends_at"), Value("[)")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.line.name}"

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)


class RosterOrder(models.Model):
    """The signed assignment of a period: from then on the roster of these days has no holes (TC1.3.2)."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    number = models.CharField(max_length=40, blank=True, help_text="of the document, when the clerk has given it")
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(until__gte=F("since")), name="roster_order_runs_forward")]


class LineCheck(models.Model):
    """Somebody called the line to see whether it is connected (S4.5)."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="checks")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_connected = models.BooleanField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["line", "-at"], name="line_check_newest")]
