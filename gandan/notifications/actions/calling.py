"""What a person does when no machine got through: a call, then paper or the hamlet head."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.journal.actions import record
from gandan.people.models import User

from ..cases import asked
from ..events import NoticeCalled, NoticeCarried, NoticeProved
from ..models import Channel, Delivery, Message, Notice
from ..workflow import LISTED, PROVE, Status


class CallResult(TextChoices):
    TOLD = "told", "Đã nói chuyện, người nghe đã rõ"
    NO_ANSWER = "no_answer", "Không nghe máy"
    WRONG_NUMBER = "wrong_number", "Nhầm số"


class CarryResult(TextChoices):
    HANDED = "handed", "Đã đến tay"
    SENT = "sent", "Đã gửi đi, chờ ký nhận"
    RETURNED = "returned", "Trả lại, không gặp"


CALLED = {
    CallResult.TOLD: Delivery.DELIVERED,
    CallResult.NO_ANSWER: Delivery.FAILED,
    CallResult.WRONG_NUMBER: Delivery.REFUSED,
}
CARRIED = {
    CarryResult.HANDED: Delivery.DELIVERED,
    CarryResult.SENT: Delivery.HANDED,
    CarryResult.RETURNED: Delivery.FAILED,
}
ON_PAPER = (Channel.LETTER, Channel.HEAD)


@transaction.atomic
def note_call(notice: Notice, *, result: str, by: User, now: datetime) -> None:
    """An officer has called: told is proof; nobody there counts towards the last call; a wrong number ends the calls."""
    held = _held(notice)
    if held.status not in LISTED:
        raise RuleBroken(f"Tin này đang ở bước “{held.status_label()}”, không phải gọi nữa.")
    _write(held, Channel.CALL, CALLED[CallResult(result)], by, now)
    record(NoticeCalled(notice_id=held.pk, result=result), about=held, by=by, at=now)
    if result == CallResult.TOLD:
        _prove(held, Channel.CALL, by, now)
    elif held.status == Status.CALLING:
        _look_again(held, now)


@transaction.atomic
def note_carried(notice: Notice, *, channel: str, result: str, by: User, now: datetime) -> None:
    """Paper went to the person, by post or by the hamlet head; a signature, or the head's word, is proof."""
    held = _held(notice)
    if held.status not in LISTED:
        raise RuleBroken(f"Tin này đang ở bước “{held.status_label()}”, không phải đưa nữa.")
    if channel not in ON_PAPER:
        raise RuleBroken("Chọn thư giấy hoặc trưởng thôn.")
    _write(held, Channel(channel), CARRIED[CarryResult(result)], by, now)
    record(NoticeCarried(notice_id=held.pk, channel=channel, result=result), about=held, by=by, at=now)
    if result == CarryResult.HANDED:
        _prove(held, Channel(channel), by, now)
    elif held.status == Status.CALLING:
        held.status, held.next_at = Status.HANDING, None
        held.save(update_fields=["status", "next_at"])


def _held(notice: Notice) -> Notice:
    return Notice.objects.select_for_update(of=("self",)).select_related("commune").get(pk=notice.pk)


def _write(notice: Notice, channel: Channel, delivery: Delivery, by: User, now: datetime) -> None:
    is_over = delivery != Delivery.HANDED
    Message.objects.create(
        notice=notice, channel=channel, key=new_key(), delivery=delivery, by=by, handed_at=now, again_at=now,
        accepted_at=now, ended_at=now if is_over else None,
    )  # fmt: skip


def _prove(notice: Notice, channel: Channel, by: User, now: datetime) -> None:
    notice.take(PROVE)
    notice.proved_at, notice.proved_by, notice.next_at = now, channel, None
    notice.save(update_fields=["proved_at", "proved_by", "next_at"])
    record(NoticeProved(notice_id=notice.pk, channel=channel), about=notice, by=by, at=now)


def _look_again(notice: Notice, now: datetime) -> None:
    """Three calls nobody answered, or a wrong number: the list of papers."""
    plan = asked([notice], now)[0].plan(timezone.localtime(now))
    if plan.status == Status.HANDING:
        notice.status, notice.next_at = Status.HANDING, None
        notice.save(update_fields=["status", "next_at"])
