"""Shape of what people type about tasks. Rules stand in the actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from gandan.people.models import User
from gandan.places.models import Agency
from gandan.ui.fields import DayField

from .actions import Order, Progress
from .deadlines import last_valid, until_end_of
from .models import Priority

LONG = forms.Textarea(attrs={"rows": 4})


class AssignForm(forms.Form):
    """Several units may get the same duty: each its own task."""

    title = forms.CharField(label="Việc phải làm", max_length=300)
    body = forms.CharField(label="Yêu cầu cụ thể", widget=LONG, max_length=4000, required=False)
    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Giao cho", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )  # fmt: skip
    due_on = DayField(label="Hạn")
    is_strict = forms.BooleanField(
        label="Văn bản ghi “trước ngày”: phải xong từ hôm trước", required=False
    )  # fmt: skip
    priority = forms.TypedChoiceField(
        label="Mức độ", choices=Priority.choices, coerce=int, initial=Priority.NORMAL, widget=forms.RadioSelect
    )
    source = forms.CharField(label="Theo văn bản", max_length=200, required=False)

    def __init__(self, data: Any = None, *, agencies: Iterable[Agency]) -> None:
        super().__init__(data)
        self.fields["agencies"].queryset = agencies  # type: ignore[attr-defined]  # ModelMultipleChoiceField

    def orders(self, given_by: Agency) -> list[Order]:
        told = self.cleaned_data
        due_at = last_valid(told["due_on"], is_strict=told["is_strict"])
        return [
            Order(
                agency=agency, given_by=given_by, title=told["title"], body=told["body"], due_at=due_at,
                source=told["source"], priority=told["priority"],
            )
            for agency in told["agencies"]
        ]  # fmt: skip


class NothingForm(forms.Form):
    """Nothing but the press of the button."""

    def facts(self) -> dict[str, Any]:
        return {}


class OwnerForm(forms.Form):
    owner = forms.ModelChoiceField(User.objects.none(), label="Người làm", empty_label=None)

    def __init__(self, data: Any = None, *, people: Iterable[User]) -> None:
        super().__init__(data)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]  # ModelChoiceField

    def facts(self) -> dict[str, Any]:
        return {"owner": self.cleaned_data["owner"]}


class ProgressForm(forms.Form):
    percent = forms.IntegerField(label="Đã làm được bao nhiêu phần trăm", min_value=0, max_value=100)
    text = forms.CharField(label="Việc đã làm", widget=LONG, max_length=4000)
    cause = forms.CharField(
        label="Nguyên nhân chậm, vướng mắc", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False
    )

    def facts(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {"progress": Progress(told["percent"], told["text"], told["cause"])}


class FinishForm(forms.Form):
    result = forms.CharField(label="Kết quả", widget=LONG, max_length=4000)
    cause = forms.CharField(
        label="Nguyên nhân chậm", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False,
        help_text="Chỉ cần khi đã quá hạn.",
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Lý do", widget=LONG, max_length=2000, help_text="Đơn vị được giao đọc được câu này.",
        error_messages={"required": "Xin ghi lý do."},
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class PostponeForm(ReasonForm):
    due_on = DayField(label="Hạn mới", help_text="Hết ngày này.")

    field_order = ("due_on", "reason")

    def facts(self) -> dict[str, Any]:
        return {"due_at": until_end_of(self.cleaned_data["due_on"]), "reason": self.cleaned_data["reason"]}
