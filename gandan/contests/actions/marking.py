"""The preliminary round: draw numbers and judges, mark blind, call a third judge, make the shortlist, publish."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from random import Random

from django.db import transaction

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..drawing import least_busy, numbers, share_out
from ..events import SheetSaved, SheetSubmitted, ThirdJudgeCalled
from ..marks import differ_too_much, points_of
from ..models import Contest, Entry, Judge, MarkSheet, Stage
from ..results import reckon_preliminary
from ..workflow import ContestStatus, EntryStatus
from .contests import hold, step
from .exams import finish_sittings

RECKONED = ["paper_mark", "preliminary", "preliminary_rank", "preliminary_reason", "is_finalist"]


@transaction.atomic
def start_marking(contest: Contest, *, by: User, now: datetime) -> None:
    """Anonymous numbers are drawn and papers given out evenly. RuleBroken: unchecked entries, or too few judges."""
    held = hold(contest)
    entries = list(held.entries.filter(status=EntryStatus.ELIGIBLE).select_related("agency"))
    if waiting := held.entries.filter(status=EntryStatus.SUBMITTED).count():
        raise RuleBroken(f"Còn {waiting} bài chưa kiểm tra điều kiện.")
    if not entries:
        raise RuleBroken("Không có bài nào đủ điều kiện.")
    judges = {one.pk: one for one in held.judges.select_related("unit")}
    for entry in entries:
        entry.contest = held
    fit = {one.pk: [pk for pk, judge in judges.items() if judge.may_judge(one)] for one in entries}
    if short := [pk for pk, able in fit.items() if len(able) < held.judges_each]:
        raise RuleBroken(
            f"{len(short)} bài không đủ {held.judges_each} giám khảo khác đơn vị. Thêm giám khảo rồi làm lại."
        )
    step(contest, workflow.START_MARKING, by, now)
    drawn = numbers([one.pk for one in entries], held.seed)
    for entry in entries:
        entry.number = drawn[entry.pk]
    Entry.objects.bulk_update(entries, ["number"])
    MarkSheet.objects.bulk_create(
        MarkSheet(entry_id=entry, judge_id=judge, order=place)
        for entry, given in share_out(fit, held.judges_each, held.seed).items()
        for place, judge in enumerate(given, start=1)
    )


@transaction.atomic
def save_sheet(sheet: MarkSheet, *, points: Mapping[str, float], comment: str = "", by: User, now: datetime) -> None:
    """A draft: may be incomplete, may be saved as often as the judge likes."""
    held = _own_sheet(sheet, by)
    most = {one["key"]: float(one["most"]) for one in held.entry.contest.criteria}
    if wrong := [key for key, given in points.items() if key not in most or not 0 <= given <= most[key]]:
        raise RuleBroken(f"Điểm của {len(wrong)} tiêu chí vượt mức tối đa. Xem lại các ô điểm.")
    held.points, held.comment = dict(points), comment.strip()
    held.save(update_fields=["points", "comment"])
    record(SheetSaved(contest_id=held.entry.contest_id, sheet_id=held.pk), about=held, by=by, at=now)


@transaction.atomic
def submit_sheet(sheet: MarkSheet, *, points: Mapping[str, float], comment: str = "", by: User, now: datetime) -> None:
    """The marks stand. The judge who completes the usual number and differs too much thereby calls one more."""
    held = _own_sheet(sheet, by)
    contest = held.entry.contest
    try:
        total = points_of(points, {one["key"]: float(one["most"]) for one in contest.criteria})
    except ValueError as missing:
        name = next(one["name"] for one in contest.criteria if one["key"] == str(missing))
        raise RuleBroken(f"Tiêu chí “{name}” chưa có điểm, hoặc điểm vượt mức tối đa.") from None
    held.points, held.comment, held.total, held.submitted_at = dict(points), comment.strip(), total, now
    held.save(update_fields=["points", "comment", "total", "submitted_at"])
    record(SheetSubmitted(contest_id=contest.pk, sheet_id=held.pk, total=total), about=held, by=by, at=now)
    if needs_third(held.entry) and _fit_for(held.entry):
        _call(held.entry, by, now)


def _own_sheet(sheet: MarkSheet, by: User) -> MarkSheet:
    """The sheet as it is now; its entry is locked first, so that two judges submit one after the other."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related("contest__organiser", "agency")
    entry = rows.get(pk=sheet.entry_id)
    held = MarkSheet.objects.select_related("judge").get(pk=sheet.pk)
    held.entry = entry
    if held.judge.user_id != by.pk:
        raise NotThisOffice("Phiếu của giám khảo khác.")
    if entry.contest.status != ContestStatus.MARKING:
        raise RuleBroken("Điểm sơ khảo đã khóa, không sửa được nữa.")
    if held.submitted_at:
        raise RuleBroken(f"{held} đã nộp, không sửa được nữa.")
    return held


