"""The nouns of people: users (staff and citizens) and the roles staff hold in agencies."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import fold, sort_key
from gandan.places.models import Agency

from .contacts import Contact


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


class IdentityLevel(models.IntegerChoices):
    """How surely we know who a citizen is. VNeID accounts have level 1 or 2 (NĐ 69/2024/NĐ-CP)."""

    CONTACT = 0, "chỉ qua số điện thoại hoặc e-mail"
    VNEID_1 = 1, "VNeID mức 1"
    VNEID_2 = 2, "VNeID mức 2"


def named_like(users: Iterable[User], words: str) -> list[User]:
    """Those whose name or username contains `words`, diacritics or not. For the staff of one commune."""
    wanted = fold(words)
    return [user for user in users if wanted in fold(user.full_name) or wanted in user.username.lower()]


class UserManager(BaseUserManager["User"]):
    def staff_of(self, commune: Agency) -> models.QuerySet[User]:
        """Staff of the commune, its divisions and partner agencies, in the order of the Vietnamese alphabet."""
        staff = self.filter(is_staff_member=True, agency__commune=commune).select_related("agency")
        return staff.order_by("-is_active", "sort_name", "username")

    def create_staff(self, username: str, *, full_name: str, password: str | None = None, **more: Any) -> User:
        user = self.model(username=username, full_name=full_name, is_staff_member=True, **more)
        user.set_password(password)
        user.save()
        return user

    def create_citizen(self, *, phone: str = "", email: str = "", full_name: str = "") -> User:
        """A citizen's account has no password; `username` is opaque."""
        user = self.model(username=f"cd-{secrets.token_hex(12)}", full_name=full_name, phone=phone, email=email)
        user.set_unusable_password()
        user.save()
        return user

    def with_contact(self, *, phone: str = "", email: str = "") -> User | None:
        """The citizen who signs in with this telephone or e-mail."""
        citizens = self.filter(is_staff_member=False)
        if phone:
            return citizens.filter(phone_index=blind_index(phone, column="people_user.phone")).first()
        return citizens.filter(email__iexact=email).first() if email else None


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
    must_change_password = models.BooleanField(default=False, help_text="the password was given by an administrator")
    id_number = SealedText(blank=True, default="", help_text="of a citizen, as the state's identity service told it")
    identity_level = models.PositiveSmallIntegerField(choices=IdentityLevel, default=IdentityLevel.CONTACT)
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
                fields=["phone_index"],
                condition=Q(is_staff_member=False) & ~Q(phone_index=""),
                name="one_citizen_per_phone",
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
        held = self.assignments.on(today).filter(agency__in=agency.line)
        return set(held.values_list("role", flat=True))


def _not_ended(day: date) -> Q:
    return Q(until__isnull=True) | Q(until__gte=day)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def on(self, today: date) -> AssignmentQuerySet:
        return self.filter(_not_ended(today), since__lte=today)

    def not_ended(self, today: date) -> AssignmentQuerySet:
        """Held today or from a coming day on."""
        return self.filter(_not_ended(today))

    def overlapping(self, since: date, until: date | None) -> AssignmentQuerySet:
        """Held on any day of the term."""
        return self.filter(_not_ended(since), **({"since__lte": until} if until else {}))


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

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.agency}"


class OneTimeCodeQuerySet(models.QuerySet["OneTimeCode"]):
    def to(self, contact: Contact) -> OneTimeCodeQuerySet:
        """Codes sent to `contact`, newest first."""
        return self.filter(contact_index=contact.index).order_by("-pk")


class OneTimeCode(models.Model):
    """Six digits sent to a telephone or an e-mail address. Only a keyed hash of them is kept."""

    MOST_TRIES: ClassVar[int] = 5

    contact_kind = models.CharField(max_length=5)
    contact_value = SealedText()
    contact_index = models.CharField(max_length=32, db_index=True)
    code_hash = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = OneTimeCodeQuerySet.as_manager()

    @property
    def contact(self) -> Contact:
        return Contact.of(self.contact_kind, self.contact_value)

    @property
    def tries_left(self) -> int:
        return max(0, self.MOST_TRIES - self.tries)

    def is_alive(self, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at and self.tries_left > 0


class Session(AbstractBaseSession):
    """A browser that came back; `user` is who has signed in there, so that both are read in one statement."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")

    @classmethod
    def get_session_store_class(cls) -> Any:
        from .sessions import SessionStore

        return SessionStore


class ApiToken(models.Model):
    """A bearer token of a member of staff for the API. Only its hash is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
