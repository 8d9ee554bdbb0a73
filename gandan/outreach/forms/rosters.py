"""Shape of what people type about rosters."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.ui.fields import DayField

from ..models import Member
from .teams import HOUR


class PlanForm(forms.Form):
    since = DayField(label="Từ ngày")
    until = DayField(label="Đến ngày")


class DutyForm(forms.Form):
    member = forms.ModelChoiceField(Member.objects.none(), label="Người trực", empty_label=None)
    day = DayField(label="Ngày")
    starts = forms.TimeField(label="Từ", widget=HOUR)
    ends = forms.TimeField(label="Đến", widget=HOUR)
    place = forms.CharField(label="Nơi trực", max_length=160, required=False)

    def __init__(self, data: Any = None, *, members: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]  # ModelChoiceField


class CauseForm(forms.Form):
    cause = forms.CharField(
        label="Lý do vắng", max_length=200, help_text="Nghỉ phép, ốm, đi học, việc khác.",
        error_messages={"required": "Xin ghi lý do vắng."},
    )  # fmt: skip


class CoverForm(forms.Form):
    cover = forms.ModelChoiceField(Member.objects.none(), label="Người thay", empty_label=None)
    cause = forms.CharField(label="Lý do vắng", max_length=200, required=False)

    def __init__(self, data: Any = None, *, members: Any, cause: str = "") -> None:
        super().__init__(data, initial={"cause": cause})
        self.fields["cover"].queryset = members  # type: ignore[attr-defined]  # ModelChoiceField


class RosterFileForm(forms.Form):
    file = forms.FileField(
        label="Bảng phân công (CSV hoặc XLSX)", help_text="Bốn cột: Ngày, Từ, Đến, Họ tên. Có thể thêm cột Nơi trực."
    )
