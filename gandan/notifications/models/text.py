"""The commune's own words for a notice."""

from __future__ import annotations

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from gandan.people.models import User
from gandan.places.models import Agency


class TextVersionQuerySet(models.QuerySet["TextVersion"]):
    def of(self, commune: Agency) -> TextVersionQuerySet:
        return self.filter(commune=commune)

    def in_use(self) -> TextVersionQuerySet:
        """The newest version of each text that was not given up for the words of the house."""
        newest = TextVersion.objects.filter(commune=OuterRef("commune"), event=OuterRef("event")).order_by("-number")
        return self.filter(pk=Subquery(newest.values("pk")[:1]), withdrawn_at__isnull=True)


class TextVersion(models.Model):
    """One version of one text; never changed, so that a notice can show what it was written from.

    Variables stand in brackets, by their Vietnamese names: “Hồ sơ [mã hồ sơ]”.
    """

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    event = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    short = models.CharField(max_length=320, blank=True, help_text="for SMS; empty: the subject and the link")
    zalo_template = models.CharField(max_length=40, blank=True, help_text="number of the text Zalo has approved")
    zalo_params = models.JSONField(default=dict, blank=True, help_text="parameter of Zalo → variable")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TextVersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "event", "number"], name="text_version_once")]
        indexes = [
            models.Index(fields=["commune", "event"], name="text_in_use", condition=Q(withdrawn_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.event}, bản {self.number}"
