"""Teams, their members, duties and the help they gave."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.catalog.models import Procedure
from gandan.core.fields import SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import SHIFT_STEPS, ShiftStatus


class Force(models.TextChoices):
    """Where a member comes from."""

    OFFICER = "officer", "Công chức"
    YOUTH = "youth", "Đoàn Thanh niên"
    POLICE = "police", "Công an"
    HAMLET = "hamlet", "Trưởng thôn, tổ trưởng"
    WOMEN = "women", "Hội Liên hiệp Phụ nữ"
    VETERANS = "veterans", "Hội Cựu chiến binh"
    FRONT = "front", "Mặt trận Tổ quốc"
    VOLUNTEER = "volunteer", "Tình nguyện viên"


class Pattern(models.TextChoices):
    """Which hours a team must hold."""

    WEEKLY = "weekly", "Mỗi tuần một buổi"
    OFFICE = "office", "Mọi buổi trong giờ mở cửa"
    CLOCK = "clock", "Trực 24/7"
    ASKED = "asked", "Theo lịch từng đợt"


class Team(models.Model):
    """A team with its rules: at least so many members, of which forces; its weekly hours and place."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="teams")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, blank=True, related_name="teams")
    name = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    least_members = models.PositiveSmallIntegerField(default=3)
    per_force = models.JSONField(default=dict, help_text='{"women": 2}: at least so many of each force')
    pattern = models.CharField(max_length=6, choices=Pattern, default=Pattern.ASKED)
    at_once = models.PositiveSmallIntegerField(default=1, help_text="people on duty at the same time")
    weekday = models.PositiveSmallIntegerField(null=True, help_text="Monday 0; empty: by roster only")
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=160, blank=True)
    programme_id = models.BigIntegerField(null=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "name"], name="team_name_once")]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A member of a team: an officer with an account, or a person of an organisation without one."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="memberships")
    name = models.CharField(max_length=120)
    phone = SealedText(blank=True, default="")
    force = models.CharField(max_length=10, choices=Force)
    is_head = models.BooleanField(default=False)
    works_since = models.DateField(null=True, help_text="in the field of work, for the two years of R36")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "name", "since"], name="member_once")]

    def __str__(self) -> str:
        return self.name


class Shift(Stepping):
    """One duty of one member; an absence has a cause and a cover (R35)."""

    steps: ClassVar[tuple[Step, ...]] = SHIFT_STEPS

    team = models.ForeignKey(Team, models.CASCADE, related_name="shifts")
    member = models.ForeignKey(Member, models.PROTECT, related_name="shifts")
    session = models.ForeignKey("outreach.FieldSession", models.CASCADE, null=True, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    status = models.CharField(max_length=8, choices=ShiftStatus, default=ShiftStatus.PLANNED)
    arrived_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    cause = models.CharField(max_length=200, blank=True, help_text="of the absence")
    covered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="covers")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "starts_at"], name="one_shift_at_a_time"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="shift_runs_forward"),
        ]
        indexes = [models.Index(fields=["team", "starts_at"], name="shift_team")]


class SupportKind(models.TextChoices):
    ACCOUNT = "account", "Tạo tài khoản"
    VNEID = "vneid", "Cài đặt VNeID"
    WRITING = "writing", "Viết hộ, kê khai hộ"
    FILING = "filing", "Nộp hồ sơ trực tuyến"
    PAYMENT = "payment", "Thanh toán trực tuyến"
    ADVICE = "advice", "Tư vấn, hướng dẫn"
    SIGN_IN = "sign_in", "Đăng nhập Cổng Dịch vụ công"
    BANK = "bank", "Mở tài khoản ngân hàng"
    LOOK_UP = "look_up", "Tra cứu hồ sơ"
    RATING = "rating", "Đánh giá hài lòng"
    APP = "app", "Cài ứng dụng địa phương"
    DATA_ENTRY = "data_entry", "Nhập liệu trước quầy"


class Support(models.Model):
    """One help given to one person; counted by kind, matter, member, place. Names are not needed."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="supports")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="supports")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="supports")
    session = models.ForeignKey("outreach.FieldSession", models.PROTECT, null=True, related_name="supports")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=SupportKind)
    group = models.CharField(
        max_length=20, blank=True, help_text="content group of S0.36–S0.39: welfare, land, residence, skills"
    )
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="+")
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="supports")
    is_done = models.BooleanField(default=True)
    why_not = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    offline_key = models.CharField(max_length=40, blank=True, help_text="given on the phone: merged once")

    class Meta:
        indexes = [models.Index(fields=["commune", "at"], name="support_commune")]
        constraints = [
            models.UniqueConstraint(fields=["offline_key"], condition=~Q(offline_key=""), name="support_merged_once")
        ]


class Mobilisation(models.Model):
    """The Centre asks an organisation for people at a time; who was sent stands in the shifts."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="mobilisations")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    people = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300)
    answered_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
