"""May a term hold? Out of law: refused with the remedy. Against a term that runs: a clash for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gandan.core.errors import RuleBroken
from gandan.places.models import Agency

from .kinds import Kind, Proposal, Running
from .models import Term


@dataclass(frozen=True)
class Conflict:
    """A term that contradicts the proposal, and why."""

    other: Running
    why: str


class Clash(RuleBroken):
    """The proposal contradicts what runs. `conflicts` are for the page on which a person decides."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__(" ".join(one.why for one in conflicts))
        self.conflicts = conflicts


def check(kind: Kind, proposal: Proposal) -> None:
    """RuleBroken for what is out of law, Clash for what contradicts a term already written."""
    if broken := list(kind.check(proposal)):
        raise RuleBroken(" ".join(broken))
    conflicts = conflicts_of(kind, proposal)
    if conflicts:
        raise Clash(conflicts)


def conflicts_of(kind: Kind, proposal: Proposal) -> list[Conflict]:
    rivals = _beside(proposal.agency, proposal.since, proposal.until).filter(programme__kind__in=kind.against)
    if proposal.programme_id is not None:
        rivals = rivals.exclude(programme=proposal.programme_id)
    told = ((term.as_running(), kind.clash(proposal, term.as_running())) for term in rivals)
    return [Conflict(other, why) for other, why in told if why]


def _beside(agency: Agency, since: date, until: date | None) -> QuerySet[Term]:
    """Terms above the agency, its own, and those of the parts a commune steers."""
    near = Q(programme__agency__in=agency.line)
    if agency.commune_id == agency.pk:
        near |= Q(programme__agency__commune=agency)
    return Term.objects.touching(since, until).filter(near).select_related("programme")
