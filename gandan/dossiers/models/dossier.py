"""The dossier and the draft it comes from."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import StrIndex
from django.utils import timezone

from gandan.catalog.models import FormDefinition, Procedure, ProcedureVersion
from gandan.core.fields import SealedJson, SealedText
from gandan.core.keys import new_key
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import fold
from gandan.core.workflow import Step, Stepping
from gandan.people.models import Gender, User
from gandan.people.offices import Office
from gandan.places.models import Agency

from ..workflow import BEFORE_SETTLING, LOOKS, STEPS, WITH_CITIZEN, Status


class Channel(models.TextChoices):
    """How the dossier came (KenhThucHien 1, 2, 3 of the national message)."""

    COUNTER = "counter", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    POST = "post", "Bưu chính công ích"


class Person(models.Model):
    """Who a draft or dossier belongs to. What identifies is sealed; the name stays readable for the officer's search."""

    applicant_name = models.CharField(max_length=120, blank=True)
    applicant_gender = models.CharField(max_length=6, choices=Gender, blank=True)
    applicant_phone = SealedText(blank=True, default="")
    applicant_email = SealedText(blank=True, default="")
    applicant_id_number = SealedText(blank=True, default="")
    applicant_address = SealedText(blank=True, default="")
    on_behalf_of = models.CharField(max_length=120, blank=True, help_text="whose matter it is, when filed for someone")
    answers = SealedJson(blank=True, default=dict)

    class Meta:
        abstract = True


class Draft(Person):
    """A dossier being filled in: saved after every step, found again by its key, turned into at most one dossier."""

    key = models.CharField(max_length=32, unique=True, default=new_key)
    commune = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="+")
    form = models.ForeignKey(FormDefinition, models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="drafts")
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.ONLINE)
    done_steps = models.JSONField(default=list, help_text="keys of the steps already saved")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    filed_key: str | None  # of the dossier it has become, when found by `finding.draft_of_key`

    class Meta:
        indexes = [models.Index(fields=["changed_at"], name="draft_age")]


class DossierQuerySet(models.QuerySet["Dossier"]):
    def of(self, commune: Agency) -> DossierQuerySet:
        return self.filter(commune=commune)

    def for_office(self, office: Office) -> DossierQuerySet:
        """What an office may see: its commune's; a partner agency only what has a leg at it; the province its communes'."""
        if office.commune is None:
            return self.filter(commune__province=office.agency)
        mine = self.filter(commune=office.commune)
        return mine.filter(legs__agency=office.agency).distinct() if office.is_partner_only else mine

    def owned_by(self, citizen: User) -> DossierQuerySet:
        return self.filter(owner=citizen)

    def unsettled(self) -> DossierQuerySet:
        return self.filter(status__in=BEFORE_SETTLING)

    def running(self) -> DossierQuerySet:
        """The office holds them and the clock runs."""
        return self.filter(status__in=(Status.RECEIVED, Status.PROCESSING))

    def overdue(self, now: datetime) -> DossierQuerySet:
        return self.running().filter(due_at__lt=now)

    def due_between(self, start: datetime, end: datetime) -> DossierQuerySet:
        return self.running().filter(due_at__gte=start, due_at__lt=end)

    def by_due(self) -> DossierQuerySet:
        return self.order_by(F("due_at").asc(nulls_last=True), "pk")

    def matching(self, words: str) -> DossierQuerySet:
        """Search by code, applicant (with or without diacritics) or procedure."""
        return self.filter(search__contains=fold(words))

    def matching_in_commune(self, words: str) -> DossierQuerySet:
        """As `matching`, for rows of one commune newest first: `dossier_newest` alone answers, however many others there are."""
        return self.alias(found_at=StrIndex("search", Value(fold(words)))).filter(found_at__gt=0)


TOLD_OF_RECEIVED = ("id", "procedure", "channel", "supplement_count")
TOLD_OF_SETTLED = ("id", "procedure", "channel", "outcome", "working_minutes", "citizen_minutes", "is_same_day")
"""What the measures ask of many rows at once: beside the key in the index, so that wide rows need not be fetched."""


