"""Papers photographed at home and looked at before the visit (S4.9): they open at the counter by a code."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from gandan.catalog.models import ProcedureVersion
from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.dossiers.models import Dossier, Draft
from gandan.hall.models import Ticket
from gandan.people.models import User
from gandan.places.models import Agency

from ..numbering import new_precheck_code
from ..workflow import Outcome, Verdict
from .thread import Thread


class PrecheckQuerySet(models.QuerySet["Precheck"]):
    def of(self, commune: Agency) -> PrecheckQuerySet:
        return self.filter(thread__commune=commune)


class Precheck(models.Model):
    """The list of papers of one procedure, one row each. Person and declaration lie in the draft of the dossier."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="prechecks")
    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="+")
    draft = models.OneToOneField(Draft, models.SET_NULL, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=11, unique=True, default=new_precheck_code)
    is_far_away = models.BooleanField(default=False, help_text="đi làm ăn xa: the family brings the originals")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default=Outcome.PENDING)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, help_text="the last paper came in")
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    dossier = models.OneToOneField(Dossier, models.SET_NULL, null=True, blank=True, related_name="precheck")
    ticket = models.ForeignKey(Ticket, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = PrecheckQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "version"], name="precheck_once")]

    def __str__(self) -> str:
        return f"Kiểm tra trước {self.code}"

    @property
    def waits_for_us(self) -> bool:
        """A paper came in after we last looked."""
        seen: datetime | None = self.checked_at
        return self.dossier_id is None and self.sent_at is not None and (seen is None or seen < self.sent_at)


class PrecheckPaper(models.Model):
    """One paper of the list: what the officer made of it, and why."""

    precheck = models.ForeignKey(Precheck, models.CASCADE, related_name="papers")
    component = models.CharField(max_length=80, help_text="key of the component in the version")
    name = models.CharField(max_length=500)
    position = models.PositiveSmallIntegerField()
    is_required = models.BooleanField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, default=Verdict.PENDING)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["precheck", "component"], name="precheck_paper_once")]


class PrecheckPhoto(models.Model):
    """A page of it, photographed: sealed, cleaned, without place or device."""

    paper = models.ForeignKey(PrecheckPaper, models.CASCADE, related_name="photos")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    file = models.FileField(upload_to="conversations/prechecks/%Y/%m/", storage=sealed_storage)
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["paper", "sha256"], name="precheck_photo_once")]
