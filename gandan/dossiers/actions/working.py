"""The office at work: receive, hold, hand over, finish a leg, approve, return the result, correct it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.places.working import Unit

from .. import workflow
from ..clockwork import CLOCK_FIELDS, calendar_for, know_limits, set_clocks, set_outcome, share_lateness, start_leg
from ..deadlines import Limit
from ..events import (
    DossierApproved,
    DossierHandedOver,
    DossierReceived,
    DossierTaken,
    LegFinished,
    ResultCorrected,
    ResultReturned,
)
from ..marking import marks_at_reception
from ..models import Dossier, Leg, LegStatus, Result, UnderProgramme
from ..signing import RETURNING, ends_with_approval, open_work
from ..uploads import clean
from ..workflow import Status
from .promises import settle_marks
from .returning import keep_promises

CORRECTION_DAYS = 3
LEG_FIELDS = ["status", "started_at", "due_at", "finished_at", "finished_by", "note", "late_minutes"]


def lock(dossier: Dossier) -> None:
    """Hold the row until the transaction ends: who comes second works on what the first has left."""
    Dossier.objects.select_for_update().only("pk").get(pk=dossier.pk)


@transaction.atomic
def receive(dossier: Dossier, *, by: User, now: datetime) -> None:
    """The papers are complete: the clocks start (NĐ 118/2025, Điều 17, khoản 3) and the route is laid out."""
    missing = missing_papers(dossier)
    if missing:
        raise RuleBroken(f"Còn thiếu: {', '.join(missing)}. Xem bản chính, quét vào hồ sơ, hoặc yêu cầu bổ sung.")
    dossier.take(workflow.RECEIVE)
    dossier.received_at = dossier.received_at or now
    dossier.clock_started_at = now
    dossier.holder = dossier.holder or by
    dossier.changed_at = now
    know_limits(dossier)
    marks = marks_at_reception(dossier, now)
    set_clocks(dossier, marks)
    dossier.save(update_fields=["received_at", "holder", *CLOCK_FIELDS])
    if marks:
        UnderProgramme.objects.bulk_create(marks, ignore_conflicts=True)
    _lay_route(dossier)
    assert dossier.due_at is not None
    assert dossier.statutory_due_at is not None
    event = DossierReceived(dossier_id=dossier.pk, due_at=dossier.due_at, statutory_due_at=dossier.statutory_due_at)
    record(event, about=dossier, by=by, at=now)


def missing_papers(dossier: Dossier) -> list[str]:
    """Names of required components that were neither uploaded nor seen."""
    given = {paper.component for paper in dossier.papers.all()}
    return [one.name for one in dossier.version.papers() if one.is_required and one.upload and one.key not in given]


def _lay_route(dossier: Dossier) -> None:
    if dossier.legs.exists():
        return
    offices = _offices(dossier.agency)
    Leg.objects.bulk_create(
        Leg(
            dossier=dossier, stage=number, key=leg.key, name=leg.name, role=leg.role, pays=leg.pays,
            half_days=leg.half_days, agency=offices.get(leg.agency, dossier.agency),
        )
        for number, stage in enumerate(dossier.version.stages())
        for leg in stage
    )  # fmt: skip


def _offices(commune: Agency) -> dict[str, Agency]:
    return {one.part: one for one in Agency.objects.filter(commune=commune).exclude(part="")}


@transaction.atomic
def hold(dossier: Dossier, *, holder: User, by: User, now: datetime) -> None:
    """Take a dossier, or pass it to a colleague of the same commune."""
    if holder.agency is None or holder.agency.commune_id != dossier.commune_id:
        raise RuleBroken(f"{holder} không thuộc đơn vị đang giải quyết hồ sơ này.")
    lock(dossier)
    dossier.holder, dossier.changed_at = holder, now
    dossier.save(update_fields=["holder", "changed_at"])
    record(DossierTaken(dossier_id=dossier.pk, holder_id=holder.pk), about=dossier, by=by, at=now)


@transaction.atomic
def hand_over(dossier: Dossier, *, by: User, now: datetime) -> None:
    """The first legs begin; all agencies of a parallel stage at once (NĐ 118/2025, Điều 20, khoản 2)."""
    dossier.take(workflow.HAND_OVER)
    _touch(dossier, now)
    _begin_next_stage(dossier, list(dossier.legs.select_related("agency")), by=by, now=now)


def _begin_next_stage(dossier: Dossier, legs: list[Leg], *, by: User, now: datetime) -> None:
    waiting = [leg for leg in legs if leg.status == LegStatus.WAITING]
    if not waiting:
        return
    stage = min(leg.stage for leg in waiting)
    calendar = calendar_for(dossier)
    begun = [leg for leg in waiting if leg.stage == stage]
    for leg in begun:
        start_leg(leg, now, calendar, latest=dossier.due_at)
    Leg.objects.bulk_update(begun, ["status", "started_at", "due_at"])
    event = DossierHandedOver(dossier_id=dossier.pk, stage=stage, leg_ids=[leg.pk for leg in begun])
    record(event, about=dossier, by=by, at=now)


def _touch(dossier: Dossier, now: datetime) -> None:
    dossier.changed_at = now
    dossier.save(update_fields=["changed_at"])


@transaction.atomic
def finish_leg(leg: Leg, *, by: User, now: datetime, note: str = "") -> None:
    """One agency has done its part; when the whole stage is done, the next begins."""
    dossier = leg.dossier
    lock(dossier)
    leg.refresh_from_db(fields=["status"])
    if leg.status != LegStatus.RUNNING:
        raise RuleBroken(f"Bước “{leg.name}” {leg.get_status_display().lower()}, không ghi xong được nữa.")
    dossier.refresh_from_db(fields=["status"])
    if dossier.status != Status.PROCESSING:
        raise RuleBroken(
            f"{dossier} đang ở bước “{dossier.status_label()}”. Chờ công dân xong rồi ghi kết quả bước này."
        )
    _finish(leg, by=by, now=now, note=note)
    _touch(dossier, now)
    legs = list(dossier.legs.select_related("agency"))
    if not any(one.status == LegStatus.RUNNING for one in legs):
        _begin_next_stage(dossier, legs, by=by, now=now)


def _finish(leg: Leg, *, by: User | None, now: datetime, note: str = "") -> None:
    leg.status, leg.finished_at, leg.finished_by, leg.note = LegStatus.DONE, now, by, note
    leg.started_at = leg.started_at or now
    leg.save(update_fields=["status", "finished_at", "finished_by", "note", "started_at"])
    late = calendar_for(leg.dossier).working_minutes_between(leg.due_at, now) if leg.due_at else 0
    event = LegFinished(dossier_id=leg.dossier_id, leg_id=leg.pk, due_at=leg.due_at, late_minutes=max(0, late))
    record(event, about=leg.dossier, by=by, at=now)


@dataclass(frozen=True)
class Outcome:
    """What the leader approves: the name and number of the result, and its file if there is a digital one."""

    name: str = ""
    number: str = ""
    upload: File[Any] | None = None


@transaction.atomic
def approve(dossier: Dossier, *, by: User, now: datetime, result: Outcome | None = None) -> None:
    """The leader signs: the matter is settled, its outcome and whose delay it was are fixed."""
    legs = list(dossier.legs.select_related("agency"))
    if undone := open_work(legs):
        names = ", ".join(f"{leg.name} ({leg.agency})" for leg in undone)
        raise RuleBroken(f"Chưa phê duyệt được, còn bước chưa xong: {names}.")
    dossier.take(workflow.APPROVE)
    for leg in legs:
        if ends_with_approval(leg):
            _finish(leg, by=by, now=now)
    is_correction = dossier.results.exists()
    dossier.changed_at = now
    late_minutes = 0
    if not is_correction:
        dossier.settled_at = now
        settle_marks(dossier, by=by, now=now)
        set_outcome(dossier, now)
        late_minutes = share_lateness(dossier, [leg for leg in legs if leg.role != RETURNING], now)
        Leg.objects.bulk_update(legs, ["late_minutes"])
    dossier.save(update_fields=["settled_at", "changed_at", "outcome", "working_minutes", "is_same_day", "is_prompt"])
    _issue(dossier, result or Outcome(), by=by, now=now, is_correction=is_correction)
    _begin_next_stage(dossier, [leg for leg in legs if leg.role == RETURNING], by=by, now=now)
    event = DossierApproved(dossier_id=dossier.pk, outcome=dossier.outcome, late_minutes=late_minutes)
    record(event, about=dossier, by=by, at=now)


def _issue(dossier: Dossier, result: Outcome, *, by: User, now: datetime, is_correction: bool) -> None:
    named = dossier.version.results[0]["name"] if dossier.version.results else "Kết quả giải quyết"
    row = Result(
        dossier=dossier, name=result.name or named, number=result.number, issued_at=now, approved_by=by,
        is_correction=is_correction,
    )  # fmt: skip
    if result.upload is not None:
        file = clean(result.upload)
        row.file, row.media_type = file.content, file.media_type
    row.save()


@transaction.atomic
def return_result(dossier: Dossier, *, by: User | None, now: datetime, received_by: str = "") -> None:
    """The result is in the citizen's hand; recorded also where no receipt was needed (Điều 17, khoản 4).

    `by` is None where nobody handed it over: it was fetched from a locker.
    """
    dossier.take(workflow.RETURN_RESULT)
    keep_promises(dossier, by=by, now=now)
    dossier.returned_at = dossier.changed_at = now
    dossier.save(update_fields=["returned_at", "changed_at"])
    dossier.results.filter(received_by="").update(received_by=received_by or dossier.applicant_name)
    for leg in dossier.legs.select_related("dossier").filter(status__in=(LegStatus.RUNNING, LegStatus.WAITING)):
        leg.dossier = dossier
        _finish(leg, by=by, now=now)
    record(ResultReturned(dossier_id=dossier.pk, outcome=dossier.outcome), about=dossier, by=by, at=now)


@transaction.atomic
def correct(dossier: Dossier, *, reason: str, by: User, now: datetime) -> None:
    """The agency made an error: it puts it right within three working days at its own cost (Điều 23, khoản 1)."""
    if not reason.strip():
        raise RuleBroken("Xin ghi rõ sai sót của kết quả cần đính chính.")
    dossier.take(workflow.CORRECT)
    counted = Limit(CORRECTION_DAYS, Unit.WORKING_DAY).due_from(now, calendar_for(dossier)).retold(
        opening="Nhận yêu cầu đính chính",
        rule="Sai sót của cơ quan được đính chính trong 3 ngày làm việc.",
        citation="Nghị định 118/2025/NĐ-CP, Điều 23, khoản 1",
    )  # fmt: skip
    dossier.reason, dossier.changed_at, dossier.due_at = reason, now, counted.at
    dossier.working = {**dossier.working, "correction": counted.working.as_json()}
    dossier.save(update_fields=["reason", "changed_at", "due_at", "working"])
    event = ResultCorrected(dossier_id=dossier.pk, due_at=counted.at)
    record(event, about=dossier, by=by, at=now)
