"""Commend units and people, and make it known (S1.32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import CommendationPublished, Commended
from ..models import Campaign, Commendation, CommendationKind
from ..workflow import CampaignStatus
from .campaigns import hold


@dataclass(frozen=True)
class Decision:
    """The paper by which somebody is commended."""

    number: str
    decided_on: date
    kind: str = CommendationKind.CERTIFICATE


@dataclass(frozen=True)
class Merit:
    """Who is commended for what: a unit, a person by name, or a person of a unit."""

    reason: str
    agency: Agency | None = None
    person_name: str = ""


@transaction.atomic
def commend(merit: Merit, decision: Decision, *, organiser: Agency, by: User, now: datetime) -> Commendation:
    """A good way of working is commended outside any campaign."""
    if merit.agency is None and not merit.person_name.strip():
        raise RuleBroken("Xin ghi đơn vị hoặc người được khen.")
    if not merit.reason.strip():
        raise RuleBroken("Xin ghi thành tích được khen.")
    _complete(decision, now)
    made = Commendation.objects.create(
        organiser=organiser, kind=decision.kind, agency=merit.agency, person_name=merit.person_name.strip(),
        reason=merit.reason.strip(), number=decision.number.strip(), decided_on=decision.decided_on, by=by, at=now,
    )  # fmt: skip
    _told(made, by, now)
    return made


@transaction.atomic
def commend_top(campaign: Campaign, decision: Decision, *, by: User, now: datetime) -> list[Commendation]:
    """The best units of a ranked campaign, as many as its plan says; equals at the last place are all commended."""
    held = hold(campaign)
    if held.status != CampaignStatus.RANKED:
        raise RuleBroken("Xếp hạng xong mới ghi quyết định khen thưởng.")
    if held.commendations.exists():
        raise RuleBroken("Đợt thi đua này đã có quyết định khen thưởng.")
    _complete(decision, now)
    made = [
        Commendation.objects.create(
            organiser=held.organiser, campaign=held, kind=decision.kind, agency=one.agency,
            reason=f"Hạng {one.rank}, {held.name}: đạt {one.reached} trên {one.pledged} nội dung đăng ký"[:300],
            number=decision.number.strip(), decided_on=decision.decided_on, by=by, at=now,
        )
        for one in held.standings.filter(rank__lte=held.commended, reached__gt=0).select_related("agency")
    ]  # fmt: skip
    for one in made:
        _told(one, by, now)
    return made


@transaction.atomic
def publish_commendation(commendation: Commendation, *, by: User, now: datetime) -> None:
    """From now on everybody the organiser serves may read it. Pressed twice, it is published once."""
    changed = Commendation.objects.filter(pk=commendation.pk, published_at__isnull=True).update(published_at=now)
    commendation.refresh_from_db()
    if changed:
        record(CommendationPublished(commendation_id=commendation.pk), about=commendation, by=by, at=now)


def _complete(decision: Decision, now: datetime) -> None:
    if not decision.number.strip():
        raise RuleBroken("Xin ghi số, ký hiệu quyết định.")
    if decision.decided_on > now.date():
        raise RuleBroken("Ngày quyết định không thể ở tương lai.")


def _told(made: Commendation, by: User, now: datetime) -> None:
    event = Commended(commendation_id=made.pk, number=made.number, decided_on=made.decided_on)
    record(event, about=made, by=by, at=now, is_first=True)
