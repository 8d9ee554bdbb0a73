"""The reply and what follows: publication, rating, reopening, the book."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..categories import ATTITUDE_POINTS
from ..clock import REOPENED, set_clocks, set_publishing
from ..events import (
    FeedbackAnswered,
    FeedbackFiled,
    FeedbackHidden,
    FeedbackJudged,
    FeedbackPublished,
    FeedbackRated,
    FeedbackReopened,
)
from ..models import Feedback, FeedbackRating
from ..promise import promise_of
from ..workflow import ANSWER, ANSWERED, FILE_AWAY, REOPEN, Status
from .noting import _lock, _needs, _note, _public_note

MOST_ROUNDS = 5


@transaction.atomic
def answer(feedback: Feedback, text: str, *, by: User, now: datetime) -> None:
    """Reply to the sender and everybody who follows; the story is public where the text was cleared."""
    said = _needs(text, "Ghi câu trả lời cho người gửi.")
    feedback.take(ANSWER)
    feedback.answered_at, feedback.public_answer = now, said
    feedback.published_at = now if feedback.is_public else None
    set_publishing(feedback, now)
    feedback.save(update_fields=["answered_at", "public_answer", "published_at", "publish_by", "working"])
    _public_note(feedback, "answer", said, by=by, now=now)
    told = FeedbackAnswered(
        feedback_id=feedback.pk, round=feedback.round,
        is_on_time=feedback.promise_due_at is None or now <= feedback.promise_due_at,
        follower_ids=list(feedback.followers.values_list("pk", flat=True)),
    )  # fmt: skip
    record(told, about=feedback, by=by, at=now)


@transaction.atomic
def publish(feedback: Feedback, public_text: str, *, by: User | None, now: datetime) -> None:
    """Clear the text the public reads: no names, numbers, house addresses. On the map and the list from now on."""
    said = _needs(public_text, "Ghi nội dung công khai, đã bỏ họ tên và số điện thoại.")
    _lock(feedback)
    if feedback.status in (Status.SPAM, Status.JOINED) or feedback.notes.filter(verb="refuse:denunciation").exists():
        raise RuleBroken("Phản ánh này không được công khai.")
    feedback.public_text, feedback.is_public = said, True
    if feedback.is_answered and feedback.published_at is None:
        feedback.published_at = now
    feedback.save(update_fields=["public_text", "is_public", "published_at"])
    _note(feedback, "publish", by=by, now=now)
    record(FeedbackPublished(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def hide(feedback: Feedback, reason: str, *, by: User, now: datetime) -> None:
    """Off the public pages, with the reason."""
    said = _needs(reason, "Ghi lý do không công khai.")
    _lock(feedback)
    feedback.is_public, feedback.published_at = False, None
    feedback.save(update_fields=["is_public", "published_at"])
    _note(feedback, "hide", said, by=by, now=now)
    record(FeedbackHidden(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def rate(feedback: Feedback, stars: int, text: str = "", *, by: User | None, now: datetime) -> FeedbackRating:
    """One to five stars from the sender, once a round; told again before it is filed, the last counts."""
    _lock(feedback)
    if feedback.status not in ANSWERED:
        raise RuleBroken("Chỉ đánh giá sau khi xã đã trả lời.")
    if stars not in range(1, 6):
        raise RuleBroken("Chọn từ 1 đến 5 sao.")
    made, _ = FeedbackRating.objects.update_or_create(
        feedback=feedback, round=feedback.round, defaults={"stars": stars, "text": text.strip()[:1000], "at": now}
    )  # fmt: skip
    record(FeedbackRated(feedback_id=feedback.pk, round=feedback.round, stars=stars), about=feedback, by=by, at=now)
    return made


@transaction.atomic
def reopen(feedback: Feedback, text: str, *, by: User | None, now: datetime) -> None:
    """The sender says it is not done: a new round with fresh limits. Within the days the commune set."""
    said = _needs(text, "Ghi điều còn chưa được, ví dụ “nắp cống mới lại kênh lên”.")
    promise = promise_of(feedback.agency, localdate(now))
    if feedback.answered_at and now > feedback.answered_at + timedelta(days=promise.reopen_days):
        raise RuleBroken(f"Đã quá {promise.reopen_days} ngày từ khi trả lời. Xin gửi phản ánh mới.")
    if feedback.round >= MOST_ROUNDS:
        raise RuleBroken("Việc này đã mở lại nhiều lần. Xin gặp lãnh đạo ở lịch tiếp công dân.")
    feedback.take(REOPEN)
    feedback.round += 1
    feedback.reopened_at = feedback.clock_from = feedback.lawful_from = now
    for name in ("proposed_at", "directed_at", "resolved_at", "answered_at", "published_at", "filed_at", "publish_by"):
        setattr(feedback, name, None)
    set_clocks(feedback, opening=REOPENED)
    feedback.save()
    _public_note(feedback, "reopen", "Người gửi mở lại.", by=None, now=now)
    _note(feedback, "reopen_words", said, by=by, now=now)
    due_at = feedback.promise_due_at or feedback.answer_by
    assert due_at is not None, "set by set_clocks"
    record(
        FeedbackReopened(feedback_id=feedback.pk, round=feedback.round, due_at=due_at), about=feedback, by=by, at=now
    )


@transaction.atomic
def file_away(feedback: Feedback, *, by: User | None, now: datetime) -> None:
    """Into the archive book."""
    feedback.take(FILE_AWAY)
    feedback.filed_at = now
    feedback.save(update_fields=["filed_at"])
    _note(feedback, "file_away", by=by, now=now)
    record(FeedbackFiled(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def judge_attitude(feedback: Feedback, point: str, *, is_upheld: bool, by: User, now: datetime) -> None:
    """About how people were treated: which of the 13 points, and whether it is true (S1.21)."""
    if point not in ATTITUDE_POINTS:
        raise RuleBroken("Chọn điều trong “4 xin, 4 luôn, 5 không”.")
    _lock(feedback)
    feedback.attitude_point, feedback.is_upheld = point[:40], is_upheld
    feedback.save(update_fields=["attitude_point", "is_upheld"])
    _note(feedback, "judge_attitude", f"{point}: {'đúng' if is_upheld else 'không đúng'}", by=by, now=now)
    record(FeedbackJudged(feedback_id=feedback.pk, is_upheld=is_upheld), about=feedback, by=by, at=now)
