"""Turns of a reception: booked, received with minutes, refused with reason and notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of

from ..events import RefusalNoticed, TurnBooked, TurnCancelled, TurnMissed, TurnReceived, TurnRefused
from ..limits import due_by, limits, refusals
from ..models import Occasion, OccasionKind, Turn, TurnChannel
from ..workflow import CANCEL_TURN, MISS_TURN, RECEIVE_TURN, REFUSE_TURN, TurnStatus

MOST_TURNS = 60


@dataclass(frozen=True, kw_only=True)
class Booking:
    """Who comes, about what. `press`: of the form, so that pressing twice books once."""

    name: str
    phone: str = ""
    address: str = ""
    matter: str = ""
    people: int = 1
    channel: str = TurnChannel.WEB
    press: str = ""
    citizen: User | None = None


@transaction.atomic
def book_turn(occasion: Occasion, booking: Booking, *, by: User | None, now: datetime) -> Turn:
    """The next number of the reception. From the web only while it is public and to come."""
    held = Occasion.objects.select_for_update().get(pk=occasion.pk)
    if booking.press and (known := Turn.objects.filter(press=booking.press, occasion=held).first()):
        return known
    _may_book(held, booking, now)
    number = (held.turns.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Turn.objects.create(occasion=held, number=number, booked_at=now, **vars(booking))
    record(TurnBooked(turn_id=made.pk, occasion_id=held.pk, number=number), about=made, by=by, at=now, is_first=True)
    return made


def _may_book(occasion: Occasion, booking: Booking, now: datetime) -> None:
    if occasion.kind != OccasionKind.RECEPTION or not occasion.is_coming:
        raise RuleBroken("Buổi này không nhận đăng ký. Xem lịch để chọn buổi khác.")
    if booking.channel == TurnChannel.WEB and (not occasion.is_public or occasion.ends_at <= now):
        raise RuleBroken("Buổi tiếp công dân này đã qua. Xem lịch để chọn buổi khác.")
    if occasion.turns.filter(status=TurnStatus.BOOKED).count() >= MOST_TURNS:
        raise RuleBroken("Buổi này đã đủ người đăng ký. Xin chọn buổi sau, hoặc gọi điện cho xã.")


@transaction.atomic
def receive_turn(turn: Turn, minutes: str, *, by: User, now: datetime) -> None:
    """Heard; the minutes are sealed with the turn."""
    if not minutes.strip():
        raise RuleBroken("Ghi nội dung tiếp vào biên bản.")
    turn.take(RECEIVE_TURN)
    turn.minutes, turn.received_at, turn.received_by = minutes.strip(), now, by
    turn.save(update_fields=["minutes", "received_at", "received_by"])
    record(TurnReceived(turn_id=turn.pk, occasion_id=turn.occasion_id), about=turn, by=by, at=now)


@transaction.atomic
def refuse_turn(turn: Turn, reason: str, words: str, *, by: User, now: datetime) -> None:
    """Only for a lawful reason, in words, and with a written notice within three working days (NĐ 154/2026/NĐ-CP)."""
    if reason not in refusals():
        raise RuleBroken("Chỉ từ chối tiếp trong những trường hợp luật cho phép. Chọn một trường hợp.")
    if not words.strip():
        raise RuleBroken("Ghi sự việc cụ thể. Người bị từ chối đọc được lý do này.")
    turn.take(REFUSE_TURN)
    calendar = calendar_of(turn.occasion.commune, on=localdate(now))
    turn.refusal, turn.refusal_words = reason, words.strip()
    turn.notice_due_at = due_by(limits()["refusal.notice"], now, calendar, opening="Từ chối tiếp").at
    turn.save(update_fields=["refusal", "refusal_words", "notice_due_at"])
    told = TurnRefused(turn_id=turn.pk, occasion_id=turn.occasion_id, reason=reason, notice_due_at=turn.notice_due_at)
    record(told, about=turn, by=by, at=now)


@transaction.atomic
def notice_refusal(turn: Turn, *, by: User, now: datetime) -> None:
    """The written notice was handed over or sent."""
    held = Turn.objects.select_for_update().get(pk=turn.pk)
    if held.status != TurnStatus.REFUSED:
        raise RuleBroken("Lượt này không bị từ chối nên không có thông báo.")
    if held.noticed_at:
        raise RuleBroken("Thông báo từ chối đã gửi rồi.")
    turn.noticed_at = now
    turn.save(update_fields=["noticed_at"])
    record(RefusalNoticed(turn_id=turn.pk, occasion_id=turn.occasion_id), about=turn, by=by, at=now)


@transaction.atomic
def miss_turn(turn: Turn, *, by: User, now: datetime) -> None:
    turn.take(MISS_TURN)
    record(TurnMissed(turn_id=turn.pk, occasion_id=turn.occasion_id), about=turn, by=by, at=now)


@transaction.atomic
def cancel_turn(turn: Turn, *, by: User | None, now: datetime) -> None:
    """By the citizen, from the link of the booking, or by an officer who was called."""
    turn.take(CANCEL_TURN)
    record(TurnCancelled(turn_id=turn.pk, occasion_id=turn.occasion_id), about=turn, by=by, at=now)
