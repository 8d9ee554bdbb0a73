"""What the commune does with a feedback: proposal, direction, work of units, notes, rating; who does what as data."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.people.models import User
from gandan.places.models import Agency


class Proposal(models.Model):
    """Phiếu đề xuất: what the officer found and proposes, and what the leader wrote on it."""

    feedback = models.ForeignKey("feedback.Feedback", models.CASCADE, related_name="proposals")
    round = models.PositiveSmallIntegerField()
    findings = models.TextField(max_length=3000, help_text="sàng lọc, đánh giá, xác minh")
    text = models.TextField(max_length=3000, help_text="what is proposed")
    unit = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", help_text="who should lead")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    leader = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    direction = models.TextField(max_length=3000, blank=True)
    directed_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]


class UnitPart(models.Model):
    """A unit's part in a feedback. Several at once; the leading one merges the answer."""

    feedback = models.ForeignKey("feedback.Feedback", models.CASCADE, related_name="parts")
    round = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="feedback_work")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="feedback_work")
    leader = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="told beside the handler")
    is_lead = models.BooleanField(default=False)
    words = models.CharField(max_length=1000, blank=True, help_text="what the leader asked of it")
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    result = models.TextField(max_length=3000, blank=True)

    class Meta:
        ordering = ["-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["feedback", "round", "unit"], name="unit_part_once"),
            models.UniqueConstraint(fields=["feedback", "round"], condition=Q(is_lead=True), name="one_leading_part"),
        ]
        indexes = [models.Index(fields=["unit", "done_at"], name="unit_part_of_unit")]


class FeedbackNote(models.Model):
    """A line of the story: what was done, in whose words. Public ones are read by everybody."""

    feedback = models.ForeignKey("feedback.Feedback", models.CASCADE, related_name="notes")
    verb = models.CharField(max_length=24)
    text = models.TextField(max_length=3000, blank=True)
    is_public = models.BooleanField(default=False)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", help_text="empty: the sender, or the clock"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class FeedbackRating(models.Model):
    """What the sender thinks of the answer of one round."""

    feedback = models.ForeignKey("feedback.Feedback", models.CASCADE, related_name="ratings")
    round = models.PositiveSmallIntegerField()
    stars = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "round"], name="one_rating_a_round"),
            models.CheckConstraint(condition=Q(stars__range=(1, 5)), name="feedback_stars"),
        ]


class CategoryUnit(models.Model):
    """Who leads on a category in a commune, and who answers for it."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="feedback_units")
    category = models.CharField(max_length=24)
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "category"], name="one_unit_a_category")]
