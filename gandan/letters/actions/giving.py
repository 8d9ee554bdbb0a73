"""A signed letter reaches its reader, with proof; or it is not sent, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import LetterDelivered, LetterDropped
from ..models import Letter, Way
from ..workflow import DELIVER, DROP

NEEDS_NOTE = {
    Way.POST: "Ghi số phiếu gửi bưu chính.",
    Way.ELECTRONIC: "Ghi gửi tới đâu, ví dụ “Zalo của chị Hoa”.",
}


@dataclass(frozen=True)
class Handing:
    """How it was handed over; a visit and a ceremony show a photo or say who was there."""

    way: str
    carriers: str = ""
    note: str = ""
    photo: CleanFile | None = None


@transaction.atomic
def deliver_letter(letter: Letter, handing: Handing, *, by: User, now: datetime) -> None:
    way = Way(handing.way)
    if way in NEEDS_NOTE and not handing.note.strip():
        raise RuleBroken(NEEDS_NOTE[way])
    if way not in NEEDS_NOTE and not (handing.photo or handing.carriers.strip()):
        raise RuleBroken("Ghi ai trao, hoặc kèm một tấm ảnh nếu gia đình đồng ý chụp.")
    letter.take(DELIVER)
    letter.way, letter.carriers, letter.proof_note = way, handing.carriers.strip(), handing.note.strip()
    letter.delivered_at = now
    if handing.photo:
        letter.proof, letter.proof_type = handing.photo.content, handing.photo.media_type
    letter.save(update_fields=["way", "carriers", "proof_note", "delivered_at", "proof", "proof_type"])
    told = LetterDelivered(letter_id=letter.pk, way=way, is_late=now > letter.due_at)
    record(told, about=letter, by=by, at=now)


@transaction.atomic
def drop_letter(letter: Letter, reason: str, *, by: User, now: datetime) -> None:
    """Not sent, for instance because the family does not wish it."""
    if not reason.strip():
        raise RuleBroken("Ghi vì sao không gửi, ví dụ “gia đình không muốn nhận thư”.")
    letter.take(DROP)
    letter.reason = reason.strip()
    letter.save(update_fields=["reason"])
    record(LetterDropped(letter_id=letter.pk), about=letter, by=by, at=now)
