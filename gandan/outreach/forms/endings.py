"""Final states of many people on one page: a line each, left empty where nothing is known yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gandan.dossiers.models import Dossier
from gandan.places.models import Agency

from ..actions import Ending
from ..models import ListedPerson
from ..workflow import FINAL

CHOICES = [(str(one), str(one.label)) for one in FINAL]
NO_REASON = "Ghi lý do, căn cứ hoặc mã hồ sơ."


@dataclass
class EndingLine:
    """One person as typed: the state ("" for later), the reason, and what is wrong with the line."""

    person: ListedPerson
    status: str = ""
    reason: str = ""
    error: str = ""


class EndingSheet:
    """The lines of a page. A reason that is the code of a dossier of the commune links the dossier."""

    def __init__(self, people: Sequence[ListedPerson], posted: Mapping[str, str] | None = None) -> None:
        told = posted or {}
        self.common = told.get("common", "").strip()[:300]
        self.lines = [
            EndingLine(one, told.get(f"status-{one.pk}", ""), told.get(f"reason-{one.pk}", "").strip()[:300])
            for one in people
        ]

    @property
    def faults(self) -> list[EndingLine]:
        return [one for one in self.lines if one.error]

    def endings(self, commune: Agency) -> dict[int, Ending]:
        """By key of the person; empty lines are left out, lines without a reason are marked."""
        chosen = [one for one in self.lines if one.status in dict(CHOICES)]
        codes = {one.reason for one in chosen if one.reason}
        dossiers = {one.code: one for one in Dossier.objects.filter(commune=commune, code__in=codes)}
        told: dict[int, Ending] = {}
        for one in chosen:
            dossier, reason = dossiers.get(one.reason), one.reason or self.common
            one.error = "" if reason else NO_REASON
            told[one.person.pk] = Ending(one.status, "" if dossier else reason, dossier)
        return told
