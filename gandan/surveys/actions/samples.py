"""The sample of households, hamlet by hamlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Hamlet

from ..events import SampleDrawn
from ..models import Channel, HamletSample, Invitation, Survey, SurveyKind
from ..sampling import draw, shares_of
from ..workflow import SurveyStatus
from .paper import VALID_DAYS, next_number

MOST_HOUSEHOLDS = 3000


@dataclass(frozen=True)
class Drawing:
    """`households`: how many are on the list of each hamlet; `total` of them are asked; `seed` decides which."""

    households: Mapping[Hamlet, int]
    total: int
    seed: int


@transaction.atomic
def draw_sample(survey: Survey, drawing: Drawing, *, by: User, now: datetime) -> int:
    """Draw households over the hamlets in proportion; each gets a numbered sheet. Once a survey. Returns how many."""
    households, total, seed = drawing.households, drawing.total, drawing.seed
    number = next_number(survey)
    if survey.kind != SurveyKind.RESIDENTS:
        raise RuleBroken("Chỉ khảo sát dân cư mới lấy mẫu theo thôn.")
    if survey.status not in (SurveyStatus.DRAFT, SurveyStatus.OPEN) or survey.samples.exists():
        raise RuleBroken("Mẫu của đợt này đã rút rồi, hoặc đợt đã đóng. Rút lại là chọn người trả lời.")
    if any(one.commune_id != survey.agency_id for one in households):
        raise RuleBroken("Có thôn không thuộc xã này.")
    counts = {one.pk: count for one, count in households.items() if count > 0}
    if not 0 < total <= min(MOST_HOUSEHOLDS, sum(counts.values())):
        raise RuleBroken("Số hộ lấy mẫu phải từ 1 và không quá số hộ của các thôn.")
    invitations: list[Invitation] = []
    expires_on = survey.closes_on or localdate(now) + timedelta(days=VALID_DAYS)
    for hamlet, target in shares_of(counts, total).items():
        HamletSample.objects.create(
            survey=survey, hamlet_id=hamlet, households=counts[hamlet], target=target, seed=seed
        )
        for household in draw(counts[hamlet], target, seed=seed, hamlet=hamlet):
            invitations.append(
                Invitation(
                    survey=survey, channel=Channel.LINK, number=number + len(invitations), hamlet_id=hamlet,
                    household=household, unit_id=survey.agency_id, expires_on=expires_on,
                )
            )  # fmt: skip
    Invitation.objects.bulk_create(invitations)
    told = SampleDrawn(survey_id=survey.pk, households=len(invitations), seed=seed)
    record(told, about=survey, by=by, at=now)
    return len(invitations)
