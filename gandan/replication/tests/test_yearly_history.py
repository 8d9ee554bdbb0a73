"""The report of Ngã Bảy for 2020, rebuilt from the shipped registry and from a table (S4.1, S4.2, S4.11, S4.21–S4.24; A10–A13)."""

import io
import re
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.documents import docx
from gandan.reforms import actions as reforms
from gandan.reforms.declared_rows import COLUMNS
from gandan.reforms.models import DeclaredFigure
from gandan.replication.reporting.figures import Wording, cell, differs, figure, say
from gandan.replication.reporting.history import history_data
from gandan.replication.reporting.yearly import year_data
from gandan.replication.reporting.yearly_paper import Manner, blocks, unit_tables

from . import make

pytestmark = pytest.mark.django_db
PAGE = "/lanh-dao/van-ban-chi-dao/bao-cao-mo-hinh/"
SIX = ["Phường Lái Hiếu", "Phường Hiệp Thành", "Phường Hiệp Lợi", "Phường Ngã Bảy", "Xã Đại Thành", "Xã Tân Thành"]
ON_TIME, WRITTEN = [79, 40, 75, 55, 16, 13], [178, 80, 204, 15, 188, 62]
DESK = "Bộ phận Tiếp nhận và Trả kết quả thành phố"


@pytest.fixture
def registry() -> None:
    make.commune()
    reforms.load_shipped(now=make.NOW)


def _table(data: dict[str, Any], code: str) -> list[tuple[str, ...]]:
    model = next(one for one in (*data["continued"], *data["new"]) if one["code"] == code)
    return list(next(unit_tables(model["series"], Wording())).rows)


def _words(data: dict[str, Any], wording: Wording) -> str:
    return "\n".join(getattr(one, "text", "") for one in blocks(data, Manner({}, wording)))


def test_it_works(registry: None, clock: Any) -> None:
    """278, 727, 845, 587, 1.285 and the tables of units, on the page, in Word and in PDF."""
    hien = make.signed_in(make.hien())
    page = hien.get(f"{PAGE}tu-lieu/nga-bay-2020/").content.decode()
    for told in (
        "278 hồ sơ theo văn bản",
        "727 hồ sơ",
        "845 hồ sơ",
        "587 hồ sơ",
        "1.285 hồ sơ",
        "40/40",
        "170 người",
        "35 thủ tục",
    ):
        assert told in page, told
    assert "69,4% theo văn bản; tính lại 69,47%" in page
    assert "hơn 278" not in page
    for number in ("1874/KH-UBND", "622/KH-UBND", "1061/UBND-NV", "1704/QĐ-UBND", "1317/UBND-NV"):
        assert number in page
    assert "185 lượt người quan tâm, 250 lượt xem và chia sẻ, 3 bài viết" in page
    for kind, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        assert hien.get(f"{PAGE}tu-lieu/nga-bay-2020/tep/{kind}/").content.startswith(start)
    assert hien.get(f"{PAGE}tu-lieu/nga-bay-2020/tep/exe/").status_code == 404
    assert hien.get(f"{PAGE}tu-lieu/khong-co/").status_code == 404


def test_the_tables_of_units(registry: None) -> None:
    data = history_data("nga-bay-2020")
    assert _table(data, "ba-trong-mot") == [*zip(SIX, map(str, ON_TIME), strict=True), ("Cộng", "278")]
    assert _table(data, "ngay-khong-viet") == [*zip(SIX, map(str, WRITTEN), strict=True), (DESK, ""), ("Cộng", "727")]
    told = {row[0]: row[1:] for row in _table(data, "chinh-quyen-than-thien-2019")}
    assert told["Phường Hiệp Lợi"] == ("97%", "64%")
    assert told["Phường Ngã Bảy"] == ("96%", "28%")


def test_sections_one_to_five(registry: None) -> None:
    """3 models go on, 6 are new; 4 are proposed for recognition, 3 for replication."""
    data = history_data("nga-bay-2020")
    assert [one["code"] for one in data["continued"]] == ["ba-trong-mot", "ngay-khong-viet", "man-hinh-led-cchc"]
    assert len(data["new"]) == 6
    assert len(data["recognitions"]) == 4
    assert len(data["replicate"]) == 3
    assert (len(data["advantages"]), len(data["difficulties"])) == (3, 3)
    assert "22 hoặc 622" in data["notes"][0]


def test_cut_and_rounded_and_the_word_about(registry: None) -> None:
    data = history_data("nga-bay-2020")
    cut, about = _words(data, Wording(is_cut=True)), _words(data, Wording(keeps_about=True))
    assert "Tỷ lệ giải quyết sớm hạn: 69,4% theo văn bản (" in cut
    assert "hơn 278 hồ sơ theo văn bản" in about
    rate = figure(587, of=845)
    assert (cell(rate), cell(rate, Wording(is_cut=True))) == ("69,5%", "69,4%")


