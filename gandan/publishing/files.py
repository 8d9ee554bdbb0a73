"""Pictures and films for screens: looked at before they are kept. Pictures are drawn anew, films must be what they say."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.dossiers.uploads import clean as clean_paper
from gandan.gateways.antivirus import VirusFound, scanner

from .models import ClipKind

FILMS = {"video/mp4": "mp4", "video/webm": "webm"}
WHICH = "Xin gửi ảnh JPG, PNG, WEBP hoặc phim MP4, WEBM."


def clean(upload: File[Any], kind: str) -> CleanFile:
    """RuleBroken with what to do, or a file safe to show."""
    if kind == ClipKind.IMAGE:
        kept = clean_paper(upload)
        if not kept.media_type.startswith("image/"):
            raise RuleBroken(f"Tệp này không phải ảnh. {WHICH}")
        return kept
    if (upload.size or 0) > settings.UPLOAD_MAX_BYTES:
        raise RuleBroken(f"Phim nặng quá {settings.UPLOAD_MAX_BYTES // 2**20} MB. Xin nén nhỏ hơn hoặc cắt ngắn.")
    raw = upload.read()
    media_type = _film(raw)
    if not media_type:
        raise RuleBroken(f"Tệp này không phải phim MP4 hoặc WEBM. {WHICH}")
    try:
        scanner().scan(raw)
    except VirusFound:
        raise RuleBroken("Tệp này có mã độc nên không được nhận.") from None
    digest = hashlib.sha256(raw).hexdigest()
    return CleanFile(ContentFile(raw, name=f"{digest[:16]}.{FILMS[media_type]}"), media_type, len(raw), digest)


def _film(raw: bytes) -> str:
    """By its first bytes: the box `ftyp` of MP4, the EBML head of WebM."""
    if raw[4:8] == b"ftyp":
        return "video/mp4"
    return "video/webm" if raw[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in raw[:64] else ""
