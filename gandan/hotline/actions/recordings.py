"""Recordings come into sealed keeping and are deleted when their time is over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import RecordingDeleted, RecordingKept
from ..models import Call, Recording
from ..programmes import conduct_of


@dataclass(frozen=True)
class Sound:
    """The bytes of a recording and their media type."""

    content: bytes
    media_type: str


@transaction.atomic
def keep_recording(call: Call, sound: Sound, *, by: User | None = None, now: datetime) -> Recording:
    """Once for each call, only where the rule announces recording; kept for the days of the rule."""
    rule = conduct_of(call.commune, localdate(call.began_at))
    if not rule.records:
        raise RuleBroken("Quy chế không cho ghi âm, hoặc chưa báo trước cho người gọi.")
    known = Recording.objects.filter(call=call).first()
    if known:
        return known
    made = Recording(
        call=call, media_type=sound.media_type, sha256=hashlib.sha256(sound.content).hexdigest(),
        bytes=len(sound.content), taken_at=now, kept_until=call.began_at + timedelta(days=rule.retention_days),
    )  # fmt: skip
    made.file.save(f"{call.pk}.bin", ContentFile(sound.content), save=False)
    made.save()
    record(RecordingKept(hotline_call_id=call.pk, recording_id=made.pk), about=call, by=by, at=now)
    return made


@transaction.atomic
def delete_recording(recording: Recording, *, by: User | None, now: datetime) -> None:
    """Its time is over: the file goes, the row says when."""
    if recording.kept_until > now:
        raise RuleBroken("Bản ghi âm còn trong thời gian lưu.")
    if not Recording.objects.filter(pk=recording.pk, deleted_at__isnull=True).update(deleted_at=now, file=""):
        return
    storage, name = recording.file.storage, str(recording.file.name)
    transaction.on_commit(lambda: storage.delete(name))
    told = RecordingDeleted(hotline_call_id=recording.call_id, recording_id=recording.pk)
    record(told, about=recording.call, by=by, at=now)
