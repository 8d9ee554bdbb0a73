"""Questionnaires: what is asked, in versions."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Max, Q

from gandan.people.models import User
from gandan.places.models import Agency


class QuestionKind(models.TextChoices):
    SCALE = "scale", "Thang mức"
    CHOICE = "choice", "Chọn một"
    TEXT = "text", "Ý kiến bằng lời"


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    def usable_by(self, commune: Agency) -> QuestionnaireQuerySet:
        """Those that come with the software and the commune's own."""
        return self.filter(Q(agency__isnull=True) | Q(agency=commune))

    def newest(self) -> QuestionnaireQuerySet:
        """The last version of each."""
        last = self.values("agency", "code").annotate(last=Max("pk")).values("last")
        return self.filter(pk__in=last)


class Questionnaire(models.Model):
    """One version of one set of questions. Frozen from the first answer: a change is a new version."""

    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="questionnaires", help_text="empty: comes with the software"
    )
    code = models.SlugField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    intro = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        ordering = ["title", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "version"], nulls_distinct=False, name="questionnaire_version_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Question(models.Model):
    """One question. `words` of a scale go from worst to best; `pass_at` is the first level that meets the demand (“đạt
    yêu cầu”, “hài lòng”), `good_at` the first that is good (“tốt”), as places in `words`.
    """

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    group = models.CharField(max_length=80, blank=True, help_text="heading above the question")
    kind = models.CharField(max_length=6, choices=QuestionKind, default=QuestionKind.SCALE)
    words = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    pass_at = models.PositiveSmallIntegerField(null=True)
    good_at = models.PositiveSmallIntegerField(null=True)
    is_overall = models.BooleanField(default=False, help_text="decides the verdict of the whole reply")
    is_attitude = models.BooleanField(default=False, help_text="counts for the officer who returned the result")
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="question_number_once"),
            models.UniqueConstraint(
                fields=["questionnaire"], condition=Q(is_overall=True), name="one_overall_question"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text

    @property
    def is_text(self) -> bool:
        return self.kind == QuestionKind.TEXT

    def facts(self) -> dict[str, Any]:
        """As kept in a summary: what was asked, frozen with its figures."""
        names = ("number", "text", "group", "kind", "words", "pass_at", "good_at", "is_overall")
        return {name: getattr(self, name) for name in names}
