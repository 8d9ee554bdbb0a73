"""A roster from a file: all of it or nothing; written as it is read."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.core.tables import as_csv
from gandan.hotline import actions, files
from gandan.hotline.models import DutyShift
from gandan.outreach.reading import read_table

from . import make

pytestmark = pytest.mark.django_db


def read(*rows: list[str]) -> list[actions.Duty]:
    table = read_table("truc.csv", as_csv(files.DUTY_HEADS, rows))
    return files.read_duties(table, [make.security(), make.order()], [make.dung(), make.minh()])


def test_a_file_goes_in_and_comes_out_the_same() -> None:
    rows = [["An ninh", "28/11/2026", "19:00", "07:00", "dung"], ["Đô thị", "27/11/2026", "07:30", "11:30", "minh"]]
    assert actions.import_shifts(make.commune(), read(*rows), by=make.hoa(), now=make.NOW) == 2
    night = DutyShift.objects.get(line=make.security())
    assert (night.ends_at - night.starts_at).total_seconds() == 12 * 3600
    out = files.duty_rows(DutyShift.objects.select_related("line", "person").order_by("-starts_at"))
    assert out == rows


def test_one_wrong_row_refuses_the_file() -> None:
    with pytest.raises(RuleBroken, match="dòng 3: không có cán bộ “ai”"):
        read(["An ninh", "28/11/2026", "7:00", "19:00", "dung"], ["An ninh", "29/11/2026", "07:00", "19:00", "ai"])


def test_two_rows_at_once_leave_nothing() -> None:
    duties = read(
        ["An ninh", "28/11/2026", "07:00", "19:00", "dung"], ["An ninh", "28/11/2026", "18:00", "20:00", "minh"]
    )
    with pytest.raises(RuleBroken, match="đã có người trực"):
        actions.import_shifts(make.commune(), duties, by=make.hoa(), now=make.NOW)
    assert not DutyShift.objects.exists()
