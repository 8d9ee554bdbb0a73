"""Lists of people to reach: matched from files, handed to hamlets, everybody to a final state."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..workflow import PERSON_STEPS, PersonStatus


class Listing(models.Model):
    """A list of people (or households) to reach for one purpose."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="listings")
    name = models.CharField(max_length=160)
    purpose = models.CharField(max_length=20, help_text="elderly, papers, leaflets, apps, other")
    rule = models.JSONField(default=dict, help_text='{"age_from": 75, "without": "recipients"}')
    tally = models.JSONField(default=dict, help_text='{"population", "recipients", "of_age", "receiving"} as last matched')
    programme_id = models.BigIntegerField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class ListFile(models.Model):
    """A file read into a list, with the columns as mapped and what was found in it."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="files")
    part = models.CharField(max_length=20, help_text="population, recipients")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=dict, help_text='{"name": 1}: the column, counted from 0, of what we need')
    content = SealedText(blank=True, default="", help_text="the table as JSON, wiped once matched")
    matched_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text='[{"row", "problem"}]')
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "sha256"], name="list_file_once")]


class ListedPerson(Stepping):
    """A person of a list."""

    steps: ClassVar[tuple[Step, ...]] = PERSON_STEPS

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="people")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, null=True, related_name="+")
    hamlet_name = models.CharField(max_length=80, blank=True, help_text="as written in the file")
    name = models.CharField(max_length=120)
    folded = models.CharField(max_length=120, editable=False)
    born_on = models.DateField(null=True)
    id_number = SealedText(blank=True, default="")
    id_index = models.CharField(max_length=32, blank=True, editable=False)
    phone = SealedText(blank=True, default="")
    address = SealedText(blank=True, default="")
    matter = models.CharField(max_length=200, blank=True, help_text="what the person lacks or may receive")
    status = models.CharField(max_length=10, choices=PersonStatus, default=PersonStatus.FOUND)
    reason = models.CharField(max_length=300, blank=True)
    match = models.CharField(
        max_length=10, blank=True, help_text="id, name: how it was matched; review: a person decides"
    )
    assigned_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    head_name = models.CharField(max_length=120, blank=True, help_text="hamlet head in charge")
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="+")
    eligible_from = models.DateField(null=True, help_text="the day of turning the age")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "id_index"], condition=~Q(id_index=""), name="listed_once_by_number"
            )
        ]
        indexes = [models.Index(fields=["listing", "status"], name="listed_status")]


class LeafletRound(models.Model):
    """Leaflets to every household of a hamlet (S3.12)."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="rounds")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, related_name="+")
    households = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField(default=0)
    scans = models.PositiveIntegerField(default=0, help_text="of the QR of this round")
    key = models.CharField(max_length=32, unique=True)
    at = models.DateTimeField()
