"""The work of the units: take up, do a part, report the result, say why it is stuck."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import (
    FeedbackPartDone,
    FeedbackResolved,
    FeedbackSentBack,
    FeedbackStuck,
    FeedbackTakenUp,
    FeedbackUnstuck,
    PhotoShown,
)
from ..models import Feedback, FeedbackPhoto, PhotoMoment, UnitPart
from ..workflow import IN_HAND, OPEN, REDO, REPORT_RESULT, TAKE_UP, Status
from .noting import _keep_photos, _lock, _needs, _note, _public_note


@transaction.atomic
def take_up(part: UnitPart, *, by: User, now: datetime) -> None:
    """A unit begins; with the first of them the feedback is in work."""
    feedback = part.feedback
    _lock(feedback)
    if not UnitPart.objects.filter(pk=part.pk, taken_at__isnull=True).update(taken_at=now, person=by):
        raise RuleBroken(f"{part.unit} đã nhận việc này rồi.")
    part.taken_at, part.person = now, by
    feedback.refresh_from_db(fields=["status"])
    if feedback.status == Status.DIRECTED:
        feedback.take(TAKE_UP)
    _note(feedback, "take_up", str(part.unit), by=by, now=now)
    record(FeedbackTakenUp(feedback_id=feedback.pk, part_id=part.pk), about=feedback, by=by, at=now)


@transaction.atomic
def finish_part(
    part: UnitPart, result: str, photos: Sequence[CleanFile] = (), *, by: User, now: datetime
) -> None:  # fmt: skip
    """A unit beside the leading one has done its part; the leading one reports for all."""
    said = _needs(result, "Ghi đơn vị đã làm gì.")
    if part.is_lead:
        raise RuleBroken("Đơn vị chủ trì báo kết quả chung, không báo phần việc.")
    _close_part(part, said, by=by, now=now)
    _keep_photos(part.feedback, photos, PhotoMoment.AFTER, by=by, now=now)
    _note(part.feedback, "finish_part", f"{part.unit}: {said}", by=by, now=now)
    told = FeedbackPartDone(feedback_id=part.feedback_id, part_id=part.pk)
    record(told, about=part.feedback, by=by, at=now)


def _close_part(part: UnitPart, said: str, *, by: User, now: datetime) -> None:
    _lock(part.feedback)
    part.feedback.refresh_from_db(fields=["status", "round"])
    if part.feedback.status not in IN_HAND or part.round != part.feedback.round:
        raise RuleBroken(f"{part.feedback} đang ở bước “{part.feedback.status_label()}”.")
    done = UnitPart.objects.filter(pk=part.pk, done_at__isnull=True)
    if not done.update(done_at=now, done_by=by, result=said, taken_at=part.taken_at or now):
        raise RuleBroken(f"{part.unit} đã báo xong phần việc này.")


@transaction.atomic
def report_result(
    feedback: Feedback, result: str, photos: Sequence[CleanFile] = (), *, by: User, now: datetime
) -> None:  # fmt: skip
    """The leading unit reports to the leader; every other unit must have done its part."""
    said = _needs(result, "Ghi kết quả xử lý.")
    _lock(feedback)
    feedback.refresh_from_db(fields=["status", "round"])
    parts = list(feedback.parts.filter(round=feedback.round).select_related("unit"))
    if missing := [str(one.unit) for one in parts if not one.is_lead and one.done_at is None]:
        raise RuleBroken(f"Chưa có phần việc của {', '.join(missing)}. Chờ đơn vị báo xong rồi tổng hợp.")
    feedback.take(REPORT_RESULT)
    lead = next((one for one in parts if one.is_lead), None)
    if lead:
        UnitPart.objects.filter(pk=lead.pk).update(
            result=said, done_at=now, done_by=by, taken_at=lead.taken_at or now
        )  # fmt: skip
    feedback.resolved_at, feedback.stuck_reason, feedback.stuck_since = now, "", None
    feedback.save(update_fields=["resolved_at", "stuck_reason", "stuck_since"])
    _keep_photos(feedback, photos, PhotoMoment.AFTER, by=by, now=now)
    _note(feedback, "report_result", said, by=by, now=now)
    record(FeedbackResolved(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def redo(feedback: Feedback, text: str, *, by: User, now: datetime) -> None:
    """The result does not do: the leading unit works on."""
    said = _needs(text, "Ghi điều còn phải làm.")
    feedback.take(REDO)
    feedback.parts.filter(round=feedback.round, is_lead=True).update(done_at=None, done_by=None)
    feedback.resolved_at = None
    feedback.save(update_fields=["resolved_at"])
    _note(feedback, "redo", said, by=by, now=now)
    record(FeedbackSentBack(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def note_stuck(feedback: Feedback, reason: str, *, by: User, now: datetime) -> None:
    """Why it waits, in words the public reads: “chờ đơn vị điện lực”."""
    said = _needs(reason, "Ghi việc đang chờ ai, chờ gì, ví dụ “chờ đơn vị điện lực thay cột”.")[:300]
    _lock(feedback)
    if feedback.status not in OPEN:
        raise RuleBroken(f"{feedback} đã kết thúc, không ghi chờ được.")
    feedback.stuck_reason, feedback.stuck_since = said, now
    feedback.save(update_fields=["stuck_reason", "stuck_since"])
    _public_note(feedback, "note_stuck", said, by=by, now=now)
    record(FeedbackStuck(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def clear_stuck(feedback: Feedback, *, by: User, now: datetime) -> None:
    """It goes on."""
    _lock(feedback)
    if not feedback.stuck_reason:
        raise RuleBroken("Việc này không ghi là đang chờ.")
    feedback.stuck_reason, feedback.stuck_since = "", None
    feedback.save(update_fields=["stuck_reason", "stuck_since"])
    _public_note(feedback, "clear_stuck", "Việc được làm tiếp.", by=by, now=now)
    record(FeedbackUnstuck(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def add_photos(
    feedback: Feedback, photos: Sequence[CleanFile], moment: PhotoMoment, *, by: User | None, now: datetime
) -> None:  # fmt: skip
    """Before or after the work, taken by the officer in the field; of the matter itself, sent later by the sender (`by` None)."""
    if not photos:
        raise RuleBroken("Chọn ảnh.")
    _lock(feedback)
    _keep_photos(feedback, photos, moment, by=by, now=now)
    _note(feedback, "add_photos", PhotoMoment(moment).label, by=by, now=now)
    newest = feedback.photos.order_by("-pk")[0]
    record(PhotoShown(feedback_id=feedback.pk, photo_id=newest.pk, is_public=False), about=feedback, by=by, at=now)


@transaction.atomic
def show_photo(photo: FeedbackPhoto, *, is_public: bool, by: User, now: datetime) -> None:
    """Somebody has looked at it: faces and number plates are not in it, or it is hidden again."""
    _lock(photo.feedback)
    photo.is_public = is_public
    photo.save(update_fields=["is_public"])
    told = PhotoShown(feedback_id=photo.feedback_id, photo_id=photo.pk, is_public=is_public)
    record(told, about=photo.feedback, by=by, at=now)
