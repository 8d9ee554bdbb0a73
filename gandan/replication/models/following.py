"""What follows from a directive: receipts, read marks, adoptions and tasks of its units, urgings."""

from __future__ import annotations

from django.db import models

from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.models import Adoption
from gandan.tasks.models import Task

from .directive import Clause, Designation, Directive


class Receipt(models.Model):
    """A directive reached a unit; the unit acknowledged it."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="receipts")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    delivered_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "agency"], name="receipt_once")]


class ReadMark(models.Model):
    """A member of staff says: I have read it (S3.46)."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="read_marks")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "user"], name="read_once")]


class ClauseTarget(models.Model):
    """One clause for one unit: its task."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="targets")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    task = models.OneToOneField(Task, models.PROTECT, null=True, related_name="clause_target")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clause", "agency"], name="clause_target_once")]


class DesignationTarget(models.Model):
    """One model for one unit: its adoption. The owner of a model is named among its targets and marked as owner."""

    designation = models.ForeignKey(Designation, models.CASCADE, related_name="targets")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="designation_targets")
    is_owner = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["designation", "agency"], name="designation_target_once")]


class Urging(models.Model):
    """Whoever issued a directive asks a unit how it goes; the unit reads it on the page of the directive."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="urgings")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    text = models.CharField(max_length=400)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
