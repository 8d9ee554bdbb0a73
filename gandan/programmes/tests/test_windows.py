"""Hours by weekday as a parameter: read, said, refused, typed into boxes."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.programmes.inputs import WindowsInput
from gandan.programmes.offer import Offer
from gandan.programmes.windows import Window, Windows, read_hours

HOURS = Windows("windows", "Khung giờ")
EVENING = {"weekday": 0, "from": "17:00", "to": "18:00"}


def test_it_works() -> None:
    raw = [{**EVENING, "weekday": day} for day in (3, 0, 1)] + [{"weekday": 0, "from": "6:00", "to": "7:30"}]
    value = HOURS.clean(raw)
    assert value[0] == Window(0, time(6), time(7, 30))
    assert HOURS.say(value) == "T2 06:00–07:30, 17:00–18:00; T3 17:00–18:00; T5 17:00–18:00"
    assert HOURS.clean(HOURS.plain(value)) == value
    assert HOURS.clean(value) == value


def test_neighbouring_days_are_said_together() -> None:
    assert HOURS.say(HOURS.clean([{**EVENING, "weekday": day} for day in range(4)])) == "T2–T5 17:00–18:00"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param([], "ít nhất một ngày", id="none"),
        pytest.param("17:00", "không phải một danh sách", id="text"),
        pytest.param([7], "không phải một khung giờ", id="no window"),
        pytest.param([{**EVENING, "weekday": 7}], "từ 0", id="no such day"),
        pytest.param([{**EVENING, "to": "16:00"}], "trước khi kết thúc", id="backwards"),
        pytest.param([{**EVENING, "to": ""}], "Viết như", id="no end"),
        pytest.param([{**EVENING, "from": "sáng"}], "“sáng” chưa đúng", id="no hour"),
        pytest.param([EVENING, {**EVENING, "from": "17:30"}], "chồng nhau", id="overlap"),
    ],
)
def test_what_is_refused(raw: Any, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        HOURS.clean(raw)


def test_the_boxes_keep_what_was_typed() -> None:
    widget = WindowsInput(Offer())
    typed = widget.value_from_datadict({"p_windows-0": "6:00-7:30; 17–18", "p_windows-5": "sáng"}, {}, "p_windows")
    assert typed == [*read_hours(0, "6:00-7:30, 17-18"), {"weekday": 5, "from": "sáng", "to": ""}]
    rows = {day: text for day, _, text in widget.get_context("p_windows", typed, {})["rows"]}
    assert (rows[0], rows[5], rows[1]) == ("6:00-7:30, 17-18", "sáng", "")