@pytest.mark.parametrize(
    ("one", "unit", "told"),
    [
        pytest.param(figure(278, declared="hơn 278", recounted=278), "hồ sơ", "278 hồ sơ theo văn bản", id="about"),
        pytest.param(
            figure(278, declared="278", recounted=279), "hồ sơ", "278 hồ sơ theo văn bản; tính lại 279", id="sum"
        ),
        pytest.param(figure(587, of=845, declared="69,4%"), "%", "69,4% theo văn bản; tính lại 69,47%", id="share"),
        pytest.param(figure(97, declared="97%"), "%", "97% theo văn bản", id="nothing behind"),
        pytest.param(figure(10, declared="17 → 10"), "ngày", "17 → 10 ngày theo văn bản", id="two numbers"),
        pytest.param(figure(587, of=845), "%", "69,5% (587/845)", id="a share with what it is of"),
        pytest.param(figure(1285), "hồ sơ", "1.285 hồ sơ", id="counted"),
        pytest.param(figure(None), "hồ sơ", "", id="no figure is no zero"),
        pytest.param(figure(0), "hồ sơ", "0 hồ sơ", id="zero is a figure"),
    ],
)
def test_figures_in_words(one: dict[str, Any], unit: str, told: str) -> None:
    assert say(one, unit) == told


def test_a_sum_that_is_not_the_whole_is_told() -> None:
    assert differs(figure(278, declared="hơn 278", recounted=277))
    assert not differs(figure(278, declared="hơn 278", recounted=278))


def _csv() -> bytes:
    rows = [
        ("", "ba-trong-mot", "Trả đúng hẹn", "278", "", "hơn 278", "hồ sơ", "2020", "22/BC-UBND"),
        *((unit, "ba-trong-mot", "Trả đúng hẹn", str(n), "", str(n), "hồ sơ", "2020", "22/BC-UBND")
          for unit, n in zip(SIX, ON_TIME, strict=True)),
        ("", "ngay-khong-viet", "Viết hộ", "727", "", "hơn 727", "hồ sơ", "2020", "22/BC-UBND"),
        *((unit, "ngay-khong-viet", "Viết hộ", str(n), "", str(n), "hồ sơ", "2020", "22/BC-UBND")
          for unit, n in zip(SIX, WRITTEN, strict=True)),
        (DESK, "ngay-khong-viet", "Viết hộ", "", "", "", "hồ sơ", "2020", "22/BC-UBND"),
        ("", "zalo", "Hồ sơ tiếp nhận", "845", "", "845", "hồ sơ", "8/2020–01/2021", "22/BC-UBND"),
        ("", "zalo", "Sớm hạn", "587", "", "587", "hồ sơ", "8/2020–01/2021", "22/BC-UBND"),
        ("", "zalo", "Tỷ lệ sớm hạn", "587", "845", "69,4%", "%", "8/2020–01/2021", "22/BC-UBND"),
        ("", "nha-van-hoa", "Hồ sơ tại Nhà văn hóa", "1.285", "", "hơn 1.285", "hồ sơ", "6/2020–01/2021", "22/BC-UBND"),
    ]  # fmt: skip
    return "\n".join(";".join(row) for row in (COLUMNS, *rows)).encode()


def test_the_same_figures_from_a_table(clock: Any) -> None:
    """Imported by the province; its own report of 2020 shows them, the table of units included."""
    for code in ("ba-trong-mot", "ngay-khong-viet", "zalo", "nha-van-hoa"):
        make.reform(code, code.replace("-", " "), year=2019)
    for number, name in enumerate(SIX, start=1):
        make.commune(f"3140{number}", name)
    hien = make.signed_in(make.hien())
    file = SimpleUploadedFile("so-lieu.csv", _csv())
    answer = hien.post(f"{PAGE}nhap-so-lieu/", {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    assert DeclaredFigure.objects.filter(is_imported=True).count() == 19
    page = hien.get(f"{PAGE}2020/").content.decode()
    for told in (
        "278 hồ sơ theo văn bản",
        "727 hồ sơ",
        "845 hồ sơ",
        "587 hồ sơ",
        "1.285 hồ sơ",
        "69,4% theo văn bản; tính lại 69,47%",
    ):
        assert told in page, told
    data = year_data(make.province(), 2020, make.NOW)
    assert _table(data, "ba-trong-mot") == [*zip(SIX, map(str, ON_TIME), strict=True), ("Cộng", "278")]
    assert _table(data, "ngay-khong-viet")[-2:] == [(DESK, ""), ("Cộng", "727")]


def test_the_layout_of_decree_30(registry: None) -> None:
    """A4, margins 20/20/30/15 mm, Times New Roman 13, letterhead, type, abstract, numbered parts, signature, recipients."""
    hien = make.signed_in(make.hien())
    made = hien.get(f"{PAGE}tu-lieu/nga-bay-2020/tep/docx/").content
    book = zipfile.ZipFile(io.BytesIO(made))
    text, styles = book.read("word/document.xml").decode(), book.read("word/styles.xml").decode()
    told = re.sub(r"<[^>]+>", "", text)
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN THÀNH PHỐ NGÃ BẢY",
        "Số: 22/BC-UBND",
        "BÁO CÁO",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
        "TM. ỦY BAN NHÂN DÂN",
        "Nơi nhận:",
        "Lưu: VT.",
    ):
        assert part in told, part
    assert "Times New Roman" in styles
    assert docx.FONT == "Times New Roman"
    size = re.search(r'w:pgSz w:w="(\d+)" w:h="(\d+)"', text)
    assert size
    assert (int(size[1]), int(size[2])) == (11906, 16838)
    margins = {
        name: int(value) for name, value in re.findall(r'w:(top|bottom|left|right)="(\d+)"', text.split("w:pgMar")[1])
    }
    assert [round(margins[name] / 56.7) for name in ("top", "bottom", "left", "right")] == [20, 20, 30, 15]
