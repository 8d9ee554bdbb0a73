"""Sessions in the hamlets, with what was recorded there without a network, and visits at home."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gandan.catalog.models import Procedure
from gandan.core.fields import SealedJson, SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import SESSION_STEPS, VISIT_STEPS, SessionStatus, VisitStatus
from .teams import Team


class Audience(models.TextChoices):
    """Whom a session is for: residents, or one of the other three that are taught (S3.25)."""

    PEOPLE = "people", "Người dân"
    OFFICERS = "officers", "Công chức giải quyết hồ sơ"
    TEAMS = "teams", "Thành viên tổ tư vấn"
    CONFERENCE = "conference", "Người dự hội nghị chuyên đề"


class Content(models.TextChoices):
    """What a session helps with: the four content groups of S0.36 to S0.39."""

    WELFARE = "welfare", "An sinh xã hội"
    LAND = "land", "Đất đai"
    RESIDENCE = "residence", "Cư trú"
    SKILLS = "skills", "Kỹ năng số"


class Purpose(models.TextChoices):
    """What a visit is for."""

    COLLECT = "collect", "Nhận hồ sơ tại nhà"
    RETURN = "return", "Trả kết quả tại nhà"
    BOTH = "both", "Nhận hồ sơ, sau đó trả kết quả tại nhà"
    NOTICE = "notice", "Cấp giấy báo tử tại nhà"


class FieldSession(Stepping):
    """A counter in a hamlet for some hours: Saturday mornings in turn (S0.35), Fridays at the culture house (S4.16)."""

    steps: ClassVar[tuple[Step, ...]] = SESSION_STEPS

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="field_sessions")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, related_name="field_sessions")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="sessions")
    programme_id = models.BigIntegerField(null=True)
    place = models.CharField(max_length=160)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    status = models.CharField(max_length=9, choices=SessionStatus, default=SessionStatus.PLANNED)
    needs = models.JSONField(default=list, help_text="forces that must be there")
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PEOPLE)
    result = models.TextField(blank=True, help_text="in words; why, when called off")
    announced_at = models.DateTimeField(null=True, help_text="the residents of the hamlet were told")
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["commune", "hamlet", "starts_at"], name="one_session_a_place"),
        ]

    def __str__(self) -> str:
        return f"Phiên {self.hamlet}, {self.starts_at:%d/%m/%Y}"


class FieldRecord(models.Model):
    """What a phone recorded without a network, as it came in: merged once, under the server's time."""

    session = models.ForeignKey(FieldSession, models.PROTECT, related_name="records")
    key = models.CharField(max_length=40, unique=True, help_text="given on the phone")
    kind = models.CharField(max_length=10, help_text="support, dossier")
    content = SealedJson()
    recorded_at = models.DateTimeField(help_text="by the phone's clock")
    received_at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="field_records")
    problem = models.CharField(
        max_length=300, blank=True, help_text="why it could not be merged; for a person to settle"
    )
    aside = models.CharField(max_length=200, blank=True, help_text="why a person gave it up")

    def __str__(self) -> str:
        return f"Bản ghi {self.key[:8]}"


class Group(models.TextChoices):
    """Who may be served at home (QĐ 5049; A22): six groups, extended by the commune's own models."""

    WOUNDED = "wounded", "Thương binh, bệnh binh nặng"
    DISABLED = "disabled", "Người khuyết tật"
    SICK = "sick", "Người ốm đau"
    GRAVELY_ILL = "gravely_ill", "Người mắc bệnh hiểm nghèo"
    ELDERLY_ALONE = "elderly_alone", "Người già yếu cô đơn"
    LONELY = "lonely", "Người neo đơn"
    WELFARE = "welfare", "Đối tượng bảo trợ xã hội"
    ELDERLY = "elderly", "Người cao tuổi"
    BEREAVED = "bereaved", "Gia đình có người qua đời"
    NONE = "", "Không thuộc nhóm nào"


class HomeVisit(Stepping):
    """A visit at home: to take in a dossier, to return a result, or both. Never refused only for a missing paper."""

    steps: ClassVar[tuple[Step, ...]] = VISIT_STEPS

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="home_visits")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, related_name="home_visits")
    purpose = models.CharField(max_length=8, choices=Purpose)
    programme_id = models.BigIntegerField(null=True)
    group = models.CharField(max_length=14, choices=Group, blank=True)
    evidence = models.CharField(
        max_length=200, blank=True, help_text="what shows the group; may be checked on the visit"
    )
    is_verified = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=VisitStatus, default=VisitStatus.REQUESTED)
    key = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    phone = SealedText(blank=True, default="")
    address = SealedText(blank=True, default="")
    asked_by = models.CharField(
        max_length=120, blank=True, help_text="a neighbour, the hamlet head, where not the person"
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="home_visits")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="visits")
    visitor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    planned_for = models.DateTimeField(null=True)
    route_order = models.PositiveSmallIntegerField(null=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="visits at which nobody was met")
    recipient = models.CharField(max_length=120, blank=True, help_text="who took the result at home")
    has_collected = models.BooleanField(default=False)
    has_returned = models.BooleanField(default=False)
    fee_collected = models.PositiveIntegerField(default=0, help_text="đồng")
    fee_receipt = models.CharField(max_length=30, blank=True, help_text="number of the receipt left at home")
    fee_handed_in_at = models.DateTimeField(null=True)
    signature = models.FileField(upload_to="visits/%Y/", blank=True)
    photo = models.FileField(upload_to="visits/%Y/", blank=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["commune", "status", "planned_for"], name="home_visit_plan")]

    def __str__(self) -> str:
        return f"Chuyến đến nhà {self.name}"
