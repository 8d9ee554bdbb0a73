"""From draft to signature. The reader is confirmed by a person before anybody signs: no letter goes to the wrong house."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import LetterPresented, LetterSentBack, LetterSigned
from ..models import Letter
from ..workflow import PRESENT, SEND_BACK, SIGN

GAP = "……"


@transaction.atomic
def present_letter(letter: Letter, *, is_checked: bool, by: User, now: datetime) -> None:
    """Laid before the leader, once the officer has confirmed reader and names against the papers."""
    if not is_checked:
        raise RuleBroken("Đối chiếu người nhận và tên trong thư với giấy tờ, rồi đánh dấu xác nhận.")
    if GAP in letter.body:
        raise RuleBroken("Thư còn chỗ trống “……”. Điền đủ rồi trình ký.")
    letter.take(PRESENT)
    letter.checked_by, letter.reason = by, ""
    letter.save(update_fields=["checked_by", "reason"])
    record(LetterPresented(letter_id=letter.pk), about=letter, by=by, at=now)


@transaction.atomic
def sign_letter(letter: Letter, *, by: User, now: datetime) -> None:
    """Signed by a leader, never by whoever drafted or checked it."""
    if by.pk in (letter.checked_by_id, letter.drafted_by_id):
        raise RuleBroken("Người soạn không tự ký thư của mình. Trình một lãnh đạo khác.")
    letter.take(SIGN)
    letter.signer, letter.signed_at = by, now
    letter.save(update_fields=["signer", "signed_at"])
    record(LetterSigned(letter_id=letter.pk), about=letter, by=by, at=now)


@transaction.atomic
def send_letter_back(letter: Letter, reason: str, *, by: User, now: datetime) -> None:
    if not reason.strip():
        raise RuleBroken("Ghi cần sửa gì.")
    letter.take(SEND_BACK)
    letter.reason = reason.strip()
    letter.save(update_fields=["reason"])
    record(LetterSentBack(letter_id=letter.pk), about=letter, by=by, at=now)
