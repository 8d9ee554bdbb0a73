"""Clips and playlists: add, withdraw, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import ClipAdded, ClipWithdrawn, PlaylistArranged
from ..files import clean
from ..models import Clip, ClipKind, PlaylistItem, Screen, Subject

SHORTEST, LONGEST = 5, 600
MOST_ITEMS = 60


@dataclass(frozen=True)
class ClipDraft:
    title: str
    kind: str
    subject: str = Subject.OTHER
    text: str = ""
    seconds: int = 20
    upload: File[Any] | None = None


@transaction.atomic
def add_clip(agency: Agency, draft: ClipDraft, *, by: User | None, now: datetime) -> Clip:
    """Words, a picture or a film, looked at before it is kept."""
    _check(draft)
    clip = Clip(
        agency=agency, title=draft.title.strip()[:120], kind=draft.kind, subject=draft.subject, seconds=draft.seconds,
        text=draft.text.strip(), made_by=by, made_at=now,
    )  # fmt: skip
    if draft.kind != ClipKind.TEXT and draft.upload is not None:
        kept = clean(draft.upload, draft.kind)
        clip.media_type = kept.media_type
        clip.file.save(str(kept.content.name), kept.content, save=False)
    clip.save()
    event = ClipAdded(clip_id=clip.pk, agency_id=agency.pk, kind=clip.kind, subject=clip.subject)
    record(event, about=clip, by=by, at=now, is_first=True)
    return clip


def _check(draft: ClipDraft) -> None:
    if not draft.title.strip():
        raise RuleBroken("Xin ghi tên clip.")
    if draft.kind not in ClipKind.values or draft.subject not in Subject.values:
        raise RuleBroken("Loại clip hoặc chủ đề không có trong danh sách.")
    if not SHORTEST <= draft.seconds <= LONGEST:
        raise RuleBroken(f"Thời lượng từ {SHORTEST} đến {LONGEST} giây.")
    if draft.kind == ClipKind.TEXT and not draft.text.strip():
        raise RuleBroken("Xin ghi chữ hiện trên màn hình.")
    if len(draft.text.strip()) > 300:
        raise RuleBroken("Chữ trên màn hình tối đa 300 chữ cái, để người đi đường đọc kịp.")
    if draft.kind != ClipKind.TEXT and draft.upload is None:
        raise RuleBroken("Xin chọn tệp ảnh hoặc phim.")


@transaction.atomic
def withdraw_clip(clip: Clip, *, by: User, now: datetime) -> None:
    """Shown no more, on any screen; the log keeps it."""
    if clip.withdrawn_at is not None:
        raise RuleBroken(f"Clip “{clip}” đã được gỡ.")
    clip.withdrawn_at = now
    clip.save(update_fields=["withdrawn_at"])
    PlaylistItem.objects.filter(clip=clip).delete()
    record(ClipWithdrawn(clip_id=clip.pk, agency_id=clip.agency_id), about=clip, by=by, at=now)


@transaction.atomic
def arrange(screen: Screen, *, clips: Sequence[Clip], by: User | None, now: datetime) -> None:
    """The playlist of a screen, in this order; a clip may stand in it several times."""
    if len(clips) > MOST_ITEMS:
        raise RuleBroken(f"Danh sách phát tối đa {MOST_ITEMS} mục.")
    if any(clip.agency_id != screen.agency_id or clip.withdrawn_at for clip in clips):
        raise RuleBroken("Có clip đã gỡ hoặc của đơn vị khác.")
    Screen.objects.select_for_update().get(pk=screen.pk)
    screen.items.all().delete()
    PlaylistItem.objects.bulk_create(
        PlaylistItem(screen=screen, clip=clip, place=place) for place, clip in enumerate(clips, start=1)
    )
    record(PlaylistArranged(screen_id=screen.pk, clips=len(clips)), about=screen, by=by, at=now)
