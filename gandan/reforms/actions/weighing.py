"""A commune weighs models: assessment sheet, opinions of divisions, looks on the spot, the proposal to its committee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import OpinionGiven, ReformSurveyed, ReformWeighed, ReplicationProposed
from ..models import Adoption, Assessment, Opinion, Reform, Survey
from ..workflow import AdoptionStatus
from .adoption import begin_adoption

MONTHS = 3
"""Months of figures a proposal must show (S3.43)."""


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """The sheet: fits or not with the reason, what it takes, four criteria from 1 to 5 (công văn 554)."""

    fits: bool | None
    reason: str
    uses_it: bool = False
    cost: str = ""
    cost_words: str = ""
    staff: str = ""
    benefit: str = ""
    effective: int | None = None
    uniform: int | None = None
    thrifty: int | None = None
    fitting: int | None = None


@dataclass(frozen=True, kw_only=True)
class Thought:
    """The opinion of a division."""

    fits: bool
    text: str


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at a model where it runs. `figures`: {"label", "value", "unit"} of the months before."""

    where: Agency
    on: date
    facts: str
    figures: tuple[Mapping[str, Any], ...] = ()
    photo: File[bytes] | None = None
    opinion: str = ""
    reviewer: str = ""
    score: int | None = None


@transaction.atomic
def weigh(reform: Reform, sheet: Weighing, *, agency: Agency, by: User, now: datetime) -> Assessment:
    """Keep the sheet of this agency about a model; written again, it replaces the one before."""
    if sheet.fits is not None and not sheet.reason.strip():
        raise RuleBroken("Ghi lý do vì sao phù hợp hoặc không phù hợp.")
    made, _ = Assessment.objects.update_or_create(
        reform=reform, agency=agency, defaults={**asdict(sheet), "made_by": by, "at": now}
    )
    event = ReformWeighed(reform_id=reform.pk, assessment_id=made.pk, agency_id=agency.pk, fits=sheet.fits)
    record(event, about=made, by=by, at=now)
    return made


@transaction.atomic
def give_opinion(assessment: Assessment, view: Thought, *, agency: Agency, by: User, now: datetime) -> Opinion:
    """What a division of the commune thinks; one a division, the later replaces the earlier."""
    if not view.text.strip():
        raise RuleBroken("Ghi ý kiến của phòng.")
    if agency.commune_id != assessment.agency.commune_id:
        raise RuleBroken("Chỉ phòng, đơn vị của xã góp ý vào phiếu của xã.")
    made, _ = Opinion.objects.update_or_create(
        assessment=assessment,
        agency=agency,
        defaults={"fits": view.fits, "text": view.text.strip(), "by": by, "at": now},
    )
    event = OpinionGiven(reform_id=assessment.reform_id, opinion_id=made.pk, agency_id=agency.pk, fits=view.fits)
    record(event, about=assessment, by=by, at=now)
    return made


@transaction.atomic
def survey(reform: Reform, look: Look, *, by: User, now: datetime) -> Survey:
    """Keep what was seen where the model runs: facts, figures by month, photo, opinion of the reviewer."""
    if look.on > localdate(now):
        raise RuleBroken("Ngày khảo sát không thể sau hôm nay.")
    made = Survey.objects.create(
        reform=reform, agency=look.where, on=look.on, facts=look.facts, figures=[dict(one) for one in look.figures],
        photo=look.photo or "", opinion=look.opinion, reviewer=look.reviewer, score=look.score, by=by, at=now,
    )  # fmt: skip
    event = ReformSurveyed(reform_id=reform.pk, survey_id=made.pk, agency_id=look.where.pk)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def propose_replication(reform: Reform, *, agency: Agency, by: User, now: datetime) -> Adoption:
    """Ask the committee to take the model up: only with survey, figures of three months and the reviewer's opinion (S3.43)."""
    sheet = Assessment.objects.filter(reform=reform, agency=agency, fits=True).first()
    missing = [words for is_there, words in _papers(reform, agency, sheet) if not is_there]
    if missing:
        raise RuleBroken(f"Chưa trình được. Còn thiếu: {', '.join(missing)}.")
    adoption = _running(reform, agency) or begin_adoption(reform, agency=agency, by=by, now=now)
    event = ReplicationProposed(reform_id=reform.pk, adoption_id=adoption.pk, agency_id=agency.pk)
    record(event, about=sheet or reform, by=by, at=now)
    return adoption


def _running(reform: Reform, agency: Agency) -> Adoption | None:
    return Adoption.objects.filter(reform=reform, agency=agency).exclude(status=AdoptionStatus.ENDED).first()


def _papers(reform: Reform, agency: Agency, sheet: Assessment | None) -> list[tuple[bool, str]]:
    looks = list(Survey.objects.filter(reform=reform, by__agency__commune=agency.commune_id))
    return [
        (sheet is not None, "phiếu đánh giá kết luận phù hợp"),
        (bool(looks), "khảo sát thực tế"),
        (any(_months(one) >= MONTHS for one in looks), "số liệu 3 tháng"),
        (any(one.opinion for one in looks), "nhận xét của người phụ trách lĩnh vực"),
    ]


def _months(look: Survey) -> int:
    return len({one["label"] for one in look.figures if one.get("value") is not None})
