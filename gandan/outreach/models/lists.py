"""Lists of people to reach: matched from files, handed to hamlets, everybody to a final state."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.fields import SealedText
from gandan.core.workflow import Step, Stepping
from gandan.dossiers.models import Dossier
from gandan.people.models import Role, User
from gandan.people.offices import Office
from gandan.places.models import Agency, Hamlet

from ..workflow import FINAL, PERSON_STEPS, PersonStatus

LOOKS = {PersonStatus.FOUND: "soon", PersonStatus.ASSIGNED: "go", PersonStatus.CONTACTED: "go"}


class ListingQuerySet(models.QuerySet["Listing"]):
    def seen_by(self, office: Office) -> ListingQuerySet:
        """Of the commune; who is neither leader nor clerk sees only lists with a person assigned to them."""
        mine = self.filter(commune=office.commune)
        if office.holds(Role.LEADER, Role.CLERK):
            return mine
        return mine.filter(people__assigned_to=office.user).distinct()


class Listing(models.Model):
    """A list of people (or households) to reach for one purpose."""

    commune = models.ForeignKey(Agency, models.PROTECT, related_name="listings")
    name = models.CharField(max_length=160)
    purpose = models.CharField(max_length=20, help_text="elderly, papers, leaflets, apps, other")
    rule = models.JSONField(default=dict, help_text='{"age_from": 75, "without": "recipients"}')
    tally = models.JSONField(
        default=dict, help_text='{"population", "recipients", "of_age", "receiving"} as last matched'
    )
    programme_id = models.BigIntegerField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = ListingQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @property
    def age_from(self) -> int | None:
        age: int | None = self.rule.get("age_from")
        return age

    @property
    def is_of_households(self) -> bool:
        return self.purpose == "leaflets"


class ListFile(models.Model):
    """A file read into a list, with the columns as mapped and what was found in it."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="files")
    part = models.CharField(max_length=20, help_text="population, recipients")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=dict, help_text='{"heads": […], "places": {"name": 1}}, once mapped')
    content = SealedText(blank=True, default="", help_text="the table as JSON, wiped once matched")
    matched_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text='[{"row", "problem"}]')
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "sha256"], name="list_file_once")]


class ListedPersonQuerySet(models.QuerySet["ListedPerson"]):
    def seen_by(self, office: Office) -> ListedPersonQuerySet:
        mine = self.filter(listing__commune=office.commune)
        return mine if office.holds(Role.LEADER, Role.CLERK) else mine.filter(assigned_to=office.user)

    def of_today(self, today: date) -> ListedPersonQuerySet:
        """Without those who turn the age later."""
        return self.filter(Q(eligible_from__isnull=True) | Q(eligible_from__lte=today))

    def still_open(self) -> ListedPersonQuerySet:
        return self.exclude(status__in=FINAL)


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

    objects = ListedPersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "id_index"], condition=~Q(id_index=""), name="listed_once_by_number"
            )
        ]
        indexes = [models.Index(fields=["listing", "status"], name="listed_status")]

    def __str__(self) -> str:
        return self.name

    @property
    def look(self) -> str:
        return LOOKS.get(PersonStatus(self.status), "done")

    @property
    def is_final(self) -> bool:
        return self.status in FINAL


class LeafletRound(models.Model):
    """Leaflets to every household of a hamlet (S3.12)."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="rounds")
    hamlet = models.ForeignKey(Hamlet, models.PROTECT, related_name="+")
    households = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField(default=0)
    scans = models.PositiveIntegerField(default=0, help_text="of the QR of this round")
    key = models.CharField(max_length=32, unique=True)
    at = models.DateTimeField()
