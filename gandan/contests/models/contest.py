"""A contest: its settings, judges, entries and what judges gave."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency, AgencyKind
from gandan.reforms.models import Reform

from ..workflow import CONTEST_LOOKS, CONTEST_STEPS, ENTRY_LOOKS, KNOWN_TO_ALL, ContestStatus, EntryStatus
from .campaign import concerning


def new_key() -> str:
    return secrets.token_urlsafe(9)


def usual_criteria() -> list[dict[str, Any]]:
    """The mark sheet unless the organiser says otherwise; the five sum up to 100."""
    return [
        {"key": "need", "name": "Tính cấp thiết, đúng việc dân cần", "most": 20},
        {"key": "novelty", "name": "Tính mới, sáng tạo", "most": 20},
        {"key": "effect", "name": "Hiệu quả, có số liệu chứng minh", "most": 30},
        {"key": "practice", "name": "Áp dụng được trong thực tiễn, nhân rộng được", "most": 20},
        {"key": "writing", "name": "Trình bày rõ ràng", "most": 10},
    ]


def usual_prizes() -> list[dict[str, Any]]:
    return [
        {"name": "Giải Nhất", "count": 1}, {"name": "Giải Nhì", "count": 1}, {"name": "Giải Ba", "count": 1},
    ]  # fmt: skip


class ContestQuerySet(models.QuerySet["Contest"]):
    def concerning(self, agency: Agency) -> ContestQuerySet:
        """Those the agency may enter or follow, once they are made known."""
        return self.filter(concerning(agency)).exclude(status=ContestStatus.DRAFT)

    def run_by(self, organiser: Agency) -> ContestQuerySet:
        return self.filter(organiser=organiser)


class Contest(Stepping):
    """A contest of models and initiatives (S3.23). Everything that may differ from contest to contest is a setting."""

    steps: ClassVar[tuple[Step, ...]] = CONTEST_STEPS

    organiser = models.ForeignKey(Agency, models.PROTECT, related_name="contests")
    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    name = models.CharField(max_length=240)
    basis = models.CharField(max_length=240, blank=True)
    rules = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=11, choices=ContestStatus, default=ContestStatus.DRAFT)
    closes_at = models.DateTimeField(help_text="last moment for entries")
    oldest = models.PositiveSmallIntegerField(null=True, blank=True, help_text="age in years; empty: no limit")
    officials_only = models.BooleanField(default=True)
    judges_each = models.PositiveSmallIntegerField(default=2, help_text="judges per paper")
    threshold = models.FloatField(default=10, help_text="points; further apart calls a third judge")
    finalists = models.PositiveSmallIntegerField(default=9)
    criteria = models.JSONField(default=usual_criteria, help_text='[{"key", "name", "most"}], together 100')
    prizes = models.JSONField(default=usual_prizes, help_text='[{"name", "count"}] from the first rank down')
    seed = models.PositiveIntegerField(help_text="of all drawing of lots")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    objects = ContestQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def look(self) -> str:
        return CONTEST_LOOKS[ContestStatus(self.status)]

    @property
    def is_known(self) -> bool:
        """Names and marks of the finalists are for everybody it concerns."""
        return self.status in KNOWN_TO_ALL

    def unit_of(self, agency: Agency) -> int:
        """The unit an agency counts for: its commune in a contest of the province, itself in a contest of a commune."""
        is_of_province = self.organiser.kind == AgencyKind.PROVINCE
        return (agency.commune_id or agency.pk) if is_of_province else agency.pk


class Stage(models.TextChoices):
    PRELIMINARY = "preliminary", "Sơ khảo"
    FINAL = "final", "Chung kết"


class PartKind(models.TextChoices):
    PAPER = "paper", "Bài viết, giám khảo chấm ẩn danh"
    TEST = "test", "Trắc nghiệm, máy chấm"
    LIVE = "live", "Thi trực tiếp, giám khảo cho điểm"


class Part(models.Model):
    """A part of a stage with its weight: the written paper, Chào hỏi, Kiến thức, Sáng kiến …"""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="parts")
    stage = models.CharField(max_length=11, choices=Stage)
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=5, choices=PartKind)
    weight = models.FloatField()
    questions = models.PositiveSmallIntegerField(default=20)
    minutes = models.PositiveSmallIntegerField(default=30)

    class Meta:
        ordering = ["stage", "order"]
        constraints = [models.UniqueConstraint(fields=["contest", "stage", "order"], name="part_order_once")]

    def __str__(self) -> str:
        return self.name


class Judge(models.Model):
    """A person who marks in one contest; never what comes from the own unit."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="judges")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="where the person worked then")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["contest", "user"], name="judge_once")]

    def __str__(self) -> str:
        return str(self.user)

    def may_judge(self, entry: Entry) -> bool:
        """Not one's own unit, and not one's own entry."""
        contest = entry.contest
        is_own_unit = contest.unit_of(self.unit) == contest.unit_of(entry.agency)
        return not is_own_unit and entry.author_id != self.user_id


