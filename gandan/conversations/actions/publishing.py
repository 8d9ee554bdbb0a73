"""A question everybody may read, without who asked it; a question that is really a report."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.feedback import actions as feedback
from gandan.feedback.models import Channel, Feedback, ReplyBy
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import ThreadHidden, ThreadPublished, ThreadTurnedIntoFeedback
from ..masking import tells_who
from ..models import AskedBy, Side, Thread
from ..programmes import publishes
from .saying import _count_touch, _lock, _needs

CAME = {
    AskedBy.WEB: Channel.WEB, AskedBy.ZALO: Channel.ZALO, AskedBy.TOUCHPOINT: Channel.PHONE_PAGE,
    AskedBy.PHONE: Channel.HOTLINE,
}  # fmt: skip


@transaction.atomic
def publish_thread(thread: Thread, question: str, answer: str, *, by: User, now: datetime) -> None:
    """Words as the officer wrote them for everybody; refused while they still tell a number, an address or the name."""
    if not publishes(thread.commune, localdate(now)):
        raise RuleBroken("Chương trình của xã không đăng câu hỏi công khai.")
    said = _needs(question, "Ghi câu hỏi sẽ đăng."), _needs(answer, "Ghi câu trả lời sẽ đăng.")
    if not thread.turns.filter(side=Side.OFFICER).exists():
        raise RuleBroken("Trả lời người hỏi trước, rồi mới đăng.")
    if any(tells_who(one, names=(str(thread.name),)) for one in said):
        raise RuleBroken("Còn số điện thoại, số định danh, thư điện tử, số nhà hoặc tên người hỏi. Xóa đi rồi đăng.")
    thread.published_question, thread.published_answer = said
    thread.published_at = now
    thread.save(update_fields=["published_question", "published_answer", "published_at"])
    record(ThreadPublished(thread_id=thread.pk), about=thread, by=by, at=now)


@transaction.atomic
def hide_thread(thread: Thread, *, by: User, now: datetime) -> None:
    """Taken down from the public page."""
    if thread.published_at is None:
        raise RuleBroken("Câu hỏi này không đăng công khai.")
    thread.published_at, thread.published_question, thread.published_answer = None, "", ""
    thread.save(update_fields=["published_question", "published_answer", "published_at"])
    record(ThreadHidden(thread_id=thread.pk), about=thread, by=by, at=now)


@transaction.atomic
def pass_to_feedback(thread: Thread, category: str, *, by: User, now: datetime) -> Feedback:
    """A report, not a question: into the feedback queue with everything the asker said. Pressed twice it is one."""
    locked = _lock(thread)
    if locked.feedback is not None:
        return locked.feedback
    said = [str(one.text) for one in locked.turns.filter(side=Side.ASKER)]
    sender = feedback.Sender(
        user=locked.user, name=str(locked.name), phone=str(locked.phone), reply_by=ReplyBy.SMS if locked.phone else ReplyBy.NONE
    )  # fmt: skip
    point = locked.touchpoint
    where = (
        feedback.Where(latitude=point.latitude, longitude=point.longitude, place=point.place, hamlet=point.hamlet)
        if point
        else feedback.Where()
    )
    told = feedback.Told(
        text="\n\n".join(said), channel=CAME[AskedBy(locked.channel)], sender=sender, where=where, category=category,
        press_key=f"thread-{locked.pk}",
    )  # fmt: skip
    made = feedback.receive(locked.commune, told, by=by, now=now)
    locked.feedback = made
    locked.save(update_fields=["feedback"])
    _count_touch(point, "feedback", now=now)
    record(ThreadTurnedIntoFeedback(thread_id=locked.pk, feedback_id=made.pk), about=locked, by=by, at=now)
    return made
