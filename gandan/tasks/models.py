"""The nouns: a task given to a unit, and what was said on its way."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.core.vietnamese import fold
from gandan.core.workflow import Step, Stepping
from gandan.people.models import Role, User
from gandan.people.offices import Office
from gandan.places.models import Agency

from .deadlines import ACKNOWLEDGE_WITHIN, lateness_words
from .workflow import LOOKS, OPEN, STEPS, Status

JUDGES = frozenset({str(Role.LEADER), str(Role.OVERSIGHT)})


class Priority(models.IntegerChoices):
    URGENT = 1, "Gấp"
    NORMAL = 2, "Thường"


class TaskQuerySet(models.QuerySet["Task"]):
    def seen_by(self, office: Office) -> TaskQuerySet:
        """A commune the tasks of its units and those it gave; a partner its own; the province those it gave."""
        if office.is_partner_only:
            return self.filter(agency=office.agency)
        if office.commune is None:
            return self.filter(given_by=office.agency)
        return self.filter(Q(agency__commune=office.commune) | Q(given_by__commune=office.commune))

    def still_open(self) -> TaskQuerySet:
        return self.filter(status__in=OPEN)

    def overdue(self, now: datetime) -> TaskQuerySet:
        return self.still_open().filter(due_at__lt=now)

    def soon(self, now: datetime, until: datetime) -> TaskQuerySet:
        return self.still_open().filter(due_at__gte=now, due_at__lte=until)

    def left_lying(self, now: datetime) -> TaskQuerySet:
        """Not acknowledged within three days."""
        return self.filter(status=Status.ASSIGNED, given_at__lt=now - ACKNOWLEDGE_WITHIN)

    def like(self, words: str) -> TaskQuerySet:
        """With or without diacritics."""
        return self.filter(folded__contains=fold(words)) if words.strip() else self


class Task(Stepping):
    """One duty of one unit. `due_at` is the last valid moment."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="tasks", help_text="the unit that must do it")
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True, help_text="document and clause it comes from")
    source_path = models.CharField(max_length=200, blank=True, help_text="page of this platform about the source")
    given_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    giver = models.ForeignKey(User, models.PROTECT, related_name="+")
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="tasks")
    due_at = models.DateTimeField()
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    status = models.CharField(max_length=12, choices=Status, default=Status.ASSIGNED)
    percent = models.PositiveSmallIntegerField(default=0)
    cause = models.TextField(blank=True, help_text="why it is late")
    reminded = models.SmallIntegerField(null=True, help_text="the last reminder: days before the deadline, −1 after it")
    given_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True, help_text="last time the unit said it was done")
    closed_at = models.DateTimeField(null=True)
    folded = models.CharField(max_length=700, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(percent__lte=100), name="task_percent"),
            models.CheckConstraint(condition=Q(due_at__gt=F("given_at")), name="task_due_after_given"),
        ]
        indexes = [
            models.Index(fields=["agency", "status", "due_at"], name="task_agency"),
            models.Index(fields=["due_at"], condition=Q(status__in=[str(one) for one in OPEN]), name="task_open_due"),
        ]

    def __str__(self) -> str:
        return f"Nhiệm vụ “{self.title}”"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.title} {self.source}")[:700]
        super().save(*args, **kwargs)

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    def is_open(self) -> bool:
        return self.status in OPEN

    def is_overdue(self, now: datetime) -> bool:
        return self.is_open() and now > self.due_at

    def was_late(self) -> bool:
        return self.done_at is not None and self.done_at > self.due_at

    def left_words(self, now: datetime) -> str:
        """“còn 3 ngày”, “quá 2 ngày”; "" when nothing is to be done any more."""
        return lateness_words(self.due_at, now) if self.is_open() else ""

    def is_of(self, user: User, *, today: date) -> bool:
        """May this person do it: staff of the unit, or who leads it."""
        return user.agency_id == self.agency_id or str(Role.LEADER) in user.roles_in(self.agency, today=today)

    def is_judged_by(self, user: User, *, today: date) -> bool:
        """May this person accept, give back, postpone, withdraw: who gave it, or a leader of the giving agency."""
        return user.pk == self.giver_id or not JUDGES.isdisjoint(user.roles_in(self.given_by, today=today))


class TaskNote(models.Model):
    """What was done and said about a task, oldest first: its history for people."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="notes")
    verb = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    cause = models.TextField(blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    old_due_at = models.DateTimeField(null=True)
    new_due_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", help_text="empty: the clock")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
