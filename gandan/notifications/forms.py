"""Shape of what people type about notices."""

from __future__ import annotations

from typing import Any

from django import forms

from .actions import CallResult, CarryResult, Wish
from .drafts import LONGEST_SHORT, LONGEST_TEXT, TextDraft
from .models import Channel, Preference

ORDERS = (
    ("zalo,sms", "Zalo trước, không được thì SMS"),
    ("sms,zalo", "SMS trước, không được thì Zalo"),
    ("sms", "Chỉ SMS"),
    ("zalo", "Chỉ Zalo"),
    ("", "Không nhắn, khi cần thì gọi điện"),
)


class CallForm(forms.Form):
    result = forms.ChoiceField(label="Kết quả", choices=CallResult.choices)


class CarryForm(forms.Form):
    channel = forms.ChoiceField(label="Ai đưa", choices=[(one, Channel(one).label) for one in ("letter", "head")])
    result = forms.ChoiceField(label="Kết quả", choices=CarryResult.choices)


class PreferenceForm(forms.Form):
    order = forms.ChoiceField(label="Nhắn tin cho tôi bằng", choices=ORDERS, widget=forms.RadioSelect, required=False)
    wants_email = forms.BooleanField(label="Gửi thêm thư điện tử, khi tôi có địa chỉ", required=False)
    wants_push = forms.BooleanField(label="Hiện thông báo trên máy này", required=False)
    wants_ordinary = forms.BooleanField(
        label="Nhắn cả những tin chỉ để biết, như “Trung tâm đã thấy hồ sơ”", required=False
    )

    @classmethod
    def of(cls, kept: Preference | None) -> PreferenceForm:
        one = kept or Preference()
        return cls(
            initial={
                "order": ",".join(one.order), "wants_email": one.wants_email, "wants_push": one.wants_push,
                "wants_ordinary": one.wants_ordinary,
            }
        )  # fmt: skip

    def wish(self) -> Wish:
        told = self.cleaned_data
        order = tuple(one for one in told["order"].split(",") if one)
        return Wish(order, told["wants_email"], told["wants_push"], told["wants_ordinary"])


class TextForm(forms.Form):
    subject = forms.CharField(label="Dòng đầu", max_length=200, help_text="Việc chính, đọc là hiểu ngay.")
    text = forms.CharField(label="Lời", max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 10}))
    short = forms.CharField(
        label="Tin ngắn cho SMS, Zalo", max_length=LONGEST_SHORT, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Để trống thì dùng tên xã, dòng đầu và liên kết.",
    )  # fmt: skip
    zalo_template = forms.CharField(
        label="Số mẫu Zalo đã duyệt",
        max_length=40,
        required=False,
        help_text="Zalo duyệt mẫu trong khoảng 2 ngày làm việc.",
    )
    zalo_params = forms.CharField(
        label="Tham số của mẫu Zalo", required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một tham số: ma_ho_so = mã hồ sơ",
    )  # fmt: skip

    def clean_zalo_params(self) -> dict[str, str]:
        lines = [line for line in self.cleaned_data["zalo_params"].splitlines() if line.strip()]
        pairs = [line.partition("=") for line in lines]
        if any(not sign or not name.strip() or not value.strip() for name, sign, value in pairs):
            raise forms.ValidationError("Mỗi dòng ghi: tên tham số = mục của tin. Ví dụ: ma_ho_so = mã hồ sơ.")
        return {name.strip(): value.strip().strip("[]") for name, _, value in pairs}

    def draft(self) -> TextDraft:
        return TextDraft(**self.cleaned_data)


def initial_of(one: Any) -> dict[str, str]:
    """What the form shows of a version, or of a draft."""
    params = "\n".join(f"{name} = {value}" for name, value in one.zalo_params.items())
    return {
        "subject": one.subject, "text": one.text, "short": one.short, "zalo_template": one.zalo_template,
        "zalo_params": params,
    }  # fmt: skip
