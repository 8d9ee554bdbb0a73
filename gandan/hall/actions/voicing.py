"""The commune's own voice: recorded words kept and taken away."""

from __future__ import annotations

import io
import wave
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import VoiceKept
from ..models import VoiceClip
from ..spoken import CLIPS
from ..voice import checked


@transaction.atomic
def keep_voice(agency: Agency, *, clips: Mapping[str, bytes], by: User, now: datetime) -> int:
    """Keep recordings by word, each replacing the one before. All recordings of a commune have one rate."""
    unknown = sorted(set(clips) - set(CLIPS))
    if unknown or not clips:
        raise RuleBroken(f"Chưa rõ tệp này đọc tiếng nào: {', '.join(unknown)}." if unknown else "Chưa chọn tệp nào.")
    rates = {_rate(checked(raw)) for raw in clips.values()}
    others = VoiceClip.objects.filter(agency=agency).exclude(word__in=clips)
    rates |= {_rate(bytes(row.sound)) for row in others[:1]}
    if len(rates) > 1:
        raise RuleBroken("Các bản thu phải cùng tần số lấy mẫu. Xin thu lại cả bộ bằng một máy.")
    for word, raw in clips.items():
        VoiceClip.objects.update_or_create(agency=agency, word=word, defaults={"sound": raw, "kept_at": now})
    record(VoiceKept(agency_id=agency.pk, words=len(clips)), about=agency, by=by, at=now)
    return len(clips)


@transaction.atomic
def drop_voice(agency: Agency, *, by: User, now: datetime) -> None:
    """Take all recordings away: the boards speak with the voice of the browser or the machine again."""
    VoiceClip.objects.filter(agency=agency).delete()
    record(VoiceKept(agency_id=agency.pk, words=0), about=agency, by=by, at=now)


def _rate(raw: bytes) -> int:
    with wave.open(io.BytesIO(raw)) as sound:
        return int(sound.getframerate())
