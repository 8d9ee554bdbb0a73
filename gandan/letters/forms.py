"""The shape of what is typed about letters."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.dossiers.photos import PhotoField
from gandan.ui.fields import DayField, MoneyField

from . import actions
from .models import AiringChannel, ContributionKind, Letter, LetterKind, Way
from .wording import VARIABLES, Words

BY_HAND = (LetterKind.CONDOLENCE, LetterKind.THANKS, LetterKind.COMMENDATION, LetterKind.APOLOGY, LetterKind.INVITATION)
"""Kinds an officer may begin: a happy event always comes with its dossier."""
MATTERS = {
    LetterKind.CONDOLENCE: "nguoi_mat", LetterKind.THANKS: "dong_gop", LetterKind.COMMENDATION: "sang_kien",
    LetterKind.APOLOGY: "viec", LetterKind.INVITATION: "viec",
}  # fmt: skip


class NewLetterForm(forms.Form):
    kind = forms.ChoiceField(label="Loại thư", choices=[(str(one), one.label) for one in BY_HAND])
    recipient = forms.CharField(label="Kính gửi", max_length=160)
    matter = forms.CharField(
        label="Về việc", max_length=300,
        help_text="Tên người mất, việc đóng góp, tên sáng kiến, việc chậm hay cuộc gặp, tùy loại thư.",
    )  # fmt: skip
    address = forms.CharField(label="Địa chỉ", max_length=300, required=False)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)

    def draft(self) -> actions.Draft:
        told = self.cleaned_data
        facts = {MATTERS[LetterKind(told["kind"])]: told["matter"]}
        return actions.Draft(told["kind"], told["recipient"], facts, address=told["address"], phone=told["phone"])


class EditLetterForm(forms.Form):
    recipient = forms.CharField(label="Kính gửi", max_length=160)
    address = forms.CharField(label="Địa chỉ", max_length=300, required=False)
    body = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 9}))

    def page(self) -> actions.Page:
        return actions.Page(**self.cleaned_data)

    @classmethod
    def of(cls, letter: Letter, data: Any) -> EditLetterForm:
        return cls(data, initial={"recipient": letter.recipient, "address": letter.address, "body": letter.body})


class CheckForm(forms.Form):
    is_checked = forms.BooleanField(
        label="Tôi đã đối chiếu người nhận và tên trong thư với giấy tờ.",
        error_messages={"required": "Đối chiếu với giấy tờ rồi đánh dấu vào đây."},
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class HandingForm(forms.Form):
    way = forms.ChoiceField(label="Trao bằng cách nào", choices=Way.choices, widget=forms.RadioSelect)
    carriers = forms.CharField(
        label="Ai trao", max_length=200, required=False, help_text="Ví dụ: Phó Chủ tịch, Trưởng thôn."
    )
    note = forms.CharField(
        label="Bằng chứng",
        max_length=200,
        required=False,
        help_text="Số phiếu gửi bưu chính, hoặc gửi điện tử tới đâu.",
    )
    photo = PhotoField(label="Ảnh", required=False, help_text="Khi gia đình đồng ý chụp.")

    def handing(self) -> actions.Handing:
        told = self.cleaned_data
        return actions.Handing(told["way"], told["carriers"], told["note"], told["photo"])


class GiftForm(forms.Form):
    giver = forms.CharField(label="Người, tổ chức đóng góp", max_length=200)
    kind = forms.ChoiceField(label="Đóng góp", choices=ContributionKind.choices, widget=forms.RadioSelect)
    what = forms.CharField(
        label="Việc đóng góp", max_length=300, help_text="Ví dụ: hiến 120 m² đất mở rộng đường thôn Ngọc Lâm."
    )
    value = MoneyField(label="Giá trị (đồng)", required=False, min_value=1)
    day = DayField(label="Ngày")
    address = forms.CharField(label="Địa chỉ", max_length=300, required=False)

    def gift(self) -> actions.Gift:
        return actions.Gift(**self.cleaned_data)


class WordsForm(forms.Form):
    title = forms.CharField(label="Tên thư", max_length=120)
    body = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))

    def __init__(self, data: Any, *, kind: str, words: Words) -> None:
        super().__init__(data, initial={"title": words.title, "body": words.body})
        known = "; ".join(f"{{{name}}} {meaning}" for name, meaning in VARIABLES[kind].items())
        self.fields["body"].help_text = f"Mỗi dòng một đoạn. Dùng được: {known}."

    def words(self) -> Words:
        return Words(self.cleaned_data["title"], self.cleaned_data["body"].replace("\r\n", "\n"))


class GreetingForm(forms.Form):
    title = forms.CharField(label="Tiêu đề", max_length=160)
    body = forms.CharField(label="Lời chúc", max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))
    channels = forms.MultipleChoiceField(
        label="Phát trên", choices=AiringChannel.choices, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một kênh phát."},
    )  # fmt: skip

    def message(self) -> actions.Message:
        return actions.Message(**self.cleaned_data)


class ProofForm(forms.Form):
    proof = forms.CharField(
        label="Bằng chứng", max_length=300, help_text="Địa chỉ bài đăng, giờ phát thanh, số người nhận."
    )


BY_CHOICE = {
    str(one): f"Thư {one.label.lower()}" for one in (LetterKind.MARRIAGE, LetterKind.BIRTH, LetterKind.CONDOLENCE)
}  # fmt: skip


class ChooseForm(forms.Form):
    wanted = forms.MultipleChoiceField(
        label="Tôi muốn nhận", required=False, widget=forms.CheckboxSelectMultiple, choices=list(BY_CHOICE.items())
    )

    def refused(self) -> set[str]:
        return set(BY_CHOICE) - set(self.cleaned_data["wanted"])
