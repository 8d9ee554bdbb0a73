"""Reading the answers of a declaration: shape and rules, in Vietnamese."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gandan.catalog.parts import FormField, FormStep, ShowIf
from gandan.dossiers.declaration import check_step, read_id_number, read_phone, shown_value

TODAY = date(2026, 11, 23)


def error(kind: str, raw: str, **more: Any) -> str:
    step = FormStep("one", "Một", (FormField("it", "Ô này", kind, **more),))
    return check_step(step, {"it": raw}, before={}, today=TODAY).errors.get("it", "")


@pytest.mark.parametrize(
    ("kind", "raw", "more", "said"),
    [
        ("date", "31/11/2026", {}, "tháng 11 chỉ có 30 ngày"),
        ("date", "29/2/2026", {}, "tháng 2 chỉ có 28 ngày"),
        ("date", "1/13/2026", {}, "12 tháng"),
        ("date", "hôm qua", {}, "ví dụ 05/11/2026"),
        ("date", "24/11/2026", {"rules": ("past",)}, "chưa tới"),
        ("date", "22/11/2026", {"rules": ("future",)}, "đã qua"),
        ("date", "1/1/1850", {}, "quá xa"),
        ("number", "ba", {}, "chữ số"),
        ("number", "0", {"rules": ("positive",)}, "lớn hơn 0"),
        ("id_number", "03019001241", {}, "đang có 11"),
        ("phone", "12345", {}, "10 chữ số"),
        ("email", "lan@", {}, "ten@noi.vn"),
        ("choice", "x", {"options": (("a", "A"),)}, "mục có sẵn"),
        ("text", "a" * 201, {}, "tối đa 200"),
        ("text", "  ", {}, "Còn thiếu"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(kind: str, raw: str, more: dict[str, Any], said: str) -> None:
    assert said in error(kind, raw, **more)


@pytest.mark.parametrize("raw", ["29/2/2024", "5-11-2026", "2026-11-05", "05.11.2026"])
def test_a_day_may_be_written_in_any_usual_way(raw: str) -> None:
    assert error("date", raw) == ""


def test_identity_and_telephone_lose_their_spaces() -> None:
    assert read_id_number("Số", "030 190.012 412") == "030190012412"
    assert read_phone("Số", "+84 912 345 118") == "0912345118"


def test_a_question_that_does_not_apply_is_not_asked() -> None:
    asked = FormField("why", "Vì sao", "choice", options=(("a", "A"), ("b", "B")))
    more = FormField("more", "Ghi rõ", show_if=ShowIf("why", "b"))
    step = FormStep("one", "Một", (asked, more))
    assert check_step(step, {"why": "a"}, before={}, today=TODAY).errors == {}
    assert "more" in check_step(step, {"why": "b"}, before={}, today=TODAY).errors


def test_answers_are_shown_as_people_read_them() -> None:
    assert shown_value(FormField("a", "A", "date"), "2026-11-05") == "05/11/2026"
    assert shown_value(FormField("a", "A", "choice", options=(("m", "Nam"),)), "m") == "Nam"
    assert shown_value(FormField("a", "A", "checkbox"), True) == "Có"
