"""The question bank and the sittings of the written test, marked by the machine."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from gandan.people.models import User
from gandan.places.models import Agency

from .contest import Entry, Part


class QuestionQuerySet(models.QuerySet["Question"]):
    def of(self, organiser: Agency) -> QuestionQuerySet:
        return self.filter(owner=organiser)

    def in_use(self) -> QuestionQuerySet:
        return self.filter(is_retired=False)


class Question(models.Model):
    """A choice question of an organiser's bank. `answer` is the place of the right choice, from 0."""

    owner = models.ForeignKey(Agency, models.PROTECT, related_name="contest_questions")
    field = models.CharField(max_length=80)
    text = models.TextField()
    choices = models.JSONField(help_text="two to six texts")
    answer = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=240, blank=True, help_text="law or document the answer stands in")
    is_retired = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["field", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "text"], name="question_once")]

    def __str__(self) -> str:
        return self.text

    @property
    def right_choice(self) -> str:
        return str(self.choices[self.answer])


class Sitting(models.Model):
    """One team sits one test once. The paper is drawn by seed and kept, so later changes of the bank change nothing."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="sittings")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sittings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    paper = models.JSONField(help_text='[{"id", "text", "choices", "answer"}], choices as shown')
    answers = models.JSONField(default=dict, help_text="number of the question as text → place of the choice")
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    right = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "entry"], name="one_sitting")]

    def is_over(self, now: datetime) -> bool:
        return self.submitted_at is not None or now >= self.ends_at

    def count_right(self) -> int:
        return sum(self.answers.get(str(place)) == one["answer"] for place, one in enumerate(self.paper))

    @property
    def mark(self) -> float | None:
        """Out of 100."""
        return None if self.right is None or not self.paper else 100.0 * self.right / len(self.paper)

    def asked(self) -> list[dict[str, Any]]:
        """The paper as the candidate sees it: without answers, with what was chosen."""
        return [
            {"place": place, "text": one["text"], "choices": list(enumerate(one["choices"])),
             "chosen": self.answers.get(str(place))}
            for place, one in enumerate(self.paper)
        ]  # fmt: skip
