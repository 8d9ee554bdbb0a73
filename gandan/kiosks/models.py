"""The nouns of the machine: where it stands and how it is, who used it (nobody by name), what lies in its lockers."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier, Draft
from gandan.people.models import User
from gandan.places.models import Agency

from .codes import new_key
from .workflow import ACTIVE, LOOKS, STEPS, Status

SILENT_AFTER = timedelta(minutes=10)


class PaperState(models.TextChoices):
    """What the printer last said of its paper."""

    UNKNOWN = "", "chưa biết"
    OK = "ok", "còn giấy"
    LOW = "low", "sắp hết giấy"
    OUT = "out", "hết giấy"
    BROKEN = "broken", "máy in không trả lời"


class Locker(models.Model):
    """A cabinet of compartments. Several machines may stand before one."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    address = models.CharField(
        max_length=200, blank=True, help_text="http://… of the lock controller; empty: the simulator"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="locker_name_once")]

    def __str__(self) -> str:
        return self.name


class MachineQuerySet(models.QuerySet["Machine"]):
    def of(self, commune: Agency) -> MachineQuerySet:
        return self.filter(agency=commune)

    def silent(self, now: datetime) -> MachineQuerySet:
        """In use, and not heard of since `SILENT_AFTER`."""
        return self.filter(is_used=True, last_seen_at__lt=now - SILENT_AFTER)


class Machine(models.Model):
    """A self-service machine. Its key is its address; whoever stands before it needs no account."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=160)
    is_used = models.BooleanField(default=True)
    locker = models.ForeignKey(Locker, models.PROTECT, null=True, blank=True, related_name="machines")
    printer_address = models.CharField(
        max_length=120, blank=True, help_text="“10.0.0.5:9100” or “file:/dev/usb/lp0”; empty: the simulator"
    )
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True)
    silence_told_at = models.DateTimeField(
        null=True, help_text="staff were told that it is silent; empty again when heard"
    )
    paper = models.CharField(max_length=8, choices=PaperState, blank=True)

    objects = MachineQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="machine_name_once")]

    def __str__(self) -> str:
        return self.name

    def is_silent(self, now: datetime) -> bool:
        return self.last_seen_at is None or self.last_seen_at < now - SILENT_AFTER

    def is_open(self, at: time) -> bool:
        """Without hours it serves day and night."""
        if self.opens_at is None or self.closes_at is None:
            return True
        return self.opens_at <= at < self.closes_at

    @property
    def prints(self) -> bool:
        return self.paper not in (PaperState.OUT, PaperState.BROKEN)


class Outcome(models.TextChoices):
    """What a visit came to."""

    OPEN = "", "đang dùng"
    FILED = "filed", "nộp hồ sơ"
    FETCHED = "fetched", "nhận kết quả"
    LOOKED = "looked", "tra cứu"
    TICKET = "ticket", "lấy số"
    RATED = "rated", "góp ý"
    ENDED = "ended", "xem rồi thôi"
    ABANDONED = "abandoned", "bỏ dở hồ sơ"


class Visit(models.Model):
    """One use of a machine by one person, from the first touch to “Kết thúc”. Ended, it leads to nobody's data any more."""

    machine = models.ForeignKey(Machine, models.PROTECT, related_name="visits")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    started_at = models.DateTimeField()
    last_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    steps = models.PositiveSmallIntegerField(default=0, help_text="pages sent")
    errors = models.PositiveSmallIntegerField(default=0, help_text="caught by the check of a form before filing")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    draft = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="+", help_text="empty once ended")
    dossier = models.ForeignKey(
        Dossier, models.SET_NULL, null=True, related_name="+", help_text="on the screen; empty once ended"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["machine"], condition=Q(ended_at__isnull=True), name="one_visit_a_machine")
        ]
        indexes = [models.Index(fields=["machine", "started_at"], name="visit_started")]


class KioskFiling(models.Model):
    """A dossier that was filed at a machine: the channel “APS” inside the national channel “trực tuyến”."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="kiosk_filing")
    machine = models.ForeignKey(Machine, models.PROTECT, related_name="filings")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="filings")
    filed_at = models.DateTimeField()
    errors = models.PositiveSmallIntegerField(default=0, help_text="caught before filing")
    is_handwritten = models.BooleanField(
        default=False, help_text="a handwritten form was photographed: not “không viết” (S2.3)"
    )
    printed_at = models.DateTimeField(null=True, help_text="the receipt; once")

    class Meta:
        indexes = [models.Index(fields=["machine", "filed_at"], name="kiosk_filed")]


class Compartment(models.Model):
    locker = models.ForeignKey(Locker, models.PROTECT, related_name="compartments")
    number = models.PositiveSmallIntegerField()
    is_usable = models.BooleanField(default=True, help_text="false: the lock is broken")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["locker", "number"], name="compartment_number_once")]

    def __str__(self) -> str:
        return f"Ngăn {self.number:02d}"


class PlacementQuerySet(models.QuerySet["Placement"]):
    def of(self, commune: Agency) -> PlacementQuerySet:
        return self.filter(compartment__locker__agency=commune)

    def active(self) -> PlacementQuerySet:
        return self.filter(status__in=ACTIVE)


class Placement(Stepping):
    """The result of a dossier in a compartment, with the code that opens it once."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="placements")
    compartment = models.ForeignKey(Compartment, models.PROTECT, related_name="placements")
    status = models.CharField(max_length=10, choices=Status, default=Status.RESERVED)
    code_index = models.CharField(max_length=32, blank=True)
    code = SealedText(blank=True, default="", help_text="until the message is on its way")
    reserved_at = models.DateTimeField()
    placed_at = models.DateTimeField(null=True)
    placed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(null=True)
    code_sent_at = models.DateTimeField(null=True)
    opening_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    machine = models.ForeignKey(
        Machine, models.PROTECT, null=True, related_name="returns", help_text="it was fetched at"
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment"], condition=Q(status__in=[str(one) for one in ACTIVE]), name="one_result_a_compartment"
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(status__in=[str(one) for one in ACTIVE]), name="one_compartment_a_result"
            ),
            models.UniqueConstraint(fields=["code_index"], condition=~Q(code_index=""), name="code_once"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["machine", "fetched_at"], name="placement_fetched")]

    def __str__(self) -> str:
        return str(self.compartment)

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]
