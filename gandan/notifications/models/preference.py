"""How a citizen wants to be told."""

from __future__ import annotations

from django.db import models

from gandan.people.models import User


def all_ways() -> list[str]:
    return ["zalo", "sms"]


class Preference(models.Model):
    """What the law makes us tell reaches everybody; the citizen chooses the way, and whether the rest is sent at all."""

    user = models.OneToOneField(User, models.CASCADE, related_name="notice_preference")
    order = models.JSONField(default=all_ways, help_text='channels of the ladder in the chosen order: ["zalo", "sms"]')
    wants_email = models.BooleanField(default=True)
    wants_push = models.BooleanField(default=True)
    wants_ordinary = models.BooleanField(default=True, help_text="notices nobody must be told")
    changed_at = models.DateTimeField()