class Dossier(Stepping, Person):
    """One matter of one person before one competent agency, with both clocks."""

    steps: ClassVar[tuple[Step, ...]] = STEPS

    code = models.CharField(max_length=60, unique=True)
    key = models.CharField(max_length=32, unique=True, default=new_key, help_text="unguessable; on the receipt's QR")
    commune = models.ForeignKey(Agency, models.PROTECT, related_name="dossiers")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", help_text="the competent agency")
    receiving_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="+")
    form = models.ForeignKey(FormDefinition, models.PROTECT, null=True, related_name="+")
    draft = models.OneToOneField(Draft, models.SET_NULL, null=True, blank=True, related_name="dossier")
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="dossiers")
    channel = models.CharField(max_length=8, choices=Channel)
    status = models.CharField(max_length=12, choices=Status, default=Status.REGISTERED)
    holder = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="held_dossiers")
    search = models.CharField(max_length=500, editable=False, help_text="folded code, applicant and procedure")
    applicant_id_index = models.CharField(max_length=32, blank=True, editable=False)
    return_channel = models.CharField(max_length=8, choices=Channel, default=Channel.COUNTER)

    submitted_at = models.DateTimeField()
    receive_by = models.DateTimeField(null=True, help_text="R02: accept or ask within 8 working hours")
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, help_text="the date given to the citizen: promised, else statutory")
    first_due_at = models.DateTimeField(null=True, help_text="the due date at reception, before restarts and extension")
    statutory_due_at = models.DateTimeField(null=True)
    clock766_due_at = models.DateTimeField(null=True)
    is_provisional = models.BooleanField(default=False)
    working = models.JSONField(default=dict, help_text='{"due", "statutory", "clock766"}: the working of each date')
    clock_started_at = models.DateTimeField(null=True, help_text="reception, or completion after a supplement (R11)")
    supplement_asked_at = models.DateTimeField(null=True)
    supplement_count = models.PositiveSmallIntegerField(default=0)
    close_on = models.DateTimeField(null=True, help_text="R12: closed when not completed by then")
    settled_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="refused, withdrawn or stopped")
    reason = models.TextField(blank=True, help_text="of refusal, stop, supplement or correction; shown to the citizen")

    outcome = models.CharField(max_length=8, blank=True, help_text='"early", "on_time" or "late", when ended')
    working_minutes = models.PositiveIntegerField(null=True, help_text="office minutes from clock start to settling")
    citizen_minutes = models.PositiveIntegerField(default=0, help_text="office minutes waited for the citizen")
    is_same_day = models.BooleanField(null=True)
    is_prompt = models.BooleanField(default=False, help_text="settled while the citizen waits (4 tại chỗ)")
    fee_amount = models.PositiveIntegerField(null=True, help_text="đồng; empty: not confirmed")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = DossierQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                "commune", F("due_at").asc(nulls_last=True), "id",
                condition=Q(status__in=[str(one) for one in BEFORE_SETTLING]), name="dossier_inbox",
            ),
            models.Index("commune", F("submitted_at").desc(), "id", include=["search"], name="dossier_newest"),
            models.Index("commune", "settled_at", "id", condition=Q(status="settled"), name="dossier_to_return"),
            models.Index(fields=["commune", "received_at"], include=TOLD_OF_RECEIVED, name="dossier_received"),
            models.Index(fields=["commune", "settled_at"], include=TOLD_OF_SETTLED, name="dossier_settled"),
            models.Index(fields=["commune", "ended_at"], name="dossier_ended", condition=Q(ended_at__isnull=False)),
            models.Index(fields=["owner", "-submitted_at"], name="dossier_owner", condition=Q(owner__isnull=False)),
            models.Index(fields=["applicant_id_index"], name="dossier_person", condition=~Q(applicant_id_index="")),
            GinIndex(OpClass("search", name="gin_trgm_ops"), name="dossier_search"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Hồ sơ {self.code}"

    def refresh_search(self) -> None:
        """Fill the shadow columns; the caller saves."""
        self.search = fold(f"{self.code} {self.applicant_name} {self.on_behalf_of} {self.procedure.short_name}")[:500]
        self.applicant_id_index = blind_index(self.applicant_id_number, column="dossiers_dossier.applicant_id_number")

    @property
    def look(self) -> str:
        return LOOKS[Status(self.status)]

    @property
    def tail(self) -> str:
        """The four digits read aloud on the telephone."""
        return self.code[-4:]

    def is_late(self, now: datetime) -> bool:
        end = self.settled_at or self.ended_at or now
        return self.due_at is not None and end > self.due_at and self.status not in WITH_CITIZEN

    def form_of_address(self) -> str:
        """“bà Hạnh”, “ông Tuấn”, or the full name."""
        if self.applicant_gender:
            return f"{Gender(self.applicant_gender).label} {self.applicant_name.split()[-1]}"
        return self.applicant_name