def needs_third(entry: Entry) -> bool:
    """The usual judges have all marked, differ too much, and nobody more has been called."""
    totals = [one.total for one in entry.sheets.all()]
    known = [one for one in totals if one is not None]
    usual = entry.contest.judges_each
    return len(totals) == len(known) == usual and differ_too_much(known, entry.contest.threshold)


def _fit_for(entry: Entry) -> list[Judge]:
    busy = entry.sheets.values_list("judge", flat=True)
    judges = entry.contest.judges.exclude(pk__in=busy).select_related("unit")
    return [one for one in judges if one.may_judge(entry)]


def _call(entry: Entry, by: User, now: datetime) -> None:
    fit = {one.pk: one for one in _fit_for(entry)}
    load = {pk: one.sheets.count() for pk, one in fit.items()}
    chosen = fit[least_busy(list(fit), load, Random(entry.contest.seed + entry.pk))]
    MarkSheet.objects.create(entry=entry, judge=chosen, order=entry.contest.judges_each + 1)
    event = ThirdJudgeCalled(contest_id=entry.contest_id, entry_id=entry.pk, judge_id=chosen.pk)
    record(event, about=entry, by=by, at=now)


@transaction.atomic
def call_third_judge(entry: Entry, *, by: User, now: datetime) -> None:
    """By hand, where nobody was fit when the marks came in and a judge has been added since."""
    held = Entry.objects.select_for_update(of=("self",)).select_related("contest__organiser", "agency").get(pk=entry.pk)
    if held.contest.status != ContestStatus.MARKING or not needs_third(held):
        raise RuleBroken("Bài này không cần giám khảo thứ ba.")
    if not _fit_for(held):
        raise RuleBroken("Chưa có giám khảo nào khác đơn vị và chưa chấm bài này. Thêm giám khảo trước.")
    _call(held, by, now)


@transaction.atomic
def shortlist(contest: Contest, *, by: User, now: datetime) -> None:
    """Marks are reckoned and the best chosen for the final. RuleBroken: papers not marked or marks too far apart."""
    held = hold(contest)
    entries = list(held.entries.eligible().prefetch_related("sheets"))
    if missing := sum(sheet.total is None for one in entries for sheet in one.sheets.all()):
        raise RuleBroken(f"Còn {missing} phiếu chấm chưa nộp.")
    for one in entries:
        one.contest = held
    if apart := sum(needs_third(one) for one in entries):
        raise RuleBroken(f"{apart} bài có hai điểm chênh quá {held.threshold:g} điểm, cần giám khảo thứ ba.")
    finish_sittings(held, Stage.PRELIMINARY, now)
    step(contest, workflow.SHORTLIST, by, now)
    Entry.objects.bulk_update(reckon_preliminary(held), RECKONED)


@transaction.atomic
def reopen_marking(contest: Contest, *, by: User, now: datetime) -> None:
    """Nothing is published yet: back to the marking, for instance to add a judge."""
    step(contest, workflow.REOPEN_MARKING, by, now)
    contest.entries.update(is_finalist=False, preliminary_rank=None, preliminary_reason="")


@transaction.atomic
def publish(contest: Contest, *, by: User, now: datetime) -> None:
    """The teams of the final are known to all; from now on no mark of the preliminary round changes."""
    step(contest, workflow.PUBLISH, by, now)
