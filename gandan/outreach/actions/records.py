"""What phones recorded without a network: merged once under the server's time; what cannot be is settled by a person."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import FieldRecordMerged, FieldRecordSetAside, FieldRecordSettled, FieldRecordStuck
from ..field_programmes import FIELD_SESSIONS, rule_of
from ..models import Content, FieldRecord, FieldSession, SupportKind
from ..taking import MOST_PHOTOS, Taken
from .supports import Help, log_support
from .taking import file_away

SUPPORT, DOSSIER = "support", "dossier"


@dataclass(frozen=True)
class Recorded:
    """One record of a phone: `key` and `recorded_at` are the phone's, `photos` are (component, JPEG bytes)."""

    key: str
    kind: str
    recorded_at: datetime
    content: dict[str, Any]
    photos: tuple[tuple[str, bytes], ...] = field(default=())


@transaction.atomic
def merge_record(session: FieldSession, came: Recorded, *, by: User, now: datetime) -> FieldRecord:
    """Take in one record, once: sent again (a retry, a second tab, a lost answer) it is the one already there.

    What cannot be filed is kept with its problem, pictures and all; nothing is refused.
    """
    kept, is_new = FieldRecord.objects.get_or_create(
        key=came.key,
        defaults={
            "session": session, "kind": came.kind, "content": came.content, "recorded_at": came.recorded_at,
            "received_at": now, "by": by,
        },
    )  # fmt: skip
    if not is_new:
        if kept.session_id != session.pk:
            raise RuleBroken("Bản ghi này thuộc một phiên khác.")
        return kept
    try:
        with transaction.atomic():
            kept.dossier = _take_in(kept, came.photos, now=now)
    except RuleBroken as broken:
        kept.problem = broken.message[:300]
        kept.content = {**came.content, "photos": [_packed(*one) for one in came.photos]}
        kept.save(update_fields=["problem", "content"])
        event = FieldRecordStuck(record_id=kept.pk, session_id=session.pk)
        record(event, about=kept, by=by, at=now, is_first=True)
        return kept
    kept.save(update_fields=["dossier"])
    merged = FieldRecordMerged(
        record_id=kept.pk, session_id=session.pk, recorded_at=came.recorded_at, dossier_id=kept.dossier_id
    )
    record(merged, about=kept, by=by, at=now, is_first=True)
    return kept


def _packed(component: str, picture: bytes) -> dict[str, str]:
    return {"component": component, "jpeg": base64.b64encode(picture).decode()}


def _unpacked(content: dict[str, Any]) -> tuple[tuple[str, bytes], ...]:
    try:
        return tuple((one["component"], base64.b64decode(one["jpeg"])) for one in content.get("photos", []))
    except (KeyError, TypeError, binascii.Error):
        raise RuleBroken("Ảnh của bản ghi này bị hỏng. Xin bỏ ảnh rồi gộp lại.") from None


def _take_in(kept: FieldRecord, photos: tuple[tuple[str, bytes], ...], *, now: datetime) -> Dossier | None:
    """A help counted, or a dossier filed and counted as a help of its group."""
    content, session = kept.content, kept.session
    group = str(content.get("group", ""))
    if group not in Content.values:
        raise RuleBroken("Bản ghi chưa có nhóm nội dung. Xin chọn một trong bốn nhóm.")
    if kept.kind not in (SUPPORT, DOSSIER):
        raise RuleBroken(f"Loại bản ghi “{kept.kind}” không có. Điện thoại có thể đang chạy bản mới hơn.")
    dossier = _filed(kept, photos, now) if kept.kind == DOSSIER else None
    kind = SupportKind.FILING if dossier else str(content.get("support", SupportKind.ADVICE))
    given = Help(
        kind=kind, session=session, hamlet=session.hamlet, group=group, dossier=dossier, offline_key=kept.key,
        is_done=not content.get("why_not"), why_not=str(content.get("why_not", "")),
        note=str(content.get("note", "")),
    )  # fmt: skip
    log_support(session.commune, given, by=kept.by, now=now)
    return dossier


def _filed(kept: FieldRecord, photos: tuple[tuple[str, bytes], ...], now: datetime) -> Dossier:
    content, session = kept.content, kept.session
    applicant, answers, seen = content.get("applicant"), content.get("answers"), content.get("seen")
    taken = Taken(
        token=kept.key, procedure=str(content.get("procedure", "")), applicant=applicant if isinstance(applicant, dict) else {},
        answers=answers if isinstance(answers, dict) else {},
        seen=tuple(str(one) for one in seen) if isinstance(seen, list) else (),
        photos=tuple(
            (component, ContentFile(picture, name=f"{number}.jpg"))
            for number, (component, picture) in enumerate(photos[:MOST_PHOTOS])
        ),
    )  # fmt: skip
    rule = rule_of(FIELD_SESSIONS, session.commune, localdate(now), session.programme_id)
    return file_away(session.commune, taken, rule=rule, by=kept.by, now=now)


def _stuck(kept: FieldRecord) -> FieldRecord:
    locked = (
        FieldRecord.objects.select_for_update(of=("self",))
        .select_related("session__commune", "session__hamlet", "by__agency")
        .get(pk=kept.pk)
    )
    if not locked.problem:
        raise RuleBroken("Bản ghi này đã được giải quyết.")
    return locked


@transaction.atomic
def settle_record(kept: FieldRecord, *, changes: dict[str, Any], by: User, now: datetime) -> FieldRecord:
    """Merge what was stuck, mended by a person. RuleBroken while something is still wrong."""
    kept = _stuck(kept)
    kept.content = {**kept.content, **changes}
    kept.dossier = _take_in(kept, _unpacked(kept.content), now=now)
    kept.problem = ""
    kept.content.pop("photos", None)
    kept.save(update_fields=["content", "dossier", "problem"])
    event = FieldRecordSettled(record_id=kept.pk, session_id=kept.session_id, dossier_id=kept.dossier_id)
    record(event, about=kept, by=by, at=now)
    return kept


@transaction.atomic
def set_aside_record(kept: FieldRecord, *, reason: str, by: User, now: datetime) -> None:
    """Given up, with the reason: written twice by hand, filed at the counter since."""
    if not reason.strip():
        raise RuleBroken("Xin ghi vì sao bỏ bản ghi này.")
    kept = _stuck(kept)
    kept.problem, kept.aside = "", reason.strip()[:200]
    kept.save(update_fields=["problem", "aside"])
    record(FieldRecordSetAside(record_id=kept.pk, session_id=kept.session_id), about=kept, by=by, at=now)
