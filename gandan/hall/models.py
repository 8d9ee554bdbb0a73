"""The nouns of the hall: counters, who sits there, tickets with their matters, calls."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.catalog.models import Procedure
from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency

from .keys import new_key
from .ordering import Waiting
from .workflow import AT_COUNTER, GROUP_OPEN, GROUP_STEPS, LOOKS, STEPS, GroupStatus, Status


class Zone(models.TextChoices):
    """Where people go after the ticket (S0.18): helped by an officer, or filing themselves. A proposal, never a refusal."""

    ASSISTED = "assisted", "Khu hướng dẫn trực tiếp"
    SELF_SERVICE = "self", "Khu tự thực hiện"


class Priority(models.TextChoices):
    """Why somebody goes first (NĐ 118/2025/NĐ-CP, Điều 13; Luật Người cao tuổi; Luật Người khuyết tật)."""

    NONE = "", "không ưu tiên"
    ELDERLY = "elderly", "Người cao tuổi"
    PREGNANT = "pregnant", "Phụ nữ mang thai"
    DISABLED = "disabled", "Người khuyết tật"
    CHILD = "child", "Đi cùng trẻ dưới 36 tháng"
    MERIT = "merit", "Người có công"
    ILL = "ill", "Người ốm, bệnh nặng"


class Source(models.TextChoices):
    """Where the ticket was drawn."""

    KIOSK = "kiosk", "Máy lấy số"
    DESK = "desk", "Bàn hướng dẫn"
    PHONE = "phone", "Điện thoại"
    RECEIPT = "receipt", "Giấy hẹn"
    BOOKING = "booking", "Lịch hẹn"


class Counter(models.Model):
    """A counter of the Centre. It serves everything, unless it is a specialist's (`fields`)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="counters")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80, blank=True)
    zone = models.CharField(max_length=8, choices=Zone, default=Zone.ASSISTED)
    fields = models.JSONField(default=list, help_text="fields of procedures it serves; empty: all")
    is_for_priority = models.BooleanField(default=False, help_text="people with priority first here (Điều 13)")
    is_used = models.BooleanField(default=True)
    help_at = models.DateTimeField(null=True, help_text="the emergency button was pressed and nobody came yet")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="counter_number_once")]

    def __str__(self) -> str:
        return self.name or f"Quầy {self.number}"

    def serves(self, field: str) -> bool:
        return not self.fields or not field or field in self.fields


class Sitting(models.Model):
    """An officer serves at a counter, from a moment to a moment; one officer a counter, one counter an officer."""

    counter = models.ForeignKey(Counter, models.PROTECT, related_name="sittings")
    officer = models.ForeignKey(User, models.PROTECT, related_name="sittings")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True, help_text="a break: the counter calls nobody")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["counter"], condition=Q(until__isnull=True), name="one_officer_a_counter"),
            models.UniqueConstraint(fields=["officer"], condition=Q(until__isnull=True), name="one_counter_an_officer"),
        ]


class TicketQuerySet(models.QuerySet["Ticket"]):
    def of(self, agency: Agency, day: date) -> TicketQuerySet:
        return self.filter(agency=agency, day=day)

    def waiting(self) -> TicketQuerySet:
        return self.filter(status=Status.WAITING)


