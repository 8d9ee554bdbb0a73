"""A draft with its document and questions; the public sees nothing of it yet."""

import io

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.surveys.models import Consultation

from . import make

pytestmark = pytest.mark.django_db


def _pdf() -> bytes:
    out = io.BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(out)
    return out.getvalue()


TOLD = {
    "title": "Mở rộng đường", "about": "Đường rộng 5 m", "questions": "Có nên không?\n\nBao giờ làm?",
    "opens_on": "23/11/2026", "closes_on": "22/12/2026",
}  # fmt: skip


def test_it_works(clock: object) -> None:
    file = SimpleUploadedFile("du-thao.pdf", _pdf(), content_type="application/pdf")
    browser = make.signed_in(make.tam())
    page = browser.post(f"{make.DRAFTS}moi/", {**TOLD, "document": file}, follow=True).content.decode()
    assert "Mở lấy ý kiến" in page
    one = Consultation.objects.get()
    assert one.questions == ["Có nên không?", "Bao giờ làm?"]
    assert Client().get(f"/tham-van/{one.key}/").status_code == 404
    browser.post(f"{make.DRAFTS}{one.pk}/mo/")
    assert Client().get(f"/tham-van/{one.key}/van-ban/").content.startswith(b"%PDF")
    assert make.signed_in(make.binh()).get(f"{make.DRAFTS}{one.pk}/").status_code == 404


def test_what_is_no_document(clock: object) -> None:
    file = SimpleUploadedFile("du-thao.pdf", b"MZ not a paper")
    page = make.signed_in(make.tam()).post(f"{make.DRAFTS}moi/", {**TOLD, "document": file}).content.decode()
    assert "Lỗi:" in page
    assert not Consultation.objects.exists()
