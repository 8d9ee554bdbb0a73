"""`gandan deadline` on the shipped calendar."""

import csv
import json
import time
from datetime import date
from datetime import time as clock
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from gandan.places.actions import set_sessions
from gandan.places.tests import make

pytestmark = pytest.mark.django_db
with (Path(__file__).parent / "deadline_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.fixture
def this_year() -> None:
    """Enough of the calendar, so that the command need not load the rest."""
    make.calendar()


def batch_file(tmp_path: Path, lines: list[str]) -> Path:
    file = tmp_path / "batch.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_case_worked_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({**case, "count": int(case["count"])}) for case in CASES]

    call_command("deadline", batch=batch_file(tmp_path, lines))

    answers = {answer["id"]: answer for answer in said(capsys)}
    assert len(answers) >= 70
    wrong = [case["id"] for case in CASES if answers[case["id"]]["due"] != f"{case['due']}:00+07:00"]
    assert wrong == []


@pytest.mark.usefixtures("this_year")
def test_one_answer_tells_its_working(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("deadline", "--from", "2026-02-13T16:30", "--count", "3")

    out = capsys.readouterr().out
    assert "Hạn: thứ Tư, 25/02/2026, trước 17:00" in out
    assert "Bộ luật Dân sự 2015" in out
    assert "Tạm tính" not in out


@pytest.mark.usefixtures("this_year")
def test_one_answer_as_json_with_another_offset(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("deadline", "--from", "2026-02-13T09:30Z", "--count", "3", "--json")

    (answer,) = said(capsys)
    assert answer["due"] == "2026-02-25T17:00:00+07:00"
    assert answer["working"]["days"][-1]["kind"] == "due"


@pytest.mark.usefixtures("this_year")
def test_a_date_in_an_unconfirmed_year_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("deadline", "--from", "2026-12-30T09:00", "--count", "3", "--json")

    assert said(capsys)[0]["provisional"] is True


@pytest.mark.usefixtures("this_year")
def test_bad_lines_are_answered_with_an_error_and_the_others_with_a_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": 1, "from": "2026-11-16T08:00", "count": 10, "unit": "working_day"}',
        '{"id": 2, "from": "16/11/2026", "count": 10}',
        "không phải JSON",
        "[1, 2]",
        '{"id": 5, "from": "2026-11-16T08:00", "count": -1}',
        '{"id": 6, "from": "2026-11-16T08:00", "count": 1, "unit": "week"}',
        '{"id": 7, "from": "2026-11-16T08:00"}',
        '{"id": 8, "from": "2026-11-16T08:00", "count": 99999999}',
        '{"id": 9, "from": "2026-11-16T08:00", "count": 1.5}',
        '{"id": 10, "from": "0001-01-01T00:00+14:00", "count": 1}',
        '{"id": 11, "from": "2026-11-16T08:00", "count": "1"}',
    ]

    with pytest.raises(CommandError, match="9 dòng không tính được"):
        call_command("deadline", batch=batch_file(tmp_path, lines))

    answers = said(capsys)
    assert [answer["id"] for answer in answers] == [1, 2, None, None, 5, 6, 7, 8, 9, 10, 11]
    assert [answer["id"] for answer in answers if "due" in answer] == [1, 11]
    assert all(answer["error"] for answer in answers if "due" not in answer)


@pytest.mark.usefixtures("this_year")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "Cần --from và --count", id="nothing asked"),
        pytest.param(["--from", "hôm nay", "--count", "3"], "phải viết dạng", id="no date"),
        pytest.param(["--from", "2026-11-16T08:00", "--count", "ba"], "phải là số nguyên", id="no number"),
        pytest.param(["--from", "2026-11-16T08:00", "--count", "3", "--agency", "X"], "Không có cơ quan", id="agency"),
    ],
)
def test_bad_input_is_one_clear_line(arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("deadline", *arguments)


@pytest.mark.usefixtures("this_year")
def test_the_hours_of_the_agency_on_the_day_of_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    commune = make.commune()
    week = {day: ((clock(7), clock(11)), (clock(13, 30), clock(16, 30))) for day in range(5)}
    set_sessions(commune, week, valid_from=date(2026, 11, 16))

    for start in ("2026-11-13T10:00", "2026-11-16T10:00"):
        call_command("deadline", "--from", start, "--count", "1", "--agency", f"{commune.code}-CA", "--json")

    assert [answer["due"] for answer in said(capsys)] == ["2026-11-16T17:00:00+07:00", "2026-11-17T16:30:00+07:00"]


def test_two_thousand_lines_take_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": n, "from": "2026-11-16T08:00", "count": n % 30 + 1}) for n in range(2000)]
    start = time.monotonic()

    call_command("deadline", batch=batch_file(tmp_path, lines))

    assert time.monotonic() - start < 4
    assert len(said(capsys)) == 2000
