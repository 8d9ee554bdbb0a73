"""Shape of questions, visits, publicity and package files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from gandan.places.models import Agency
from gandan.ui.fields import DayField


class QuestionForm(forms.Form):
    text = forms.CharField(
        label="Câu hỏi", widget=forms.Textarea({"rows": 3}), max_length=2000,
        error_messages={"required": "Xin ghi câu hỏi."},
    )  # fmt: skip


class VisitForm(forms.Form):
    host = forms.ModelChoiceField(
        Agency.objects.none(), label="Đến đơn vị", empty_label="Chọn đơn vị",
        error_messages={"required": "Xin chọn đơn vị."},
    )  # fmt: skip
    on = DayField(label="Ngày", error_messages={"required": "Xin ghi ngày."})
    people = forms.IntegerField(label="Số người", min_value=1, max_value=50, initial=2)
    purpose = forms.CharField(
        label="Muốn học gì", widget=forms.Textarea({"rows": 3}), max_length=2000,
        error_messages={"required": "Xin ghi nội dung muốn học."},
    )  # fmt: skip

    def __init__(self, *args: Any, hosts: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["host"].queryset = hosts  # type: ignore[attr-defined]  # ModelChoiceField


class ReportVisitForm(forms.Form):
    result = forms.CharField(
        label="Đã học được gì", widget=forms.Textarea({"rows": 5}), max_length=5000,
        error_messages={"required": "Xin ghi đã học được gì."},
    )  # fmt: skip


class LaunchForm(forms.Form):
    channel = forms.CharField(
        label="Kênh", max_length=160, help_text="Lễ ra mắt, đài truyền thanh, cổng thông tin, trang Zalo …",
        error_messages={"required": "Xin ghi kênh truyền thông."},
    )  # fmt: skip
    on = DayField(label="Ngày", required=False)
    title = forms.CharField(label="Tên tin, bài", max_length=300, required=False)
    source = forms.CharField(label="Địa chỉ hoặc nguồn", max_length=300, required=False)


class PackageFileForm(forms.Form):
    file = forms.FileField(
        label="Tệp gói (.json)", help_text="Tệp đã tải từ trang mô hình, tối đa 2 MB.",
        error_messages={"required": "Xin chọn tệp gói."},
    )  # fmt: skip
