"""Rosters and call details as tables, pure but for the names they are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.core.tables import Cell
from gandan.core.vietnamese import fold
from gandan.gateways.actions import Call as Reported
from gandan.gateways.exchange.webhook import CALL_ID, local_number
from gandan.gateways.models import CallDirection, CallState
from gandan.outreach.reading import Table
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.ui.fields import DayField

from .actions import Duty
from .actions.lines import dialled
from .models import DutyShift, Line

DUTY_HEADS = ("Đường dây", "Ngày", "Từ", "Đến", "Người trực")
CALL_HEADS = ("Mã cuộc gọi", "Số máy", "Số gọi", "Chiều", "Bắt đầu", "Hồi chuông", "Giây nói chuyện")
MOST_PROBLEMS = 5
OUTGOING = "di"
MOMENT = re.compile(r"(\d{1,2}/\d{1,2}/\d{4}) (\d{1,2}:\d{2}(?::\d{2})?)")


def duty_rows(shifts: Iterable[DutyShift]) -> list[list[Cell]]:
    """As `read_duties` takes them back."""
    return [
        [one.line.name, f"{localtime(one.starts_at):%d/%m/%Y}", f"{localtime(one.starts_at):%H:%M}",
         f"{localtime(one.ends_at):%H:%M}", one.person.username]
        for one in shifts
    ]  # fmt: skip


def read_duties(table: Table, lines: Sequence[Line], people: Sequence[User]) -> list[Duty]:
    """One shift a row; “đến” not after “từ” means the next day. RuleBroken with the rows that are wrong."""
    by_line = {fold(one.name): one for one in lines}
    by_person = {key: one for one in people for key in (one.username.lower(), fold(one.full_name))}
    found, problems = [], []
    for number, row in enumerate(_rows(table, DUTY_HEADS), start=2):
        try:
            found.append(_duty(row, by_line, by_person))
        except (ValueError, KeyError) as problem:
            problems.append(f"dòng {number}: {problem.args[0]}")
    _refuse(problems)
    return found


def _rows(table: Table, heads: Sequence[str]) -> list[tuple[str, ...]]:
    """The wanted columns of every row, in order."""
    known = [fold(head) for head in table.heads]
    if absent := [head for head in heads if fold(head) not in known]:
        raise RuleBroken(f"Tệp thiếu cột: {', '.join(absent)}.")
    places = [known.index(fold(head)) for head in heads]
    return [tuple(row[place].strip() for place in places) for row in table.rows]


def _refuse(problems: list[str]) -> None:
    if problems:
        raise RuleBroken(f"Tệp có {len(problems)} dòng sai: {'; '.join(problems[:MOST_PROBLEMS])}. Chưa nạp dòng nào.")


def _duty(row: tuple[str, ...], lines: dict[str, Line], people: dict[str, User]) -> Duty:
    line, person = lines.get(fold(row[0])), people.get(row[4].lower()) or people.get(fold(row[4]))
    if line is None:
        raise ValueError(f"không có đường dây “{row[0]}”")
    if person is None:
        raise ValueError(f"không có cán bộ “{row[4]}”")
    starts, ends = _moment(row[1], row[2]), _moment(row[1], row[3])
    return Duty(line=line, person=person, starts_at=starts, ends_at=ends if ends > starts else ends + timedelta(days=1))


def _moment(day: str, clock: str) -> datetime:
    """“29/11/2026”, “7:00”; “24:00” is the midnight after."""
    found = DayField().clean(day)
    is_end = clock.strip() == "24:00"
    told = time() if is_end else time.fromisoformat(clock.strip().rjust(5, "0") if clock.count(":") == 1 else clock)
    return vietnam_moment(found, told) + timedelta(days=1 if is_end else 0)


def read_calls(table: Table, lines: Sequence[Line]) -> list[tuple[Line, Reported]]:
    """Call details: one call a row. RuleBroken with the rows that are wrong."""
    by_number = {number: one for one in lines for number in (one.dialled, *one.extensions) if number}
    found, problems = [], []
    for number, row in enumerate(_rows(table, CALL_HEADS), start=2):
        try:
            found.append(_call(row, by_number))
        except (ValueError, KeyError) as problem:
            problems.append(f"dòng {number}: {problem.args[0]}")
    _refuse(problems)
    return found


def _call(row: tuple[str, ...], lines: dict[str, Line]) -> tuple[Line, Reported]:
    call_id, called, other, way, began, rings, seconds = row
    line = lines.get(dialled(called))
    if line is None:
        raise ValueError(f"số máy “{called}” không có trong danh sách đường dây")
    if not CALL_ID.fullmatch(call_id):
        raise ValueError("mã cuộc gọi không đọc được")
    moment = MOMENT.fullmatch(began)
    if moment is None:
        raise ValueError(f"lúc bắt đầu “{began}” không đọc được, viết dạng 23/11/2026 14:05:00")
    is_out, talked = fold(way).endswith(OUTGOING), int(seconds or 0)
    state = CallState.ENDED if talked or is_out else CallState.MISSED
    at = _moment(*moment.groups()) + timedelta(seconds=talked)
    return line, Reported(
        call_id=call_id, line=called, state=state, at=at, caller=local_number(other), rings=int(rings or 0), seconds=talked,
        direction=CallDirection.OUT if is_out else CallDirection.IN,
    )  # fmt: skip
