"""Positions whose numbers are public."""

from __future__ import annotations

from django.db import models

from gandan.people.models import User
from gandan.places.models import Agency


class PostKind(models.TextChoices):
    """In the order of the poster; the first six with the officers are what must be public (S1.6, TC1.1.5)."""

    PARTY_SECRETARY = "party_secretary", "Bí thư Đảng ủy"
    PARTY_DEPUTY = "party_deputy", "Phó Bí thư Đảng ủy"
    COUNCIL_CHAIR = "council_chair", "Chủ tịch HĐND"
    COUNCIL_DEPUTY = "council_deputy", "Phó Chủ tịch HĐND"
    CHAIR = "chair", "Chủ tịch UBND"
    DEPUTY = "deputy", "Phó Chủ tịch UBND"
    POLICE_CHIEF = "police_chief", "Trưởng Công an xã"
    RESCUE = "rescue", "Cứu hộ, cứu nạn"


class Post(models.Model):
    """A position and the person of the register who holds it; without one, or when his roles ended, it is vacant."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=PostKind)
    holder = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    phone = models.CharField(max_length=24, blank=True, help_text="the office's number, public")
    hours = models.CharField(max_length=60, blank=True, help_text="when it is answered, in words")
    rank = models.PositiveSmallIntegerField(default=1, help_text="among several of the kind")

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [models.UniqueConstraint(fields=["commune", "kind", "rank"], name="post_once")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
