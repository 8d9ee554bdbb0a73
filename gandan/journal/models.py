"""The journal's one noun."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, subject: models.Model) -> "EntryQuerySet":
        """Everything that happened to `subject`, oldest first."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk).order_by("pk")


class Entry(models.Model):
    """One thing that happened: who, when, about what, which kind, and the facts."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="empty: the system itself"
    )
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    data = models.JSONField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id", "id"], name="entry_subject")]


class Followed(models.Model):
    """A follower has reacted to an entry: written in the transaction of its effects, so they happen once."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    follower = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "follower"], name="followed_once")]
