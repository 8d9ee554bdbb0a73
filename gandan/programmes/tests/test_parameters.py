"""What a parameter takes, what it refuses, and how it says its value."""

from datetime import time
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.programmes.parameters import (
    Choices,
    Flag,
    Hour,
    Limits,
    Parameter,
    Procedures,
    Roster,
    Weekdays,
    Whole,
    Wholes,
    Words,
)

DAYS, HOUR = Weekdays("days", "Thứ"), Hour("hour", "Giờ")
WHOLE, WHOLES = Whole("count", "Số", least=1, most=9, unit="ngày"), Wholes("marks", "Mốc", unit="ngày")
FLAG, WORDS = Flag("loud", "Loa"), Words("note", "Ghi chú", most=5)
CHOICES = Choices("how", "Cách", options=(("sms", "tin nhắn"), ("call", "gọi điện")))
PROCEDURES, LIMITS, ROSTER = Procedures("codes", "Thủ tục"), Limits("limits", "Rút còn"), Roster("roster", "Trực")


@pytest.mark.parametrize(
    ("parameter", "raw", "value", "said"),
    [
        pytest.param(DAYS, ["3", 0, 3], (0, 3), "T2, T5", id="days of the week in order, once"),
        pytest.param(DAYS, [3], (3,), "thứ Năm", id="one day is said in full"),
        pytest.param(WHOLE, "7", 7, "7 ngày", id="a number that was typed"),
        pytest.param(WHOLE, 7.0, 7, "7 ngày", id="a number of JSON"),
        pytest.param(WHOLES, "7; 3,5", (3, 5, 7), "3, 5, 7 ngày", id="numbers typed as people do"),
        pytest.param(HOUR, "15:00", time(15), "15 giờ", id="an hour"),
        pytest.param(HOUR, "7:30", time(7, 30), "7 giờ 30", id="an hour of one digit"),
        pytest.param(HOUR, "16", time(16), "16 giờ", id="an hour alone"),
        pytest.param(FLAG, "on", True, "có", id="ticked"),
        pytest.param(FLAG, None, False, "không", id="not ticked"),
        pytest.param(WORDS, " ai ", "ai", "ai", id="text without spaces around"),
        pytest.param(CHOICES, ["call", "sms"], ("sms", "call"), "tin nhắn, gọi điện", id="choices in their order"),
        pytest.param(PROCEDURES, "1.2, 1.1", ("1.1", "1.2"), "2 thủ tục", id="codes that were typed"),
        pytest.param(PROCEDURES, None, (), "tất cả", id="no procedure named: every one"),
        pytest.param(LIMITS, "1.1: 3\n1.2: 2", {"1.1": 3, "1.2": 2}, "1.1 còn 3, 1.2 còn 2", id="limits by line"),
        pytest.param(LIMITS, {"1.1": "3"}, {"1.1": 3}, "1.1 còn 3", id="limits of JSON"),
        pytest.param(ROSTER, {"5": ["minh"], "6": []}, {5: ("minh",)}, "T7: minh", id="days without people fall out"),
    ],
)  # fmt: skip
def test_it_works(parameter: Parameter, raw: Any, value: Any, said: str) -> None:
    assert parameter.clean(raw) == value
    assert parameter.say(value) == said
    assert parameter.clean(parameter.plain(value)) == value


@pytest.mark.parametrize(
    ("parameter", "raw", "why"),
    [
        pytest.param(DAYS, [], "ít nhất một ngày", id="no day"),
        pytest.param(DAYS, [7], "từ 0", id="an eighth day"),
        pytest.param(DAYS, 3, "không phải một danh sách", id="a number for a list"),
        pytest.param(DAYS, "34", "không phải một danh sách", id="text for a list"),
        pytest.param(WHOLE, 3.7, "không phải số nguyên", id="a fraction is not cut"),
        pytest.param(WHOLE, True, "không phải số nguyên", id="a yes is no number"),
        pytest.param(WHOLE, float("inf"), "không phải số nguyên", id="endless"),
        pytest.param(WHOLE, "", "chưa điền", id="nothing"),
        pytest.param(WHOLE, 10, "từ 1 đến 9", id="too many"),
        pytest.param(WHOLES, {"a": 1}, "không phải một danh sách", id="a table for a list"),
        pytest.param(WHOLES, "ba", "không phải số nguyên", id="a word for a number"),
        pytest.param(HOUR, "25:00", "không phải giờ", id="an hour past midnight"),
        pytest.param(HOUR, None, "chưa điền", id="no hour"),
        pytest.param(WORDS, "quá dài rồi", "tối đa 5", id="long text"),
        pytest.param(WORDS, ["a"], "không phải chữ", id="a list for text"),
        pytest.param(CHOICES, ["fax"], "không có lựa chọn", id="a choice nobody offers"),
        pytest.param(PROCEDURES, 5, "không phải một danh sách", id="a number for codes"),
        pytest.param(LIMITS, {"1.1": 0}, "từ 1 trở lên", id="no day left"),
        pytest.param(LIMITS, ["1.1"], "không phải một bảng", id="a list for a table"),
        pytest.param(ROSTER, {"9": ["minh"]}, "từ 0", id="a tenth day"),
        pytest.param(ROSTER, {"5": "minh"}, "không phải một danh sách", id="a name for a list of names"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_by_its_label(parameter: Parameter, raw: Any, why: str) -> None:
    with pytest.raises(RuleBroken, match=f"^{parameter.label}: .*{why}"):
        parameter.clean(raw)


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        (Weekdays("a", "A", required=False), "không chọn"),
        (Whole("a", "A", required=False), "không đặt"),
        (Wholes("a", "A", required=False), "không đặt"),
        (Hour("a", "A", required=False), "không đặt"),
        (Words("a", "A", required=False), "không đặt"),
        (Choices("a", "A", required=False), "không chọn"),
        (Limits("a", "A", required=False), "không rút"),
        (Roster("a", "A"), "chưa phân công"),
    ],
)
def test_nothing_is_said_too(parameter: Parameter, said: str) -> None:
    assert parameter.say(parameter.clean(None)) == said
