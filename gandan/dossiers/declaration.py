"""Checking the answers of a declaration against its definition. Pure: shape and rules of each field, in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gandan.catalog.parts import FormField, FormStep

ID_NUMBER = re.compile(r"^\d{12}$")
PHONE = re.compile(r"^0\d{9}$")
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
OLDEST_YEAR = 1900


@dataclass(frozen=True)
class Checked:
    """`answers` hold plain JSON types (dates as ISO text); `errors` are by field key."""

    answers: dict[str, Any]
    errors: dict[str, str]


def is_shown(field: FormField, answers: Mapping[str, Any]) -> bool:
    return field.show_if is None or answers.get(field.show_if.field) == field.show_if.equals


def check_step(step: FormStep, raw: Mapping[str, Any], *, before: Mapping[str, Any], today: date) -> Checked:
    """Check one page. `before` are answers of earlier pages, for questions that depend on them."""
    answers: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in step.fields:
        if not is_shown(field, {**before, **answers}):
            continue
        try:
            value = _read(field, raw.get(field.key), today)
        except ValueError as error:
            errors[field.key] = str(error)
            answers[field.key] = str(raw.get(field.key) or "")
            continue
        if value in ("", None, False) and field.required:
            errors[field.key] = f"Còn thiếu: {field.label[0].lower()}{field.label[1:]}."
        answers[field.key] = value
    return Checked(answers, errors)


def _read(field: FormField, raw: Any, today: date) -> Any:
    text = " ".join(str(raw or "").split()) if field.type != "textarea" else str(raw or "").strip()
    if field.type == "checkbox":
        return bool(raw) and text.lower() not in {"0", "false", "không"}
    if not text:
        return ""
    if len(text) > field.max_length:
        raise ValueError(f"{field.label}: tối đa {field.max_length} ký tự, ô này đang có {len(text)}.")
    reader = _READERS.get(field.type)
    return reader(field, text, today) if reader else text


def _number(field: FormField, text: str, _today: date) -> int:
    digits = text.replace(".", "").replace(" ", "")
    if not digits.isdigit():
        raise ValueError(f"{field.label}: xin ghi bằng chữ số.")
    if "positive" in field.rules and int(digits) == 0:
        raise ValueError(f"{field.label}: phải lớn hơn 0.")
    return int(digits)


def read_day(label: str, text: str) -> date:
    """A day typed as 5/11/2026, 05-11-2026 or 2026-11-05."""
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", text):
        day, month, year = (int(part) for part in found.groups())
    else:
        raise ValueError(f"{label}: xin ghi ngày, tháng, năm, ví dụ 05/11/2026.")
    if not 1 <= month <= 12:
        raise ValueError(f"{label}: một năm chỉ có 12 tháng.")
    try:
        return date(year, month, day)
    except ValueError:
        last = (date(year + month // 12, month % 12 + 1, 1) - date.resolution).day if 1 <= year < 9999 else 31
        raise ValueError(f"{label}: tháng {month} chỉ có {last} ngày.") from None


def _day(field: FormField, text: str, today: date) -> str:
    day = read_day(field.label, text)
    if day.year < OLDEST_YEAR:
        raise ValueError(f"{field.label}: năm {day.year} quá xa. Xem lại năm.")
    if "past" in field.rules and day > today:
        raise ValueError(f"{field.label}: ngày này chưa tới. Xem lại ngày.")
    if "future" in field.rules and day < today:
        raise ValueError(f"{field.label}: ngày này đã qua. Xem lại ngày.")
    return day.isoformat()


def _choice(field: FormField, text: str, _today: date) -> str:
    if text not in {value for value, _ in field.options}:
        raise ValueError(f"{field.label}: xin chọn một trong các mục có sẵn.")
    return text


def read_id_number(label: str, text: str) -> str:
    digits = text.replace(" ", "").replace(".", "")
    if not digits.isdigit():
        raise ValueError(f"{label}: số định danh chỉ gồm chữ số.")
    if not ID_NUMBER.match(digits):
        raise ValueError(f"{label}: số định danh có 12 chữ số. Ô này đang có {len(digits)}.")
    return digits


def _id_number(field: FormField, text: str, _today: date) -> str:
    return read_id_number(field.label, text)


def read_phone(label: str, text: str) -> str:
    digits = re.sub(r"[ .\-()]", "", text)
    digits = re.sub(r"^(\+84|0084|84(?=\d{9}$))", "0", digits)
    if not PHONE.match(digits):
        raise ValueError(f"{label}: số điện thoại có 10 chữ số và bắt đầu bằng 0.")
    return digits


def _phone(field: FormField, text: str, _today: date) -> str:
    return read_phone(field.label, text)


def _email(field: FormField, text: str, _today: date) -> str:
    if not EMAIL.match(text):
        raise ValueError(f"{field.label}: địa chỉ thư cần có dạng ten@noi.vn.")
    return text


_READERS: dict[str, Callable[[FormField, str, date], Any]] = {
    "number": _number,
    "date": _day,
    "choice": _choice,
    "select": _choice,
    "id_number": _id_number,
    "phone": _phone,
    "email": _email,
}


def shown_value(field: FormField, value: Any) -> str:
    """An answer as people read it on the check page and on printed papers."""
    if value in ("", None):
        return ""
    if field.type == "date":
        return f"{datetime.fromisoformat(str(value)):%d/%m/%Y}"
    if field.type in ("choice", "select"):
        return dict(field.options).get(str(value), str(value))
    if field.type == "checkbox":
        return "Có" if value else "Không"
    return str(value)