class ContestEntryQuerySet(models.QuerySet["Entry"]):
    def standing(self) -> ContestEntryQuerySet:
        """Not withdrawn and not turned down."""
        return self.filter(status__in=(EntryStatus.SUBMITTED, EntryStatus.ELIGIBLE))

    def eligible(self) -> ContestEntryQuerySet:
        return self.filter(status=EntryStatus.ELIGIBLE)

    def in_final(self) -> ContestEntryQuerySet:
        return self.filter(is_finalist=True)


class Entry(models.Model):
    """A model or initiative handed in by a team. Judges know it by its number alone."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="entries")
    author = models.ForeignKey(User, models.PROTECT, related_name="entries", help_text="who handed it in for the team")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="the unit of the team")
    title = models.CharField(max_length=240)
    text = models.TextField()
    file = models.FileField(upload_to="contests/%Y/", blank=True)
    status = models.CharField(max_length=10, choices=EntryStatus, default=EntryStatus.SUBMITTED)
    reason = models.CharField(max_length=300, blank=True, help_text="why it is not eligible")
    at = models.DateTimeField()
    number = models.PositiveSmallIntegerField(null=True, help_text="drawn when marking starts")
    team = models.CharField(max_length=120, blank=True)
    reform = models.ForeignKey(Reform, models.PROTECT, null=True, blank=True, related_name="entries")
    paper_mark = models.FloatField(null=True)
    preliminary = models.FloatField(null=True, help_text="out of 100")
    preliminary_rank = models.PositiveSmallIntegerField(null=True)
    preliminary_reason = models.CharField(max_length=120, blank=True)
    is_finalist = models.BooleanField(default=False)
    final = models.FloatField(null=True, help_text="out of 100")
    final_rank = models.PositiveSmallIntegerField(null=True)
    final_reason = models.CharField(max_length=120, blank=True)
    prize = models.CharField(max_length=80, blank=True)

    objects = ContestEntryQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "author"], condition=~Q(status=EntryStatus.WITHDRAWN), name="one_entry_per_author"
            ),
            models.UniqueConstraint(fields=["contest", "number"], name="entry_number_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def look(self) -> str:
        return ENTRY_LOOKS[EntryStatus(self.status)]

    @property
    def called(self) -> str:
        """The team as the hall hears it."""
        return self.team or self.agency.name


class Member(models.Model):
    """One of the team, with what eligibility asks for."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="members")
    name = models.CharField(max_length=120)
    born_on = models.DateField()
    position = models.CharField(max_length=120, blank=True)
    is_official = models.BooleanField(default=True, help_text="cán bộ, công chức, viên chức")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def age_on(self, year: int) -> int:
        """Age in the year of the contest, by year of birth."""
        return year - self.born_on.year


class MarkSheet(models.Model):
    """One judge's marks of one paper: a draft until submitted, then never changed."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sheets")
    judge = models.ForeignKey(Judge, models.PROTECT, related_name="sheets")
    order = models.PositiveSmallIntegerField(help_text="1, 2 …; the one beyond the usual number is the third judge's")
    points = models.JSONField(default=dict, help_text="key of criterion → points")
    comment = models.TextField(blank=True)
    total = models.FloatField(null=True)
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "judge"], name="sheet_once"),
            models.UniqueConstraint(fields=["entry", "order"], name="sheet_order_once"),
        ]

    def __str__(self) -> str:
        return f"Phiếu chấm bài số {self.entry.number}"


class PartScore(models.Model):
    """What one judge gives one team for one part, live in the hall."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="scores")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="scores")
    judge = models.ForeignKey(Judge, models.PROTECT, related_name="scores")
    points = models.FloatField(help_text="out of 100")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "entry", "judge"], name="part_score_once")]
