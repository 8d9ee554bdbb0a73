"""What officers type about screens and clips."""

from __future__ import annotations

from django import forms

from .actions import ClipDraft, ScreenDraft
from .models import ClipKind, Subject

CLOCKS = ["%H:%M", "%Hh%M", "%Hh", "%H"]


def _clock(label: str, first: str) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"class": "input--short", "inputmode": "numeric"})
    words = {"invalid": "Viết giờ và phút, ví dụ 06:00.", "required": "Xin ghi giờ, ví dụ 06:00."}
    return forms.TimeField(label=label, input_formats=CLOCKS, initial=first, widget=widget, error_messages=words)


class ScreenForm(forms.Form):
    name = forms.CharField(label="Tên màn hình", max_length=80, error_messages={"required": "Xin ghi tên màn hình."})
    place = forms.CharField(label="Nơi đặt", max_length=160, required=False)
    opens_at = _clock("Mở lúc", "06:00")
    closes_at = _clock("Tắt lúc", "22:00")
    is_used = forms.BooleanField(label="Đang dùng", required=False, initial=True)

    def draft(self) -> ScreenDraft:
        return ScreenDraft(**self.cleaned_data)


class ClipForm(forms.Form):
    title = forms.CharField(label="Tên clip", max_length=120, error_messages={"required": "Xin ghi tên clip."})
    kind = forms.ChoiceField(label="Loại", choices=ClipKind.choices, initial=ClipKind.TEXT)
    subject = forms.ChoiceField(label="Chủ đề", choices=Subject.choices, initial=Subject.OTHER)
    text = forms.CharField(
        label="Chữ hiện trên màn hình", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    upload = forms.FileField(
        label="Tệp ảnh hoặc phim",
        required=False,
        help_text="Ảnh JPG, PNG, WEBP; phim MP4, WEBM. Chữ thì không cần tệp.",
    )
    seconds = forms.IntegerField(
        label="Số giây", initial=20, min_value=5, max_value=600,
        help_text="Ảnh và chữ: đứng yên bao lâu. Phim: ghi đúng độ dài.",
        error_messages={"required": "Xin ghi số giây.", "invalid": "Số giây là số nguyên, ví dụ 20."},
    )  # fmt: skip

    def draft(self) -> ClipDraft:
        return ClipDraft(**self.cleaned_data)


class InterruptForm(forms.Form):
    words = forms.CharField(
        label="Lời thông báo", max_length=200, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi lời thông báo."},
    )  # fmt: skip
    minutes = forms.IntegerField(
        label="Hiện trong bao nhiêu phút", initial=30, min_value=1, max_value=3 * 24 * 60,
        error_messages={"required": "Xin ghi số phút.", "invalid": "Số phút là số nguyên, ví dụ 30."},
    )  # fmt: skip
