"""What is told upwards: the quarterly synthesis with proposals, six-month reports, who is commended or named."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from gandan.core.workflow import Step, Stepping
from gandan.measures.periods import Period, between
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.reforms.models import Adoption, Explanation

from ..workflow import SEND_REPORT, SEND_SYNTHESIS, Sending
from .directive import Directive


def said_within(period: Period) -> str:
    """In the middle of a sentence: “quý IV/2026”."""
    return period.label[:1].lower() + period.label[1:]


class SynthesisQuerySet(models.QuerySet["Synthesis"]):
    def seen_by(self, office: Office) -> SynthesisQuerySet:
        return self.filter(agency=office.commune or office.agency)


class Synthesis(Stepping):
    """The quarter of a directive, or of everything the agency follows: built from adoptions, frozen when sent."""

    steps: ClassVar[tuple[Step, ...]] = (SEND_SYNTHESIS,)

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="province or commune that reports")
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, blank=True, related_name="syntheses")
    start = models.DateField()
    end = models.DateField()
    data = models.JSONField(default=dict)
    remarks = models.TextField(blank=True, help_text="what the office adds in its own words")
    status = models.CharField(max_length=5, choices=Sending, default=Sending.DRAFT)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: the clock")
    compiled_at = models.DateTimeField()
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)

    objects = SynthesisQuerySet.as_manager()

    class Meta:
        ordering = ["-end", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "directive", "start"], name="synthesis_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"Tổng hợp {said_within(self.period)}"

    @property
    def period(self) -> Period:
        return between(self.start, self.end)

    @property
    def said_period(self) -> str:
        return said_within(self.period)


class Handling(models.Model):
    """A proposal to consider the head of a unit that did not deploy or without effect; the explanation comes first."""

    synthesis = models.ForeignKey(Synthesis, models.CASCADE, related_name="handlings")
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="+")
    explanation = models.ForeignKey(Explanation, models.PROTECT, null=True, related_name="+")
    finding = models.CharField(
        max_length=12, choices=[("not_deployed", "Không triển khai"), ("ineffective", "Không hiệu quả")]
    )
    cause = models.CharField(max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["synthesis", "adoption"], name="handling_once")]

    @property
    def state(self) -> str:
        """waits: for the unit's explanation; explained: for the ruling; ruled."""
        if self.explanation is None or not self.explanation.text:
            return "waits"
        return "ruled" if self.explanation.ruling else "explained"


class ReportRound(models.Model):
    """A call for reports of a half year from named units, with one strict deadline (A33)."""

    issuer = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, blank=True, related_name="rounds")
    title = models.CharField(max_length=200)
    start = models.DateField()
    end = models.DateField()
    due_on = models.DateField(help_text="“trước ngày” this day")
    due_at = models.DateTimeField(help_text="last valid moment")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-due_at"]
        constraints = [models.UniqueConstraint(fields=["issuer", "start", "end", "title"], name="round_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> Period:
        return between(self.start, self.end)


class PeriodReportQuerySet(models.QuerySet["PeriodReport"]):
    def of(self, commune: Agency) -> PeriodReportQuerySet:
        return self.filter(agency__commune=commune)

    def late(self, now: datetime) -> PeriodReportQuerySet:
        """Sent after the last valid moment, or not sent when it is past."""
        sent_late = models.Q(status=Sending.SENT, sent_at__gt=models.F("round__due_at"))
        return self.filter(sent_late | models.Q(status=Sending.DRAFT, round__due_at__lt=now))


class PeriodReport(Stepping):
    """One unit's report of the half year: pre-filled, completed in words, frozen when sent."""

    steps: ClassVar[tuple[Step, ...]] = (SEND_REPORT,)

    round = models.ForeignKey(ReportRound, models.CASCADE, related_name="reports")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    status = models.CharField(max_length=5, choices=Sending, default=Sending.DRAFT)
    results = models.TextField(blank=True)
    difficulties = models.TextField(blank=True)
    proposals = models.JSONField(default=list, help_text="models the unit proposes, one line each")
    data = models.JSONField(default=dict, help_text="what was sent, figures and words")
    sha256 = models.CharField(max_length=64, blank=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    reminded = models.SmallIntegerField(null=True)

    objects = PeriodReportQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "agency"], name="period_report_once")]

    def __str__(self) -> str:
        return f"{self.round.title}, {self.agency.name_within}"

    def is_late(self, now: datetime) -> bool:
        return (self.sent_at or now) > self.round.due_at


class MentionKind(models.TextChoices):
    COMMENDED = "commended", "Biểu dương"
    NAMED = "named", "Thực hiện chưa nghiêm túc"


class Mention(models.Model):
    """Of a quarter: a unit or person commended, or a unit named as not serious, with its proof and its reply (S1.32)."""

    issuer = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=MentionKind)
    start = models.DateField(help_text="first day of the quarter")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    proof = models.JSONField(default=list, help_text="facts as they were: overdue tasks, figures")
    reply = models.TextField(blank=True)
    replied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "kind", "start", "agency", "person"], name="mention_once", nulls_distinct=False
            )
        ]
