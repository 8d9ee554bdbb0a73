"""The registry: models, their versions with packages, assessments, opinions, surveys, recognitions, declared figures."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.vietnamese import fold, sort_key
from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.places.models import Agency

from ..workflow import IN_REGISTRY, LOOKS, STEPS, Status


class ReformKind(models.TextChoices):
    MODEL = "model", "Mô hình"
    INITIATIVE = "initiative", "Sáng kiến"
    PRACTICE = "practice", "Cách làm hay"


class Level(models.TextChoices):
    """The level that recognised it. The district tier ended on 1/7/2025 and stays for what was decided before."""

    COMMUNE = "commune", "Cấp xã"
    DISTRICT = "district", "Cấp huyện (trước 01/7/2025)"
    PROVINCE = "province", "Cấp tỉnh"


class Cost(models.TextChoices):
    UNKNOWN = "", "chưa rõ"
    NONE = "none", "không tốn kinh phí"
    LOW = "low", "thấp, trong kinh phí thường xuyên"
    MEDIUM = "medium", "vừa, cần bố trí riêng"
    HIGH = "high", "cao, cần cấp trên hỗ trợ"


class ReformQuerySet(models.QuerySet["Reform"]):
    def in_registry(self) -> ReformQuerySet:
        return self.filter(status__in=IN_REGISTRY)

    def seen_by(self, agency: Agency) -> ReformQuerySet:
        """The registry, and the ideas of the agency's own commune; the province sees the ideas of its communes too."""
        if agency.commune_id is None:
            own = Q(proposed_by__province=agency.pk) | Q(proposed_by=agency.pk)
        else:
            own = Q(proposed_by__commune=agency.commune_id)
        return self.filter(Q(status__in=IN_REGISTRY) | own).distinct()

    def technology_first(self) -> ReformQuerySet:
        """Models that use information technology to serve people come first (công văn 500/UBND-VHXH, mục 1)."""
        return self.order_by("-uses_it", "sort_name")


class Reform(Stepping):
    """A model, initiative or good practice: whose it is, what it does, how far it has come."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=ReformKind, default=ReformKind.MODEL)
    field = models.CharField(max_length=80, blank=True, help_text="what it is about: Giải quyết nhanh, Đặt lịch …")
    summary = models.TextField(help_text="what it does, in two or three sentences")
    problem = models.TextField(blank=True)
    scope = models.TextField(blank=True, help_text="procedures, areas, people it is for")
    conditions = models.TextField(blank=True, help_text="what must be there before it can start")
    benefit = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.IDEA)
    level = models.CharField(max_length=10, choices=Level, blank=True, help_text="the highest that recognised it")
    owner = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="owned_reforms")
    owner_name = models.CharField(max_length=160, blank=True, help_text="as it was called then, where it left the tree")
    owner_place = models.CharField(max_length=120, blank=True, help_text="province or city of the owner as named then")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    uses_it = models.BooleanField(default=False, help_text="uses information technology to serve people")
    cost = models.CharField(max_length=6, choices=Cost, blank=True)
    staff = models.CharField(max_length=200, blank=True, help_text="who and how many it needs")
    source = models.CharField(max_length=300, blank=True, help_text="the document that names it, with its place")
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="variants")
    author = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="ideas")
    author_name = models.CharField(max_length=120, blank=True, help_text="a citizen's, where the idea came from one")
    proposed_by = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True, help_text="of return, rejection, pause or end")
    is_shipped = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    folded = models.CharField(max_length=1200, editable=False, db_index=False)
    sort_name = models.BinaryField(editable=False, default=b"")

    objects = ReformQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["status", "-changed_at"], name="reform_status")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.name} {self.owner_name} {self.field} {self.summary}")[:1200]
        self.sort_name = sort_key(self.name)
        super().save(*args, **kwargs)

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def owned_by(self) -> str:
        """The owner as people read it, today's name or the name of then."""
        named = self.owner_name or (self.owner.name if self.owner else "")
        return ", ".join(one for one in (named, self.owner_place) if one)

    def newest(self) -> ReformVersion | None:
        return self.versions.order_by("-number").first()


class ReformVersion(models.Model):
    """What a model is in one edition: how it works, and the package that switches it on. Never edited."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    content = models.TextField(blank=True, help_text="how it works, step by step")
    package = models.JSONField(default=dict, help_text="gandan/reforms/packages.py; empty: package to come")
    digest = models.CharField(max_length=64, editable=False)
    note = models.CharField(max_length=300, blank=True, help_text="what changed against the edition before")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["reform", "number"], name="reform_version_once")]

    def __str__(self) -> str:
        return f"{self.reform}, bản {self.number}"

    @property
    def has_package(self) -> bool:
        return bool(self.package)


DOCUMENT_ROLES = {
    "approves": "phê duyệt", "lists": "nêu mô hình", "agrees": "thống nhất thực hiện", "recognises": "công nhận",
    "proposes": "đề nghị công nhận", "mentions": "liên quan",
}  # fmt: skip


class ReformDocument(models.Model):
    """A document of a model: the decision that approved it, the letter that lists it, the agreement of a higher level."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="documents")
    number = models.CharField(max_length=60)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=160)
    subject = models.CharField(max_length=400)
    role = models.CharField(
        max_length=20, default="mentions", help_text="approves, lists, agrees, recognises, mentions"
    )
    note = models.CharField(max_length=300, blank=True, help_text="e.g. a date printed wrongly and what it must be")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reform", "number", "role"], name="reform_document_once")]

    def __str__(self) -> str:
        return self.number

    @property
    def role_words(self) -> str:
        return DOCUMENT_ROLES.get(self.role, self.role)


