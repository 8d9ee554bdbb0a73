"""Uploads are hostile until looked at: size, true type, no active content, then the virus gateway."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import Any

import pypdfium2
from django.conf import settings
from django.core.files.base import ContentFile, File
from PIL import Image, UnidentifiedImageError

from gandan.core.errors import RuleBroken
from gandan.gateways.antivirus import VirusFound, scanner

MOST_PIXELS = 60_000_000
MOST_PAGES = 200
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}
IMAGE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
ACTIVE_PDF = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile", b"/OpenAction<</S/JavaScript")
WHICH = "Xin gửi ảnh (JPG, PNG, WEBP) hoặc tệp PDF."


@dataclass(frozen=True)
class CleanFile:
    """A file that may be kept: its bytes, what it truly is, and its fingerprint."""

    content: ContentFile[bytes]
    media_type: str
    size: int
    sha256: str


def clean(upload: File[Any]) -> CleanFile:
    """Raise `RuleBroken` with what to do, or give back a file safe to keep. Photos lose their hidden data (place, device)."""
    limit = settings.UPLOAD_MAX_BYTES
    if (upload.size or 0) > limit:
        raise RuleBroken(
            f"Tệp nặng {(upload.size or 0) / 2**20:.1f} MB, tối đa {limit // 2**20} MB. Xin chụp lại ở cỡ nhỏ hơn."
        )
    raw = upload.read()
    if not raw:
        raise RuleBroken(f"Tệp này không có nội dung. {WHICH}")
    try:
        scanner().scan(raw)
    except VirusFound:
        raise RuleBroken("Tệp này có mã độc nên không được nhận. Xin dùng máy khác chụp lại giấy tờ.") from None
    media_type, kept = _pdf(raw) if raw[:1024].lstrip().startswith(b"%PDF-") else _image(raw)
    digest = hashlib.sha256(kept).hexdigest()
    name = f"{digest[:16]}.{EXTENSIONS[media_type]}"
    return CleanFile(ContentFile(kept, name=name), media_type, len(kept), digest)


def _pdf(raw: bytes) -> tuple[str, bytes]:
    if any(mark in raw for mark in ACTIVE_PDF):
        raise RuleBroken(f"Tệp PDF này có chương trình hoặc tệp đính kèm bên trong nên không được nhận. {WHICH}")
    try:
        pages = len(pypdfium2.PdfDocument(raw))
    except pypdfium2.PdfiumError:
        raise RuleBroken("Tệp PDF này bị hỏng hoặc có mật khẩu, không mở được. Xin gửi lại tệp khác.") from None
    if pages > MOST_PAGES:
        raise RuleBroken(f"Tệp PDF này có {pages} trang, tối đa {MOST_PAGES} trang. Xin tách thành nhiều tệp.")
    return "application/pdf", raw


def _image(raw: bytes) -> tuple[str, bytes]:
    """Decode and encode again: what is not picture does not survive."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(raw), formats=list(IMAGE_TYPES))
            kind = picture.format or ""
            if picture.width * picture.height > MOST_PIXELS:
                raise RuleBroken("Ảnh này quá lớn. Xin chụp lại ở cỡ nhỏ hơn.")
            turned = _upright(picture)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise RuleBroken(f"Không mở được tệp này như một bức ảnh. {WHICH}") from None
    out = io.BytesIO()
    turned.save(out, kind, quality=88)
    return IMAGE_TYPES[kind], out.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    upright.load()
    if upright.mode not in ("RGB", "L", "RGBA"):
        upright = upright.convert("RGB")
    return upright
