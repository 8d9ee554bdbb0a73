"""The regulation of a programme as a file: PDF, Word or a photographed sheet, hostile until looked at."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from pathlib import PurePath
from typing import Any

import pypdfium2
from django.conf import settings
from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, UnidentifiedImageError

from gandan.core.errors import RuleBroken
from gandan.gateways.antivirus import VirusFound, scanner

WHICH = "Xin gửi tệp PDF, Word (DOCX) hoặc ảnh JPG."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {".pdf": "application/pdf", ".docx": WORD, ".jpg": "image/jpeg"}
ACTIVE_PDF = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile")
ACTIVE_WORD = ("vbaproject", "activex", "embeddings/")
MOST_PIXELS, MOST_PAGES, MOST_UNPACKED = 60_000_000, 200, 60 * 2**20


def clean(upload: File[Any]) -> ContentFile[bytes]:
    """A file safe to keep, named by its content. RuleBroken with what to do."""
    limit = settings.UPLOAD_MAX_BYTES
    if (upload.size or 0) > limit:
        raise RuleBroken(f"Tệp quy định nặng hơn {limit // 2**20} MB. Xin quét lại ở cỡ nhỏ hơn.")
    extension, kept = _looked_at(upload.read())
    return ContentFile(kept, name=f"{hashlib.sha256(kept).hexdigest()[:16]}{extension}")


def media_type_of(name: str) -> str:
    return MEDIA_TYPES.get(PurePath(name).suffix, "application/octet-stream")


def _looked_at(raw: bytes) -> tuple[str, bytes]:
    if raw.startswith(b"PK\x03\x04"):
        _check_word(raw)
        return ".docx", raw
    _scan(raw)
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        _check_pdf(raw)
        return ".pdf", raw
    return ".jpg", _picture(raw)


def _scan(content: bytes) -> None:
    try:
        scanner().scan(content)
    except VirusFound:
        raise RuleBroken("Tệp quy định có mã độc nên không được nhận.") from None


def _check_pdf(raw: bytes) -> None:
    if any(mark in raw for mark in ACTIVE_PDF):
        raise RuleBroken(f"Tệp PDF này có chương trình hoặc tệp đính kèm bên trong nên không được nhận. {WHICH}")
    try:
        pages = len(pypdfium2.PdfDocument(raw))
    except pypdfium2.PdfiumError:
        raise RuleBroken("Tệp PDF này bị hỏng hoặc có mật khẩu, không mở được. Xin gửi lại tệp khác.") from None
    if pages > MOST_PAGES:
        raise RuleBroken(f"Tệp PDF này có {pages} trang, tối đa {MOST_PAGES} trang.")


def _check_word(raw: bytes) -> None:
    """A zip of parts: each is scanned as it is unpacked, none is interpreted."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(raw))
        _check_parts(packed.infolist())
        for part in packed.infolist():
            _scan(packed.read(part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise RuleBroken(f"Tệp Word này bị hỏng hoặc có mật khẩu, không mở được. {WHICH}") from None


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if "word/document.xml" not in names:
        raise RuleBroken(f"Tệp này không phải văn bản Word. {WHICH}")
    if any(mark in name for name in names for mark in ACTIVE_WORD):
        raise RuleBroken(f"Tệp Word này có chương trình hoặc tệp đính kèm bên trong nên không được nhận. {WHICH}")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise RuleBroken(f"Tệp Word này quá lớn khi mở ra. {WHICH}")


def _picture(raw: bytes) -> bytes:
    """Decode and encode again: what is not picture does not survive."""
    try:
        picture = Image.open(io.BytesIO(raw), formats=["JPEG"])
        if picture.width * picture.height > MOST_PIXELS:
            raise RuleBroken("Ảnh quy định quá lớn. Xin chụp lại ở cỡ nhỏ hơn.")
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise RuleBroken(f"Không mở được tệp quy định này. {WHICH}") from None
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=88)
    return out.getvalue()
