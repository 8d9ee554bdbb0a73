"""The nouns of publishing on screens."""

from __future__ import annotations

from datetime import datetime, time

from django.db import models

from gandan.core.keys import new_key
from gandan.people.models import User
from gandan.places.models import Agency

from .schedule import Reel


class ClipKind(models.TextChoices):
    TEXT = "text", "Chữ"
    IMAGE = "image", "Ảnh"
    VIDEO = "video", "Phim"


class Subject(models.TextChoices):
    SLOGAN = "slogan", "Khẩu hiệu cải cách hành chính"
    ONLINE = "online", "Dịch vụ công trực tuyến"
    OTHER = "other", "Tin khác"


class Clip(models.Model):
    """Something to show: words, a picture or a film. Never changed once shown: a new one takes its place."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="clips")
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=5, choices=ClipKind)
    subject = models.CharField(max_length=6, choices=Subject, default=Subject.OTHER)
    text = models.CharField(max_length=300, blank=True)
    file = models.FileField(upload_to="clips/%Y/", blank=True)
    media_type = models.CharField(max_length=40, blank=True)
    seconds = models.PositiveSmallIntegerField(help_text="how long it stands, or the length of the film")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.title

    def as_reel(self) -> Reel:
        return Reel(self.pk, self.seconds, is_still=self.kind != ClipKind.VIDEO)


class Screen(models.Model):
    """A screen in a public place, by an unguessable key; open from an hour to an hour of every day."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="screens")
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=160, blank=True)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    opens_at = models.TimeField(default=time(6))
    closes_at = models.TimeField(default=time(22))
    is_used = models.BooleanField(default=True)
    seen_at = models.DateTimeField(null=True, help_text="the player asked last")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="screen_name_once")]

    def __str__(self) -> str:
        return self.name

    def clips_in_order(self) -> list[Clip]:
        """The playlist, without clips withdrawn."""
        items = self.items.filter(clip__withdrawn_at__isnull=True).select_related("clip")
        return [item.clip for item in items]


class PlaylistItem(models.Model):
    """A clip at its place in the playlist of a screen."""

    screen = models.ForeignKey(Screen, models.CASCADE, related_name="items")
    clip = models.ForeignKey(Clip, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["screen", "place"], name="playlist_place_once")]


class InterruptionQuerySet(models.QuerySet["Interruption"]):
    def holding(self, now: datetime) -> InterruptionQuerySet:
        return self.filter(since__lte=now, until__gt=now)


class Interruption(models.Model):
    """An urgent message of a leader on all screens of the commune, until a moment."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)
    since = models.DateTimeField()
    until = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = InterruptionQuerySet.as_manager()

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="interruption_forward")
        ]


class Play(models.Model):
    """Proof that a clip was shown: written by the player, never changed."""

    screen = models.ForeignKey(Screen, models.PROTECT, related_name="plays")
    clip = models.ForeignKey(Clip, models.PROTECT, related_name="plays")
    started_at = models.DateTimeField()
    seconds = models.PositiveSmallIntegerField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-started_at"]
        constraints = [models.UniqueConstraint(fields=["screen", "started_at"], name="play_once")]


class ShownHour(models.Model):
    """What one open hour of a screen amounted to, under a programme that asks for minutes in every hour."""

    screen = models.ForeignKey(Screen, models.CASCADE, related_name="hours")
    begun_at = models.DateTimeField()
    seconds = models.PositiveSmallIntegerField()
    needed = models.PositiveSmallIntegerField(help_text="seconds")
    programme_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["screen", "begun_at"], name="shown_hour_once")]
