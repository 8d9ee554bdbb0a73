"""A directive: what it says, which models it lists for whom, which clauses become duties."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.reforms.models import Obligation, Reform
from gandan.tasks.deadlines import last_valid

from ..groups import label_of
from ..workflow import DESIGNATION_STEPS, LOOKS, STEPS, DesignationStatus, Status


class DirectiveKind(models.TextChoices):
    LETTER = "letter", "Công văn"
    PLAN = "plan", "Kế hoạch"
    DECISION = "decision", "Quyết định"
    GUIDANCE = "guidance", "Văn bản định hướng năm"


class DirectiveQuerySet(models.QuerySet["Directive"]):
    def seen_by(self, office: Office) -> DirectiveQuerySet:
        """A commune: its own, and those issued to it or to a unit of it. A partner: those issued to it. The province: its own."""
        if office.commune is None:
            return self.filter(issuer=office.agency)
        if office.is_partner_only:
            return self.filter(receipts__agency=office.agency).distinct()
        received = Q(receipts__agency__commune=office.commune)
        return self.filter(Q(issuer=office.commune) | received).distinct()

    def below(self, province: Agency) -> DirectiveQuerySet:
        """Issued letters of the communes of a province: how far its own were carried."""
        return self.filter(issuer__province=province, issuer__commune__isnull=False).exclude(status=Status.DRAFT)


class Directive(Stepping):
    """A document that asks units to act. `parent` is the document it carries out."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    number = models.CharField(max_length=60, help_text="số, ký hiệu: 8026/SNV-CCHC&PC")
    issued_on = models.DateField(help_text="day of the document")
    issuer = models.ForeignKey(Agency, models.PROTECT, related_name="directives", help_text="province or commune")
    issuer_name = models.CharField(max_length=160, help_text="as printed: Sở Nội vụ thành phố Hải Phòng")
    subject = models.CharField(max_length=400, help_text="trích yếu")
    kind = models.CharField(max_length=10, choices=DirectiveKind, default=DirectiveKind.LETTER)
    theme = models.CharField(max_length=160, blank=True, help_text="of a yearly guidance")
    signer = models.CharField(max_length=120, blank=True)
    basis = models.JSONField(
        default=list, help_text='[{"number", "on", "issuer", "subject"}] of the documents it rests on'
    )
    text = models.TextField(blank=True)
    file = models.FileField(upload_to="directives/%Y/", blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="derived")
    groups = models.JSONField(default=list, help_text="codes of recipient groups (gandan/replication/groups.py)")
    agencies = models.ManyToManyField(Agency, related_name="+", blank=True, help_text="units named one by one")
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["issuer", "number"], name="directive_number_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def is_draft(self) -> bool:
        return self.status == Status.DRAFT

    @property
    def cascade_days(self) -> int | None:
        """Days from the document it carries out to its own; None when it carries out none."""
        return (self.issued_on - self.parent.issued_on).days if self.parent else None

    def group_labels(self) -> list[str]:
        return [label_of(code) for code in self.groups]


class Clause(models.Model):
    """One numbered clause that is a duty: for whom, until when."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="clauses")
    number = models.CharField(max_length=12, help_text="as printed: 1, 2.3")
    place = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_strict = models.BooleanField(default=False, help_text="“trước ngày”: the evening before is the last moment")
    groups = models.JSONField(default=list)
    agencies = models.ManyToManyField(Agency, related_name="+", blank=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "number"], name="clause_number_once")]

    def __str__(self) -> str:
        return f"mục {self.number}"

    @property
    def due_at(self) -> datetime | None:
        return last_valid(self.due_on, is_strict=self.is_strict) if self.due_on else None

    def group_labels(self) -> list[str]:
        return [label_of(code) for code in self.groups]


class Designation(Stepping):
    """One model for a group of units: how strongly, until when, judged by what."""

    steps: ClassVar[tuple[Step, ...]] = DESIGNATION_STEPS

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="designations")
    reform = models.ForeignKey(Reform, models.PROTECT, related_name="designations")
    obligation = models.CharField(max_length=10, choices=Obligation, default=Obligation.REFERENCE)
    due_on = models.DateField(null=True, blank=True)
    is_strict = models.BooleanField(default=False)
    report_due_on = models.DateField(null=True, blank=True, help_text="“trước ngày”: always strict")
    thresholds = models.JSONField(
        default=list, help_text='[{"measure","at_least"|"at_most"}]: all missed = ineffective'
    )
    fewest = models.PositiveSmallIntegerField(null=True, blank=True, help_text="so many units at least must run it")
    most = models.PositiveSmallIntegerField(null=True, blank=True, help_text="and so many at most")
    note = models.CharField(max_length=300, blank=True)
    groups = models.JSONField(default=list)
    agencies = models.ManyToManyField(Agency, related_name="+", blank=True)
    status = models.CharField(max_length=10, choices=DesignationStatus, default=DesignationStatus.DRAFT)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "reform"], name="designated_once")]

    def __str__(self) -> str:
        return f"{self.reform} theo {self.directive.number}"

    @property
    def due_at(self) -> datetime | None:
        return last_valid(self.due_on, is_strict=self.is_strict) if self.due_on else None

    def group_labels(self) -> list[str]:
        return [label_of(code) for code in self.groups]

    def is_met_by(self, running: int) -> bool | None:
        """Do so many running units meet the bounds? None: no bounds were set (S3.40)."""
        if self.fewest is None and self.most is None:
            return None
        return running >= (self.fewest or 0) and (self.most is None or running <= self.most)