class DeclaredFigure(models.Model):
    """A figure as an official document declares it, beside what its parts compute to: they may differ, and that is shown."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="declared")
    series = models.CharField(max_length=40, help_text="what is counted: received_on_time, written_for …")
    label = models.CharField(max_length=200)
    unit_name = models.CharField(max_length=160, blank=True, help_text="the unit it is about; empty: the whole")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    period = models.CharField(max_length=60, help_text="as written: 2020, 8/2020–01/2021")
    year = models.PositiveSmallIntegerField()
    value = models.FloatField(null=True, help_text="empty: the document runs the model there without a figure (A13)")
    of_value = models.FloatField(null=True, help_text="the denominator, where the figure is a share of something")
    declared = models.CharField(max_length=40, blank=True, help_text="as printed: 69,4%")
    unit = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=300)
    is_imported = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reform", "series", "unit_name", "year"], name="declared_once"),
        ]

    @property
    def computed(self) -> float | None:
        """The share in percent from its parts, or the value itself."""
        if self.of_value:
            return None if self.value is None else 100 * self.value / self.of_value
        return self.value


class Assessment(models.Model):
    """One commune weighs one model (công văn 500: fits or not, technology first; công văn 554: four criteria)."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="assessments")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", help_text="the commune or province that weighs"
    )
    fits = models.BooleanField(null=True, help_text="empty: not yet said")
    reason = models.TextField(blank=True)
    uses_it = models.BooleanField(default=False)
    cost = models.CharField(max_length=6, choices=Cost, blank=True)
    cost_words = models.CharField(max_length=200, blank=True)
    staff = models.CharField(max_length=200, blank=True)
    benefit = models.TextField(blank=True)
    effective = models.PositiveSmallIntegerField(null=True, help_text="hiệu quả, 1 to 5")
    uniform = models.PositiveSmallIntegerField(null=True, help_text="đồng bộ, 1 to 5")
    thrifty = models.PositiveSmallIntegerField(null=True, help_text="tiết kiệm, 1 to 5")
    fitting = models.PositiveSmallIntegerField(null=True, help_text="phù hợp thực tế, 1 to 5")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reform", "agency"], name="assessed_once")]


class Opinion(models.Model):
    """What one division of the commune thinks of a model; the Centre's proposal carries them (S0.43)."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="opinions")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    fits = models.BooleanField()
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "agency"], name="one_opinion_each")]


class Survey(models.Model):
    """A look at a model where it runs: figures of three months and the reviewer's opinion, before it is proposed (S3.43)."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="surveys")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="where it was looked at")
    on = models.DateField()
    facts = models.TextField()
    figures = models.JSONField(default=list, help_text='[{"label", "value", "unit"}] of the three months before')
    photo = models.FileField(upload_to="surveys/%Y/", blank=True)
    opinion = models.TextField(blank=True, help_text="of the reviewer in charge of the field")
    reviewer = models.CharField(max_length=120, blank=True)
    score = models.PositiveSmallIntegerField(null=True, help_text="1 to 10")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class RecognitionStatus(models.TextChoices):
    SUBMITTED = "submitted", "Đã gửi hồ sơ"
    APPRAISING = "appraising", "Đang thẩm định"
    RECOGNISED = "recognised", "Được công nhận"
    RETURNED = "returned", "Trả lại, có lý do"


APPRAISE = Step.of("appraise", "Nhận thẩm định", RecognitionStatus.SUBMITTED, RecognitionStatus.APPRAISING)
DECIDE = Step.of(
    "decide_recognition", "Ghi quyết định",
    (RecognitionStatus.SUBMITTED, RecognitionStatus.APPRAISING), RecognitionStatus.RECOGNISED,
)  # fmt: skip
TURN_DOWN = Step.of(
    "turn_down", "Trả lại, ghi lý do",
    (RecognitionStatus.SUBMITTED, RecognitionStatus.APPRAISING), RecognitionStatus.RETURNED,
)  # fmt: skip


RECOGNITION_LOOKS = {
    RecognitionStatus.SUBMITTED: "go", RecognitionStatus.APPRAISING: "go", RecognitionStatus.RECOGNISED: "done",
    RecognitionStatus.RETURNED: "late",
}  # fmt: skip


class Recognition(Stepping):
    """A dossier for recognition at a level and what became of it (S4.24; counts in criterion TC4.7 by its year)."""

    steps: ClassVar[tuple[Step, ...]] = (APPRAISE, DECIDE, TURN_DOWN)

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="recognitions")
    level = models.CharField(max_length=10, choices=Level)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="the unit it is recognised for")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=RecognitionStatus, default=RecognitionStatus.SUBMITTED)
    description = models.TextField(blank=True)
    results = models.JSONField(default=list, help_text="measured effect at the moment of submission, frozen")
    decision_no = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reform", "agency", "level", "year"], name="recognition_once_a_year")
        ]

    def __str__(self) -> str:
        return f"Hồ sơ công nhận “{self.reform}”"

    @property
    def look(self) -> str:
        return RECOGNITION_LOOKS[RecognitionStatus(self.status)]
