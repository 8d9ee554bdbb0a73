"""The dossiers and drafts of a citizen, as rows to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gandan.dossiers.filing_steps import FilingStep, first_open
from gandan.dossiers.models import Dossier, Draft
from gandan.dossiers.workflow import Status
from gandan.people.models import User

RUNNING = (Status.RECEIVED, Status.PROCESSING)


@dataclass(frozen=True)
class MyDossier:
    """A dossier with what the page needs to say about it now."""

    dossier: Dossier
    is_late: bool

    @property
    def look(self) -> str:
        return "late" if self.is_late else self.dossier.look


@dataclass(frozen=True)
class MyDraft:
    """A draft and the page where filling in goes on."""

    draft: Draft
    step: FilingStep


def dossiers_of(citizen: User) -> QuerySet[Dossier]:
    """Newest first, with the names a row shows."""
    return Dossier.objects.owned_by(citizen).select_related("procedure", "commune").order_by("-submitted_at", "-pk")


def dossier_rows(dossiers: list[Dossier], now: datetime) -> list[MyDossier]:
    return [MyDossier(dossier, dossier.status in RUNNING and dossier.is_late(now)) for dossier in dossiers]


def drafts_of(citizen: User) -> list[MyDraft]:
    """Drafts that have not become a dossier, the last touched first."""
    drafts = Draft.objects.filter(owner=citizen, dossier__isnull=True).order_by("-changed_at")
    return [MyDraft(draft, first_open(draft)) for draft in drafts.select_related("version__procedure", "form")]
