"""Dossiers for recognition: submitted with frozen results, appraised, decided or turned down (S4.24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import RecognitionAppraised, RecognitionDecided, RecognitionSubmitted, RecognitionTurnedDown
from ..models import Effect, Recognition, Reform
from ..models.registry import APPRAISE, DECIDE, TURN_DOWN
from .registry import honour


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What is asked of which level, and why."""

    level: str
    description: str


@transaction.atomic
def apply_for_recognition(reform: Reform, claim: Claim, *, agency: Agency, by: User, now: datetime) -> Recognition:
    """Ask a level to recognise the model for this agency; the measured effect is frozen as it is now. Once a year and level."""
    if reform.status not in workflow.RECOGNISE.start:
        raise RuleBroken(
            f"“{reform}” đang ở bước “{reform.status_label()}”. Thí điểm và đánh giá xong rồi đề nghị công nhận."
        )
    if not claim.description.strip():
        raise RuleBroken("Ghi mô tả mô hình và kết quả đạt được.")
    year = localdate(now).year
    try:
        with transaction.atomic():
            made = Recognition.objects.create(
                reform=reform, agency=agency, level=claim.level, year=year, description=claim.description.strip(),
                results=_results(reform, agency), submitted_by=by, submitted_at=now,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"Đã có hồ sơ đề nghị công nhận “{reform}” ở cấp này trong năm {year}.") from None
    event = RecognitionSubmitted(recognition_id=made.pk, reform_id=reform.pk, agency_id=agency.pk, level=claim.level)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


def _results(reform: Reform, agency: Agency) -> list[dict[str, Any]]:
    """Effect rows of this agency, else of the whole, as plain JSON."""
    rows = Effect.objects.filter(reform=reform)
    mine = rows.filter(adoption__agency=agency) or rows.filter(adoption__isnull=True)
    names = [field.name for field in Effect._meta.concrete_fields if field.name not in {"id", "reform", "adoption"}]
    return [{name: _plain(getattr(row, name)) for name in names} for row in mine]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def appraise(recognition: Recognition, *, by: User, now: datetime) -> None:
    """The level above takes the dossier up."""
    recognition.take(APPRAISE)
    record(
        RecognitionAppraised(recognition_id=recognition.pk, reform_id=recognition.reform_id),
        about=recognition,
        by=by,
        at=now,
    )


@transaction.atomic
def decide_recognition(
    recognition: Recognition, *, decision_no: str, decided_on: date, by: User, now: datetime
) -> None:  # fmt: skip
    """Recognised: the model shows level and decision, and the decision counts in its year."""
    if not decision_no.strip():
        raise RuleBroken("Ghi số quyết định công nhận.")
    if decided_on > localdate(now):
        raise RuleBroken("Ngày của quyết định không thể sau hôm nay.")
    recognition.take(DECIDE)
    recognition.decision_no, recognition.decided_on = decision_no.strip(), decided_on
    recognition.save(update_fields=["decision_no", "decided_on"])
    event = RecognitionDecided(
        recognition_id=recognition.pk, reform_id=recognition.reform_id, level=recognition.level, decided_on=decided_on
    )
    record(event, about=recognition, by=by, at=now)
    honour(recognition.reform, recognition, by=by, now=now)


@transaction.atomic
def turn_down(recognition: Recognition, *, reason: str, by: User, now: datetime) -> None:
    """Back to the unit with the reason."""
    if not reason.strip():
        raise RuleBroken("Ghi lý do trả lại để đơn vị hoàn thiện.")
    recognition.take(TURN_DOWN)
    recognition.reason = reason.strip()
    recognition.save(update_fields=["reason"])
    record(
        RecognitionTurnedDown(recognition_id=recognition.pk, reform_id=recognition.reform_id),
        about=recognition,
        by=by,
        at=now,
    )
