"""Shape of what is typed about an adoption. Rules stand in the actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms

from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.ui.fields import DayField

from ..actions.following_up import CAUSES, NEXT_YEAR
from ..judging import known_measures
from ..models import Ruling

LONG = forms.Textarea({"rows": 4})


def end_of(day: date) -> datetime:
    """The last valid moment of a day."""
    return datetime.combine(day, time(23, 59, 59), VIETNAM)


class StartForm(forms.Form):
    start_on = DayField(label="Bắt đầu từ", error_messages={"required": "Xin ghi ngày bắt đầu."})


class PlanForm(forms.Form):
    start_on = DayField(label="Bắt đầu từ", error_messages={"required": "Xin ghi ngày bắt đầu."})
    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Người phụ trách", empty_label="Chọn người",
        error_messages={"required": "Xin chọn người phụ trách."},
    )  # fmt: skip
    scope = forms.CharField(
        label="Phạm vi áp dụng", widget=forms.Textarea({"rows": 2}), max_length=1000,
        help_text="Thủ tục nào, ở đâu, cho ai.", error_messages={"required": "Xin ghi phạm vi áp dụng."},
    )  # fmt: skip
    measures = forms.MultipleChoiceField(
        label="Chỉ tiêu theo dõi", widget=forms.CheckboxSelectMultiple, help_text="Số liệu lấy thẳng từ hồ sơ.",
        error_messages={"required": "Xin chọn ít nhất một chỉ tiêu."},
    )  # fmt: skip
    is_pilot = forms.BooleanField(label="Làm thí điểm", required=False)
    pilot_until = DayField(label="Thí điểm đến hết ngày", required=False, help_text="Chỉ điền khi làm thí điểm.")
    text = forms.CharField(label="Cách làm tại đơn vị", widget=LONG, max_length=5000, required=False)
    decision_no = forms.CharField(
        label="Văn bản thống nhất của cấp trên",
        max_length=60,
        required=False,
        help_text="Số, ký hiệu. Chỉ điền khi cần.",
    )

    def __init__(self, *args: Any, staff: Iterable[User], measures: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["responsible"].queryset = staff  # type: ignore[attr-defined]  # ModelChoiceField
        known, named = known_measures(), list(measures)
        shown = [*named, *(name for name in known if not named)]
        self.fields["measures"].choices = [(name, known[name].label if name in known else name) for name in shown]  # type: ignore[attr-defined]  # MultipleChoiceField


class PressForm(forms.Form):
    """Nothing but the press of the button."""


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", widget=LONG, max_length=2000, error_messages={"required": "Xin ghi lý do."})


class ApproveForm(forms.Form):
    decision_no = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, required=False,
        help_text="Quyết định của đơn vị, hoặc văn bản thống nhất của cấp trên.",
    )  # fmt: skip


class CauseForm(forms.Form):
    cause = forms.CharField(
        label="Chỉ tiêu chưa đạt", widget=LONG, max_length=300, help_text="Ghi tên chỉ tiêu và con số.",
        error_messages={"required": "Xin ghi chỉ tiêu nào chưa đạt, con số bao nhiêu."},
    )  # fmt: skip


class ExplainForm(forms.Form):
    text = forms.CharField(
        label="Nội dung giải trình", widget=forms.Textarea({"rows": 8}), max_length=5000,
        error_messages={"required": "Xin ghi nội dung giải trình."},
    )  # fmt: skip


class RuleForm(forms.Form):
    ruling = forms.ChoiceField(
        label="Quyết định", choices=Ruling.choices, widget=forms.RadioSelect,
        error_messages={"required": "Chọn nhắc nhở, phê bình, gia hạn hoặc miễn."},
    )  # fmt: skip
    number = forms.CharField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    note = forms.CharField(label="Ghi chú", widget=LONG, max_length=2000, required=False)
    new_due_on = DayField(label="Hạn mới, hết ngày", required=False, help_text="Chỉ điền khi gia hạn.")

    def new_due_at(self) -> datetime | None:
        day = self.cleaned_data["new_due_on"]
        return end_of(day) if day else None


class TimeForm(forms.Form):
    due_on = DayField(label="Hạn mới, hết ngày", error_messages={"required": "Xin ghi hạn mới."})


class NextYearForm(forms.Form):
    choice = forms.ChoiceField(
        label="Năm sau", choices=list(NEXT_YEAR.items()), widget=forms.RadioSelect,
        error_messages={"required": "Chọn một trong bốn."},
    )  # fmt: skip


class RemarkForm(forms.Form):
    is_advantage = forms.TypedChoiceField(
        label="Đây là", choices=[("0", "Khó khăn, cần tháo gỡ"), ("1", "Thuận lợi")], widget=forms.RadioSelect,
        coerce=lambda value: value == "1", initial="0",
    )  # fmt: skip
    cause = forms.ChoiceField(label="Nhóm nguyên nhân", choices=list(CAUSES.items()))
    text = forms.CharField(
        label="Nội dung", widget=LONG, max_length=2000, error_messages={"required": "Xin ghi nội dung."}
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="Trả lời", widget=LONG, max_length=3000, error_messages={"required": "Xin ghi câu trả lời."}
    )
