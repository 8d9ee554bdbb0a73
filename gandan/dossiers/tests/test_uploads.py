"""Hostile and broken files."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import Settings

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import clean

from . import make

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def pdf(extra: bytes = b"") -> bytes:
    """One empty page, and whatever is put into its catalogue."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(bodies, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table)
    return out.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few hundred bytes that claims to be `side` pixels square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không có nội dung"),
        (b"MZ\x90\x00\x03 a program that calls itself a photo", "mã độc"),
        (b"words that call themselves a photo", "Không mở được"),
        (b"\xff\xd8\xff\xe0 broken", "Không mở được"),
        (make.photo().read()[:200], "Không mở được"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "mã độc"),
        (EICAR, "mã độc"),
        (pdf(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "chương trình"),
        (pdf(b"/Names<</EmbeddedFiles<<>>/EmbeddedFile 1>>"), "chương trình"),
        (b"%PDF-1.4 broken", "bị hỏng"),
        (bomb(), "Ảnh này quá lớn|Không mở được"),
    ],
    ids=["empty", "program", "words", "broken", "cut", "svg", "eicar", "script", "attachment", "broken-pdf", "bomb"],
)
def test_what_must_not_be_kept_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        clean(SimpleUploadedFile("giay.jpg", content, content_type="image/jpeg"))


def test_a_file_too_large_says_how_large(settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 2**20
    with pytest.raises(RuleBroken, match=r"nặng 1\.5 MB, tối đa 1 MB|nặng 1,5 MB, tối đa 1 MB"):
        clean(SimpleUploadedFile("giay.jpg", b"x" * (3 * 2**19)))


def test_the_true_type_counts_not_the_name() -> None:
    assert clean(SimpleUploadedFile("anh.jpg", pdf())).media_type == "application/pdf"
    assert clean(make.photo("anh.exe", kind="PNG")).media_type == "image/png"


def test_a_photo_loses_place_and_device_and_stands_upright() -> None:
    out, tags = io.BytesIO(), Image.Exif()
    tags[0x010F], tags[0x0112] = "Some Camera", 6
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=tags)
    kept = Image.open(clean(SimpleUploadedFile("a.jpg", out.getvalue())).content)
    assert dict(kept.getexif()) == {}
    assert kept.size == (40, 60)
