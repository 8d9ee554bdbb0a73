"""Forms built from a kind: a field for each parameter, and the dates, basis and reason of a term."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import SHORT_WEEKDAYS
from gandan.ui.fields import DayField

from .inputs import LimitsInput, ProceduresInput, RosterInput, WindowsInput
from .kinds import Kind
from .offer import Offer
from .parameters import Choices, Flag, Hour, Limits, Parameter, Procedures, Roster, Weekdays, Whole, Wholes, Words
from .windows import Windows

PREFIX = "p_"
SHORT = {"class": "input--short", "autocomplete": "off"}
BASIS = "Số và ngày của quyết định, quy định. Ví dụ: Quyết định 12/QĐ-UBND ngày 20/11/2026."


class ParameterField(forms.Field):
    """The parameter itself reads and refuses; its sentence stands under its label."""

    def __init__(self, parameter: Parameter, offer: Offer) -> None:
        super().__init__(
            label=_label(parameter), help_text=_help(parameter), required=parameter.required, widget=_widget(parameter, offer)
        )  # fmt: skip
        self.parameter = parameter

    def clean(self, value: Any) -> Any:
        try:
            return self.parameter.clean(value)
        except RuleBroken as refused:
            raise forms.ValidationError(refused.message.removeprefix(f"{self.parameter.label}: ")) from refused


def _label(parameter: Parameter) -> str:
    unit = parameter.unit if isinstance(parameter, Whole | Wholes) else ""
    return f"{parameter.label} ({unit})" if unit else parameter.label


def _help(parameter: Parameter) -> str:
    if isinstance(parameter, Whole) and not parameter.help:
        return f"Từ {parameter.least} đến {parameter.most}."
    if isinstance(parameter, Wholes) and not parameter.help:
        return "Cách nhau bằng dấu phẩy, ví dụ 3, 5, 7."
    return parameter.help


def _widget(parameter: Parameter, offer: Offer) -> forms.Widget:
    wide = {Procedures: ProceduresInput, Limits: LimitsInput, Roster: RosterInput, Windows: WindowsInput}
    for kind, widget in wide.items():
        if isinstance(parameter, kind):
            return widget(offer)
    if isinstance(parameter, Weekdays):
        return forms.CheckboxSelectMultiple(choices=list(enumerate(SHORT_WEEKDAYS)))
    if isinstance(parameter, Choices):
        return forms.CheckboxSelectMultiple(choices=parameter.options)
    if isinstance(parameter, Flag):
        return forms.CheckboxInput()
    if isinstance(parameter, Words):
        return forms.Textarea({"rows": 5}) if parameter.is_long else forms.TextInput()
    numeric = {"inputmode": "numeric"} if isinstance(parameter, Whole | Hour) else {}
    return forms.TextInput({**(SHORT if not isinstance(parameter, Wholes) else {}), **numeric})


def _typed(parameter: Parameter, value: Any) -> Any:
    """A JSON value as it stands in its box."""
    return ", ".join(map(str, value)) if isinstance(parameter, Wholes) and isinstance(value, list | tuple) else value


class TermForm(forms.Form):
    """The parameters of a kind. Subclasses add what a new programme or a change needs."""

    before: tuple[str, ...] = ()
    use_required_attribute = False

    def __init__(self, kind: Kind, offer: Offer, *args: Any, parameters: Mapping[str, Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        for one in kind.parameters:
            self.fields[f"{PREFIX}{one.key}"] = ParameterField(one, offer)
            self.initial[f"{PREFIX}{one.key}"] = _typed(one, parameters.get(one.key, one.default))
        last = [name for name in self.fields if not name.startswith(PREFIX) and name not in self.before]
        self.order_fields([*self.before, *(f"{PREFIX}{one.key}" for one in kind.parameters), *last])

    def values(self) -> dict[str, Any]:
        """Clean values by key."""
        return {one.key: self.cleaned_data[f"{PREFIX}{one.key}"] for one in self.kind.parameters}

    def parameters(self) -> dict[str, Any]:
        """As JSON."""
        return self.kind.plain(self.values())


class SwitchOnForm(TermForm):
    before = ("name",)

    name = forms.CharField(
        label="Tên chương trình", max_length=160, help_text="Tên người dân đọc, đúng như văn bản của xã.",
        error_messages={"required": "Xin đặt tên chương trình."},
    )  # fmt: skip
    since = DayField(label="Bắt đầu từ ngày", error_messages={"required": "Xin ghi ngày bắt đầu."})
    until = DayField(label="Đến hết ngày", required=False, help_text="Để trống: đến khi có quyết định khác.")
    basis = forms.CharField(label="Căn cứ", max_length=300, required=False, help_text=BASIS)


class ChangeForm(TermForm):
    since = DayField(
        label="Áp dụng tham số mới từ ngày", error_messages={"required": "Xin ghi ngày áp dụng."},
        help_text="Sớm nhất là ngày mai. Đến hết hôm trước, tham số cũ vẫn giữ nguyên.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Lý do đổi", max_length=300, error_messages={"required": "Xin ghi lý do đổi, để sau này còn biết."},
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    basis = forms.CharField(label="Căn cứ mới", max_length=300, required=False, help_text="Để trống: giữ căn cứ cũ.")


class RegulationForm(forms.Form):
    regulation = forms.FileField(
        label="Quy định đính kèm", required=False, widget=forms.FileInput({"accept": ".pdf,.docx,.jpg,.jpeg"}),
        help_text="Tệp PDF, Word (DOCX) hoặc ảnh JPG. Người dân tải được ở trang lịch phục vụ.",
    )  # fmt: skip


class SwitchOffForm(forms.Form):
    last_day = DayField(
        label="Chạy đến hết ngày", error_messages={"required": "Xin ghi ngày cuối cùng chương trình còn chạy."},
        help_text="Sớm nhất là hôm nay.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Lý do dừng", max_length=300, error_messages={"required": "Xin ghi lý do dừng."},
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip


class CallOffForm(forms.Form):
    reason = forms.CharField(
        label="Lý do hủy", max_length=300, error_messages={"required": "Xin ghi lý do hủy."},
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip


class RuleOnDayForm(forms.Form):
    """“Ngày ấy chạy theo quy định nào?”"""

    ngay = DayField(label="Ngày", error_messages={"required": "Xin ghi ngày cần hỏi."})

    def day(self) -> date | None:
        return self.cleaned_data["ngay"] if self.is_bound and self.is_valid() else None
