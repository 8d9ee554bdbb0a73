"""One agency takes up one model: duty, plan, what was changed against the package, what runs, what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.models import Programme

from ..workflow import ADOPTION_LOOKS, ADOPTION_STEPS, NOT_YET, OPERATING, AdoptionStatus
from .registry import Reform, ReformVersion


class Obligation(models.TextChoices):
    """How strongly the directive asks (requirements 4.2)."""

    OWN = "own", "Tự nguyện"
    REFERENCE = "reference", "Tham khảo"
    ENCOURAGED = "encouraged", "Khuyến khích"
    MANDATORY = "mandatory", "Bắt buộc"


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def of(self, commune: Agency) -> AdoptionQuerySet:
        return self.filter(agency__commune=commune)

    def seen_by(self, agency: Agency) -> AdoptionQuerySet:
        """A commune its own; the province those of its communes."""
        if agency.commune_id is None:
            return self.filter(agency__province=agency.pk)
        return self.filter(agency__commune=agency.commune_id)

    def operating(self) -> AdoptionQuerySet:
        return self.filter(status__in=OPERATING)

    def unmet(self, now: datetime) -> AdoptionQuerySet:
        """Mandatory and not running at the deadline (requirements 4.2, rule 3). `due_at` is the last valid moment (A33)."""
        return self.filter(obligation=Obligation.MANDATORY, due_at__lt=now, status__in=NOT_YET)

    def measured(self) -> AdoptionQuerySet:
        """Adoptions that began to run: they have a before and an after."""
        return self.filter(started_on__isnull=False)


class Adoption(Stepping):
    """One agency takes up one version of a model."""

    steps: ClassVar[tuple[Step, ...]] = ADOPTION_STEPS

    reform = models.ForeignKey(Reform, models.PROTECT, related_name="adoptions")
    version = models.ForeignKey(ReformVersion, models.PROTECT, related_name="+", null=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="adoptions")
    status = models.CharField(max_length=16, choices=AdoptionStatus, default=AdoptionStatus.ASSIGNED)
    obligation = models.CharField(max_length=10, choices=Obligation, default=Obligation.OWN)
    directive_no = models.CharField(max_length=60, blank=True, help_text="số, ký hiệu of the document that asks")
    due_at = models.DateTimeField(null=True, blank=True, help_text="last valid moment to be running")
    is_pilot = models.BooleanField(default=False)
    pilot_until = models.DateField(null=True, blank=True)
    responsible = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    start_on = models.DateField(null=True, blank=True, help_text="planned")
    started_on = models.DateField(null=True, blank=True, help_text="first day the programmes ran")
    ended_on = models.DateField(null=True, blank=True)
    plan = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    settings = models.JSONField(
        default=list, help_text='programmes as adopted: [{"kind","name","parameters"}], in package order'
    )
    measures = models.JSONField(default=list, help_text="names of measures that show its effect")
    thresholds = models.JSONField(default=list, help_text='[{"measure","at_least"|"at_most"}]: not met = ineffective')
    programmes = models.ManyToManyField(Programme, related_name="adoptions", blank=True)
    reason = models.TextField(blank=True, help_text="why not adopted, asked to be exempt, paused or ended")
    decision_no = models.CharField(max_length=60, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    next_year = models.CharField(
        max_length=10, blank=True, help_text="year-end decision: keep, extend, stop, replicate"
    )
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reform", "agency"], condition=~Q(status="ended"), name="adopted_once_at_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "status"], name="adoption_agency"),
            models.Index(fields=["due_at"], condition=Q(status__in=[str(one) for one in NOT_YET]), name="adoption_due"),
        ]

    def __str__(self) -> str:
        return f"{self.reform} tại {self.agency.name_within}"

    @property
    def look(self) -> str:
        return ADOPTION_LOOKS[AdoptionStatus(self.status)]

    def is_operating(self) -> bool:
        return self.status in OPERATING


class Ruling(models.TextChoices):
    """What the People's Committee decides after the explanation (requirements 4.2)."""

    REMIND = "remind", "Nhắc nhở"
    CRITICISE = "criticise", "Phê bình"
    GIVE_TIME = "give_time", "Gia hạn"
    EXEMPT = "exempt", "Miễn"


class Explanation(models.Model):
    """A unit that did not deploy, or without effect, explains; then a decision is made and kept on its head's record."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="explanations")
    asked_at = models.DateTimeField()
    cause = models.CharField(max_length=300, help_text="why it is asked: the rule and the figure")
    head = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="head of the unit then")
    text = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)
    ruling = models.CharField(max_length=10, choices=Ruling, blank=True)
    ruling_no = models.CharField(max_length=60, blank=True)
    ruling_note = models.TextField(blank=True)
    ruled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ruled_at = models.DateTimeField(null=True)
    new_due_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]


class Difficulty(models.Model):
    """An advantage or a difficulty a unit meets with a model (S4.22); a difficulty wants an answer (S3.44)."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="difficulties")
    is_advantage = models.BooleanField(default=False)
    cause = models.CharField(max_length=20, help_text="people, money, equipment, habit, law, coordination, other")
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
