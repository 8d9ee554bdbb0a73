"""Importing the legal calendar, and the calendar that is shipped."""

import csv
from datetime import date
from pathlib import Path

import holidays
import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.places.actions import import_calendar
from gandan.places.actions.foundation import shipped_days, shipped_years
from gandan.places.actions.units import Imported
from gandan.places.models import CalendarDay
from gandan.places.reading import read_days

pytestmark = pytest.mark.django_db
OFFICIAL = settings.BASE_DIR.parent / "shared" / "data" / "holidays_vn_2019_2027.csv"
NOT_IN_THE_LIBRARY = date(2026, 1, 2)


def test_it_works_once() -> None:
    days = shipped_days()

    assert import_calendar(days) == Imported(len(days), 0, 0)
    assert import_calendar(days) == Imported(0, 0, len(days))
    assert Entry.objects.filter(kind="CalendarDaySet").count() == len(days)


def test_the_shipped_days_are_those_of_the_library_and_the_known_swap() -> None:
    library = holidays.country_holidays("VN", years=range(2019, 2028), language="vi")

    off = {row.day for row in shipped_days() if row.kind != "makeup_working_saturday"}

    assert off == set(library) | {NOT_IN_THE_LIBRARY}


def test_the_shipped_days_agree_with_the_collected_file() -> None:
    with OFFICIAL.open(encoding="utf-8", newline="") as file:
        collected = {(row["date"], row["kind"]) for row in csv.DictReader(file)}

    assert {(row.day.isoformat(), row.kind) for row in shipped_days()} == collected


def test_culture_day_is_off_from_2026_by_its_resolution() -> None:
    days = {row.day: row for row in shipped_days()}

    assert date(2025, 11, 24) not in days
    assert "28/2026/QH16" in days[date(2026, 11, 24)].basis
    assert all(row.basis for row in days.values())


def test_2026_is_complete_and_2027_is_a_forecast() -> None:
    assert 2026 in shipped_years()
    assert 2027 not in shipped_years()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(
            "24/11/2026,holiday,Ngày Văn hóa,NQ 28", "phải viết dạng 2026-11-24", id="date as people write it"
        ),
        pytest.param("2026-11-24,nghi,Ngày Văn hóa,NQ 28", "loại “nghi” phải là một trong", id="unknown kind"),
        pytest.param("2026-11-24,holiday,,NQ 28", "thiếu name", id="no name"),
        pytest.param("2026-11-24,holiday,Ngày Văn hóa,", "thiếu basis", id="no notice"),
        pytest.param("2026-11-24,makeup_working_saturday,Bù,TB 1", "phải là thứ Bảy hoặc Chủ nhật", id="Tuesday"),
        pytest.param("2026-11-28,swapped_day_off,Nghỉ,TB 1", "từ thứ Hai đến thứ Sáu", id="Saturday off"),
        pytest.param("1626-11-28,holiday,Nghỉ,TB 1", "nằm ngoài khoảng", id="far year"),
        pytest.param("2026-11-24", "phải là một trong", id="cut off"),
    ],
)
def test_a_broken_row_says_why(line: str, reason: str) -> None:
    reading = read_days(f"day,kind,name,basis\n{line}\n2026-09-02,holiday,Quốc khánh,Điều 112\n")

    assert [row.day for row in reading.rows] == [date(2026, 9, 2)]
    assert reading.broken[0].line == 2
    assert reason in reading.broken[0].reason


def test_a_file_without_the_columns_is_refused() -> None:
    with pytest.raises(RuleBroken, match="thiếu cột: basis"):
        read_days("day,kind,name\n")


def test_semicolons_and_a_byte_order_mark_are_read() -> None:
    assert len(read_days("\ufeffday;kind;name;basis\r\n2026-09-02;holiday;Quốc khánh;Điều 112, khoản 1\r\n").rows) == 1


def test_the_command_imports_the_collected_file(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("calendar", "import", str(OFFICIAL))

    assert "133 ngày mới" in capsys.readouterr().out
    assert CalendarDay.objects.count() == 133


def test_the_command_refuses_what_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    file.write_bytes("day,kind,name,basis\n2026-09-02,holiday,Quốc khánh,Điều".encode("utf-16"))

    with pytest.raises((RuleBroken, CommandError), match="UTF-8"):
        call_command("calendar", "import", str(file))
