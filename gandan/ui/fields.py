"""Form fields that read what Vietnamese people write."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_STANDARD = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\s*")
_NOT_DIGITS = re.compile(r"[.\s]|đ(?:ồng)?$")
_WRITTEN = re.compile(r"\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*")


class DayInput(forms.DateInput):
    """A day typed as 05/11/2026; no calendar pop-up to fight with on a cheap phone."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})}, format="%d/%m/%Y")


class DayField(forms.DateField):
    """A day as day/month/year. The error says which part cannot be."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        if standard := _STANDARD.fullmatch(str(value)):
            return _day_of(int(standard[3]), int(standard[2]), int(standard[1]))
        written = _WRITTEN.fullmatch(str(value))
        if not written:
            raise ValidationError("Viết ngày, tháng, năm bằng số, ví dụ 05/11/2026.", code="invalid")
        day, month, year = (int(part) for part in written.groups())
        return _day_of(day, month, year)


class MoneyField(forms.IntegerField):
    """Đồng, typed as 8000, 8.000 or 8.000 đ."""

    widget = forms.TextInput

    def __init__(self, **more: Any) -> None:
        more.setdefault("error_messages", {})
        more["error_messages"].setdefault("invalid", "Ghi số tiền bằng chữ số, ví dụ 8.000.")
        super().__init__(**more)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(_NOT_DIGITS.sub("", value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "numeric", "autocomplete": "off"}


def _day_of(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise ValidationError(f"Một năm có 12 tháng. Ô này đang ghi tháng {month}.", code="invalid")
    if not 1900 <= year <= 2199:
        raise ValidationError(f"Năm gồm bốn chữ số, từ 1900. Ô này đang ghi năm {year}.", code="invalid")
    last = calendar.monthrange(year, month)[1]
    if day > last:
        of_year = f" năm {year}" if month == 2 else ""
        raise ValidationError(f"Tháng {month}{of_year} chỉ có {last} ngày.", code="invalid")
    if day < 1:
        raise ValidationError("Ngày bắt đầu từ 01.", code="invalid")
    return date(year, month, day)