class Ticket(Stepping):
    """A number in the hall: one visit of one person. No name is asked; the key in the QR follows the place in the queue."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="tickets")
    day = models.DateField()
    number = models.PositiveSmallIntegerField(help_text="of the day; spoken and shown, given once")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    zone = models.CharField(max_length=8, choices=Zone, default=Zone.ASSISTED)
    first_zone = models.CharField(max_length=8, choices=Zone, default=Zone.ASSISTED, help_text="as proposed by age")
    zone_reason = models.CharField(max_length=160, blank=True, help_text="why the person switched")
    priority = models.CharField(max_length=8, choices=Priority, blank=True)
    priority_reason = models.CharField(max_length=160, blank=True, help_text="what was seen or said; recorded by law")
    birth_year = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=8, choices=Source)
    procedure = models.ForeignKey(
        Procedure, models.PROTECT, null=True, related_name="+", help_text="of the first matter"
    )
    has_papers = models.BooleanField(null=True, help_text="papers ready, as answered before the ticket")
    booked_for = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True, help_text="of the last call")
    served_at = models.DateTimeField(null=True, help_text="arrived at the counter: walking ends, serving begins")
    ended_at = models.DateTimeField(null=True)
    counter = models.ForeignKey(Counter, models.PROTECT, null=True, related_name="tickets")
    only_counter = models.ForeignKey(Counter, models.PROTECT, null=True, related_name="+", help_text="redirected to it")
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    calls = models.PositiveSmallIntegerField(default=0)
    moves = models.PositiveSmallIntegerField(default=0, help_text="times sent to another counter or zone")
    waited_seconds = models.PositiveIntegerField(default=0)
    walked_seconds = models.PositiveIntegerField(default=0)
    served_seconds = models.PositiveIntegerField(default=0)
    assisted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", help_text="who wrote or typed for the person (S3.30, S4.7)"
    )
    prepared_at = models.DateTimeField(null=True, help_text="typed in and printed: ready for the stamp desk")
    near_at = models.DateTimeField(null=True, help_text="told that the turn is near; once")
    phone_token = models.CharField(
        max_length=200, blank=True, help_text="where to tell when near; forgotten at the end"
    )
    programme_ids = models.JSONField(default=list, help_text="programmes it was drawn under")

    objects = TicketQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "day", "number"], name="ticket_number_once"),
            models.UniqueConstraint(
                fields=["counter"],
                condition=Q(status__in=[str(one) for one in AT_COUNTER]),
                name="one_ticket_a_counter",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "day"], condition=Q(status="waiting"), name="ticket_waiting"),
            models.Index(fields=["agency", "day", "status"], name="ticket_day"),
        ]

    def __str__(self) -> str:
        return f"Số {self.number}"

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def said(self) -> str:
        """The number as printed and shown: three digits."""
        return f"{self.number:03d}"

    @property
    def waited_minutes(self) -> int:
        return self.waited_seconds // 60

    def as_waiting(self) -> Waiting:
        return Waiting(self.pk, self.drawn_at, bool(self.priority), self.booked_for)


class Matter(models.Model):
    """One thing a visit is about; several matters are done at one counter."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="matters")
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=200, blank=True, help_text="as the person said it, where no procedure fits")
    done_at = models.DateTimeField(null=True)


class Call(models.Model):
    """A number called to a counter: kept for the board, for recall, and to prove that nobody was called twice at once."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="called")
    counter = models.ForeignKey(Counter, models.PROTECT, related_name="calls")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    is_again = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ticket"], condition=Q(ended_at__isnull=True), name="one_open_call_a_ticket"
            )
        ]
        indexes = [models.Index(fields=["counter", "-at"], name="call_counter")]


class DayNumber(models.Model):
    """The last number drawn of an agency on a day: two kiosks never print the same."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    day = models.DateField()
    last = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="one_number_row_a_day")]


class PeerGroup(Stepping):
    """People waiting for the same procedure; one of them, guided first and willing, guides the others (S0.22)."""

    steps: ClassVar[tuple[Step, ...]] = GROUP_STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="peer_groups")
    day = models.DateField()
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+")
    status = models.CharField(max_length=9, choices=GroupStatus, default=GroupStatus.PROPOSED)
    proposed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    guided_at = models.DateTimeField(null=True)
    guiding_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True, help_text="the last member was confirmed: the group's work ends")
    ended_at = models.DateTimeField(null=True)
    single_seconds = models.PositiveIntegerField(
        null=True, help_text="mean of serving one person alone, last 30 days; empty: not known then"
    )
    saved_seconds = models.IntegerField(null=True, help_text="members × single − the group's time; may be negative")
    programme_id = models.BigIntegerField(null=True, help_text="the programme it was made under")

    class Meta:
        indexes = [models.Index(fields=["agency", "day"], name="peer_group_day")]

    def __str__(self) -> str:
        return f"Nhóm {self.procedure.short_name}"

    @property
    def is_open(self) -> bool:
        return self.status in GROUP_OPEN


class PeerMember(models.Model):
    """One ticket of a group. Nobody sees another's data: the group knows numbers only."""

    group = models.ForeignKey(PeerGroup, models.CASCADE, related_name="members")
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="memberships")
    is_pioneer = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, help_text="the officer saw that it is done")
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ticket"], condition=Q(left_at__isnull=True), name="one_group_a_ticket"),
            models.UniqueConstraint(fields=["group"], condition=Q(is_pioneer=True), name="one_pioneer_a_group"),
        ]


def waited_until(ticket: Ticket, now: datetime) -> int:
    """Seconds from the turn to now, for a ticket that waits."""
    return max(0, int((now - ticket.as_waiting().turn).total_seconds()))


class VoiceClip(models.Model):
    """One word of a call as somebody of the commune has spoken it (gandan/hall/spoken.py: CLIPS)."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="voice_clips")
    word = models.CharField(max_length=20)
    sound = models.BinaryField(help_text="WAV, 16 bit, one channel")
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "word"], name="voice_clip_once")]

    def __str__(self) -> str:
        return self.word
