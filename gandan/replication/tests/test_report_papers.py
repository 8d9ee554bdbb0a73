"""Quarter, half year and recognition as papers: Word, PDF, tables; the late list; who did not deploy (S3.41, S3.45, S4.24)."""

import io
import re
import zipfile
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from gandan.reforms import actions as reforms
from gandan.reforms.models import Level, Recognition, Reform
from gandan.replication import actions
from gandan.replication.models import PeriodReport

from . import make
from .test_compile_synthesis import AFTER, NEXT, quarter_of_fifteen
from .test_send_report import WORDS, call

pytestmark = pytest.mark.django_db
ABOVE = "/lanh-dao/van-ban-chi-dao/"
HERE = "/can-bo/van-ban-chi-dao/"


def words(docx: bytes) -> str:
    return re.sub(r"<[^>]+>", "", zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode())


def strings(xlsx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(xlsx)).read("xl/sharedStrings.xml").decode()


def pages(pdf: bytes) -> str:
    text = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))
    return re.sub(r"\s+", " ", text)


def test_it_works(clock: Any) -> None:
    """The quarter names Phường 15, which did not deploy, with its explanation."""
    made = quarter_of_fifteen()
    one = actions.compile_synthesis(make.province(), period=NEXT, directive=made, by=make.hien(), now=AFTER)
    missing = one.handlings.get(finding="not_deployed")
    head = make.staff("lead15", "leader", agency=missing.adoption.agency)
    reforms.explain(missing.adoption, text="Chưa tuyển được người trực.", by=head, now=AFTER)
    clock.now = AFTER
    hien = make.signed_in(make.hien())
    told = words(hien.get(f"{ABOVE}tong-hop/{one.pk}/tep/docx/").content)
    for part in (
        "SỞ NỘI VỤ",
        "Không triển khai, quá hạn: 1.",
        "Phường 15",
        "Chưa tuyển được người trực.",
        "Chưa giải trình",
        "Chờ quyết định",
    ):
        assert part in told, part
    assert "Phường 15" in pages(hien.get(f"{ABOVE}tong-hop/{one.pk}/tep/pdf/").content)
    assert "Phường 15" in strings(hien.get(f"{ABOVE}tong-hop/{one.pk}/tep/xlsx/").content)
    assert make.signed_in(make.binh()).get(f"{HERE}tong-hop/{one.pk}/tep/pdf/").status_code == 404


def test_the_half_year_and_its_late_list(clock: Any) -> None:
    wards = make.wards(3)
    made = actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    for number, when in ((0, "2026-12-24 23:59"), (1, "2026-12-25 00:00")):
        head = make.staff(f"lead{number}", "leader", agency=wards[number])
        actions.send_report(made.reports.get(agency=wards[number]), words=WORDS, by=head, now=make.moment(when))
    clock.set("2026-12-26 08:00")
    hien = make.signed_in(make.hien())
    told = words(hien.get(f"{ABOVE}bao-cao/dot/{made.pk}/tep/docx/").content)
    assert "lúc cuối cùng còn đúng hạn là 23:59 24/12/2026" in told
    assert "Có 2 trên 3 đơn vị đã gửi, 2 đơn vị chậm." in told
    late = told[told.index("1. Danh sách chậm") : told.index("2. Từng đơn vị")]
    assert "Phường 1" not in late
    assert "Phường 2" in late
    assert "Phường 3" in late
    report = PeriodReport.objects.get(agency=wards[0])
    paper = words(hien.get(f"{ABOVE}bao-cao/{report.pk}/tep/docx/").content)
    for part in ("ỦY BAN NHÂN DÂN PHƯỜNG 1", "Áp dụng 2 mô hình.", "Thiếu người.", "Ngày không giấy"):
        assert part in paper, part
    assert hien.get(f"{ABOVE}bao-cao/{report.pk}/tep/pdf/").content.startswith(b"%PDF")
    assert "Ngày không giấy" in strings(hien.get(f"{ABOVE}bao-cao/dot/{made.pk}/tep/xlsx/").content)
    assert make.signed_in(make.binh()).get(f"{HERE}bao-cao/{report.pk}/tep/pdf/").status_code == 404


def test_the_dossier_for_recognition_in_one_pdf(clock: Any) -> None:
    make.commune()
    reforms.load_shipped(now=make.NOW)
    reform = Reform.objects.get(code="ho-tro-qua-zalo-hiep-thanh")
    result = {
        "measure": "processing_hours", "before": 20.0, "after": 14.0, "n_before": 120, "n_after": 130, "difference": -6.0,
        "low": -8.0, "high": -4.0, "verdict": "better",
    }  # fmt: skip
    one = Recognition.objects.create(
        reform=reform, level=Level.PROVINCE, agency=make.commune(), year=2026, description="Hướng dẫn trước khi đến.",
        results=[result], submitted_at=make.NOW,
    )  # fmt: skip
    address = f"{HERE}bao-cao-mo-hinh/cong-nhan/{one.pk}/tep/pdf/"
    told = pages(make.signed_in(make.hoa()).get(address).content)
    for part in (
        "Hướng dẫn trước khi đến.", "Thời gian giải quyết", "(120)", "Tốt lên rõ",
        "69,4% theo văn bản; tính lại 69,47%", "1436/KH-UBND",
    ):  # fmt: skip
        assert part in told, part
    assert make.signed_in(make.hien()).get(address.replace("can-bo", "lanh-dao")).status_code == 200
    assert make.signed_in(make.binh()).get(address).status_code == 404


def test_the_list_of_what_is_due(clock: Any) -> None:
    make.wards(1)
    make.commune()
    actions.open_round(call(), issuer=make.province(), by=make.hien(), now=make.NOW)
    page = make.signed_in(make.hoa()).get(f"{HERE}bao-cao-mo-hinh/").content.decode()
    assert "23:59 24/12/2026" in page
    assert page.count("Chưa lập") == 2
    clock.set("2026-12-25 08:00")
    assert "Trễ, chưa lập" in make.signed_in(make.hoa()).get(f"{HERE}bao-cao-mo-hinh/").content.decode()
    above = make.signed_in(make.hien()).get(f"{ABOVE}bao-cao-mo-hinh/").content.decode()
    assert "Báo cáo năm 2026 của các xã" in above
