"""A recording is heard only for a reason, with a leader's consent, and every hearing is written down (S3.34)."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import ListeningApproved, ListeningAsked, ListeningConcluded, ListeningRefused, RecordingHeard
from ..models import Hearing, Listening, Recording, Verdict
from ..workflow import APPROVE, CONCLUDE, LISTEN, REFUSE


@transaction.atomic
def ask_to_listen(recording: Recording, reason: str, *, by: User, now: datetime) -> Listening:
    if not reason.strip():
        raise RuleBroken("Ghi vì sao cần nghe, ví dụ “công dân phản ánh thái độ, phiếu PA-261123-0007”.")
    if recording.deleted_at is not None:
        raise RuleBroken("Bản ghi âm đã hết thời gian lưu và đã xóa.")
    try:
        with transaction.atomic():
            made = Listening.objects.create(recording=recording, reason=reason.strip()[:500], asked_by=by, asked_at=now)
    except IntegrityError:
        raise RuleBroken("Ông/bà đã có một yêu cầu nghe bản này chưa kết thúc.") from None
    record(ListeningAsked(listening_id=made.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def approve_listening(listening: Listening, *, by: User, now: datetime) -> None:
    """Nobody allows it to himself about his own call."""
    if listening.recording.call.answered_by_id == by.pk:
        raise RuleBroken("Cuộc gọi này do ông/bà nghe. Lãnh đạo khác duyệt.")
    listening.take(APPROVE)
    listening.decided_by, listening.decided_at = by, now
    listening.save(update_fields=["decided_by", "decided_at"])
    record(ListeningApproved(listening_id=listening.pk), about=listening, by=by, at=now)


@transaction.atomic
def refuse_listening(listening: Listening, reason: str, *, by: User, now: datetime) -> None:
    if not reason.strip():
        raise RuleBroken("Ghi vì sao không cho nghe.")
    listening.take(REFUSE)
    listening.decided_by, listening.decided_at, listening.decision = by, now, reason.strip()[:300]
    listening.save(update_fields=["decided_by", "decided_at", "decision"])
    record(ListeningRefused(listening_id=listening.pk), about=listening, by=by, at=now)


@transaction.atomic
def listen(listening: Listening, *, by: User, now: datetime) -> Hearing:
    """By who asked, or by the leader who allowed it. Written down before a sound is heard."""
    if by.pk not in (listening.asked_by_id, listening.decided_by_id):
        raise RuleBroken("Chỉ người yêu cầu và lãnh đạo đã duyệt được nghe.")
    if listening.recording.deleted_at is not None:
        raise RuleBroken("Bản ghi âm đã hết thời gian lưu và đã xóa.")
    listening.take(LISTEN)
    made = Hearing.objects.create(listening=listening, by=by, at=now)
    told = RecordingHeard(listening_id=listening.pk, recording_id=listening.recording_id)
    record(told, about=listening, by=by, at=now)
    return made


@transaction.atomic
def conclude_listening(listening: Listening, verdict: str, text: str, *, by: User, now: datetime) -> None:
    """Whether the complaint is true; where it is not, the officer is protected."""
    if verdict not in Verdict.values:
        raise RuleBroken("Chọn kết luận: đúng hay không đúng phản ánh.")
    if not text.strip():
        raise RuleBroken("Ghi nghe thấy gì, căn cứ của kết luận.")
    if listening.recording.call.answered_by_id == by.pk:
        raise RuleBroken("Cuộc gọi này do ông/bà nghe. Người khác kết luận.")
    listening.take(CONCLUDE)
    listening.verdict, listening.conclusion = verdict, text.strip()[:1000]
    listening.concluded_by, listening.concluded_at = by, now
    listening.save(update_fields=["verdict", "conclusion", "concluded_by", "concluded_at"])
    record(ListeningConcluded(listening_id=listening.pk, verdict=verdict), about=listening, by=by, at=now)
