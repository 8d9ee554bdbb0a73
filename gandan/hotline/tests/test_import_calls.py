"""Call details of a file; the same file twice adds nothing."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.core.tables import as_csv
from gandan.hotline import actions, files
from gandan.hotline.models import Call, CallState
from gandan.outreach.reading import read_table

from . import make

pytestmark = pytest.mark.django_db
ROWS = [
    ["a-1", "101", "0912 345 118", "đến", "23/11/2026 08:00:05", "2", "60"],
    ["a-2", "0220 3000 114", "0912345119", "đến", "23/11/2026 08:05", "6", "0"],
    ["a-3", "101", "0912345119", "đi", "23/11/2026 08:15", "1", "30"],
]


def read(rows: list[list[str]]) -> list[object]:
    return files.read_calls(read_table("goi.csv", as_csv(files.CALL_HEADS, rows)), [make.order()])  # type: ignore[return-value]  # handed on


def test_a_file_is_taken_in_once() -> None:
    assert actions.import_calls(make.commune(), read(ROWS), by=make.hoa(), now=make.NOW) == 3  # type: ignore[arg-type]  # as read
    assert actions.import_calls(make.commune(), read(ROWS), by=make.hoa(), now=make.NOW) == 0  # type: ignore[arg-type]  # as read
    first, second = Call.objects.get(call_id="a-1"), Call.objects.get(call_id="a-2")
    assert (first.state, first.seconds, first.began_at) == (CallState.ENDED, 60, make.moment("2026-11-23 08:00:05"))
    assert second.state == CallState.MISSED
    assert second.call_back.done_at is not None


def test_an_unknown_line_refuses_the_file() -> None:
    with pytest.raises(RuleBroken, match="dòng 2: số máy “5”"):
        read([["a-1", "5", "", "đến", "23/11/2026 08:00", "2", "60"]])
