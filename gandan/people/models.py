"""The nouns of people: users (staff and citizens) and the roles staff hold in agencies."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import sort_key
from gandan.places.models import Agency


class Role(models.TextChoices):
    """What a person does in an agency; several roles per person."""

    RECEPTION = "reception", "Tiếp nhận và trả kết quả"
    SPECIALIST = "specialist", "Chuyên viên"
    LEADER = "leader", "Lãnh đạo"
    CLERK = "clerk", "Văn thư"
    COMMUNICATIONS = "communications", "Truyền thông"
    PARTNER = "partner", "Cơ quan phối hợp"
    OVERSIGHT = "oversight", "Theo dõi cấp tỉnh"
    ADMINISTRATOR = "administrator", "Quản trị"


class Gender(models.TextChoices):
    """Only for the form of address."""

    UNKNOWN = "", "chưa rõ"
    MALE = "male", "ông"
    FEMALE = "female", "bà"


class UserManager(BaseUserManager["User"]):
    def create_staff(self, username: str, *, full_name: str, password: str | None = None, **more: Any) -> User:
        user = self.model(username=username, full_name=full_name, is_staff_member=True, **more)
        user.set_password(password)
        user.save()
        return user

    def create_citizen(self, *, phone: str = "", email: str = "", full_name: str = "") -> User:
        """A citizen's account has no password; `username` is opaque."""
        index = blind_index(phone or email, column="people_user.contact")
        user = self.model(username=f"cd-{index}", full_name=full_name, phone=phone, email=email)
        user.set_unusable_password()
        user.save()
        return user

    def with_contact(self, *, phone: str = "", email: str = "") -> User | None:
        if phone:
            return self.filter(phone_index=blind_index(phone, column="people_user.phone"), is_staff_member=False).first()
        return self.filter(email__iexact=email, is_staff_member=False).first()


class User(AbstractBaseUser):
    """A person who can sign in: a member of staff or a citizen."""

    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120, blank=True)
    sort_name = models.BinaryField(editable=False, default=b"")
    gender = models.CharField(max_length=6, choices=Gender, blank=True)
    email = models.EmailField(blank=True)
    phone = SealedText(blank=True, default="")
    phone_index = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    is_staff_member = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    needs_second_factor = models.BooleanField(
        default=True, help_text="staff must sign in with TOTP too; off only for people of the demonstration"
    )
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="staff", help_text="where a member of staff belongs"
    )
    large_type = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["phone_index"], condition=Q(is_staff_member=False) & ~Q(phone_index=""), name="one_citizen_per_phone"
            ),
            models.UniqueConstraint(
                Upper("email"), condition=Q(is_staff_member=False) & ~Q(email=""), name="one_citizen_per_email"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone_index = blind_index(self.phone, column="people_user.phone")
        self.sort_name = sort_key(self.full_name)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def roles_in(self, agency: Agency, *, today: date) -> set[str]:
        """The roles held today in `agency` or an agency above it (one statement)."""
        line = [agency.pk, agency.parent_id, agency.commune_id, agency.province_id]
        held = self.assignments.on(today).filter(agency__in=[one for one in line if one])
        return set(held.values_list("role", flat=True))


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def on(self, today: date) -> AssignmentQuerySet:
        return self.filter(Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today)))


class Assignment(models.Model):
    """A role of a member of staff in an agency, from a day on."""

    user = models.ForeignKey(User, models.CASCADE, related_name="assignments")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "agency", "role", "since"], name="role_once")]


