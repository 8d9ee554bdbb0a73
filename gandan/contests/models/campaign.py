"""Emulation campaigns: what units pledge, what came of it, who is commended."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency

from ..marks import Target
from ..workflow import CAMPAIGN_LOOKS, CAMPAIGN_STEPS, CampaignStatus


def concerning(agency: Agency) -> Q:
    """Organised by the agency's commune, its province, or the province itself when the agency is one."""
    return Q(organiser__in=[one for one in (agency.pk, agency.commune_id, agency.province_id) if one])


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def concerning(self, agency: Agency) -> CampaignQuerySet:
        """Those in which the agency may take part, once they are made known."""
        return self.filter(concerning(agency)).exclude(status=CampaignStatus.DRAFT)

    def run_by(self, organiser: Agency) -> CampaignQuerySet:
        return self.filter(organiser=organiser)

    def with_banner(self, agency: Agency, today: date) -> CampaignQuerySet:
        """Those whose theme stands above the pages of the agency's officers today."""
        known = self.concerning(agency).exclude(banner="").exclude(status=CampaignStatus.RANKED)
        return known.filter(starts_on__lte=today, ends_on__gte=today)


class Campaign(Stepping):
    """A campaign of a commune or a province: theme, days, what is registered (S3.2)."""

    steps: ClassVar[tuple[Step, ...]] = CAMPAIGN_STEPS

    organiser = models.ForeignKey(Agency, models.PROTECT, related_name="campaigns")
    name = models.CharField(max_length=240)
    banner = models.CharField(max_length=240, blank=True, help_text="theme of the year, shown above officers' pages")
    basis = models.CharField(max_length=240, blank=True, help_text="number and day of the plan")
    status = models.CharField(max_length=8, choices=CampaignStatus, default=CampaignStatus.DRAFT)
    starts_on = models.DateField()
    ends_on = models.DateField(help_text="last day counted in the results")
    commended = models.PositiveSmallIntegerField(default=3, help_text="how many units are commended")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    measured_at = models.DateTimeField(null=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="campaign_runs_forward")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def look(self) -> str:
        return CAMPAIGN_LOOKS[CampaignStatus(self.status)]


class PledgeKind(models.TextChoices):
    MEASURE = "measure", "Chỉ tiêu đo từ hồ sơ"
    COUNT = "count", "Nội dung đếm được từ hệ thống"
    REPORT = "report", "Nội dung đơn vị tự báo cáo, có minh chứng"


class Better(models.TextChoices):
    UP = "up", "từ mức này trở lên"
    DOWN = "down", "từ mức này trở xuống"


class PledgeQuerySet(models.QuerySet["Pledge"]):
    def of(self, agency: Agency) -> PledgeQuerySet:
        """Registered by the agency itself; for a commune by any of its parts."""
        return self.filter(agency__commune=agency.pk) if agency.pk == agency.commune_id else self.filter(agency=agency)


class Pledge(models.Model):
    """One unit registers one content with a target. The result is frozen when the campaign closes."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="pledges")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="pledges")
    content = models.CharField(max_length=240)
    kind = models.CharField(max_length=7, choices=PledgeKind)
    measure = models.CharField(max_length=60, blank=True, help_text="name of a measure or of a count (counts.py)")
    procedure = models.CharField(max_length=20, blank=True, help_text="code; empty: all")
    field = models.CharField(max_length=80, blank=True, help_text="empty: all")
    target = models.FloatField()
    better = models.CharField(max_length=4, choices=Better, default=Better.UP)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    evidence = models.CharField(max_length=300, blank=True)
    result = models.FloatField(null=True, help_text="frozen when the campaign closes; empty: not known")
    n = models.PositiveIntegerField(default=0, help_text="rows behind the result")

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering = ["agency__sort_name", "pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "agency", "content"], name="pledged_once")]

    def __str__(self) -> str:
        return self.content

    @property
    def aim(self) -> Target:
        return Target(self.target, self.result, self.better)


class Standing(models.Model):
    """Where one unit came in a campaign, frozen with the ranking."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="standings")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    reached = models.PositiveSmallIntegerField()
    pledged = models.PositiveSmallIntegerField()
    share = models.FloatField(help_text="of targets reached, percent")
    margin = models.FloatField(help_text="mean distance from the targets, percent")
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["rank", "agency__sort_name"]
        constraints = [models.UniqueConstraint(fields=["campaign", "agency"], name="one_standing_each")]


class CommendationKind(models.TextChoices):
    CERTIFICATE = "certificate", "Giấy khen"
    MERIT = "merit", "Bằng khen"
    LETTER = "letter", "Thư khen"
    MENTION = "mention", "Biểu dương"
    PRIZE = "prize", "Giải hội thi"


class CommendationQuerySet(models.QuerySet["Commendation"]):
    def given_by(self, organiser: Agency) -> CommendationQuerySet:
        return self.filter(organiser=organiser)

    def published(self) -> CommendationQuerySet:
        return self.filter(published_at__isnull=False)


class Commendation(models.Model):
    """Who is commended for what, by which decision (S1.32): a unit or a person, from a campaign, a contest or neither."""

    organiser = models.ForeignKey(Agency, models.PROTECT, related_name="commendations")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="commendations")
    contest = models.ForeignKey("contests.Contest", models.PROTECT, null=True, related_name="commendations")
    kind = models.CharField(max_length=11, choices=CommendationKind)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    person_name = models.CharField(max_length=240, blank=True)
    reason = models.CharField(max_length=300)
    number = models.CharField(max_length=60)
    decided_on = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    objects = CommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} số {self.number}"

    @property
    def whose(self) -> str:
        return ", ".join(one for one in (self.person_name, self.agency.name if self.agency else "") if one)
