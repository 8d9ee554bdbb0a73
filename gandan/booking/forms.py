"""Forms of booking: shape only; what may be booked is said by the actions."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.core.vietnamese import sort_key
from gandan.people.contacts import ContactUnclear, phone_number
from gandan.people.models import User
from gandan.places.models import Agency

from .models import Source

NUMBER = forms.TextInput({"inputmode": "numeric", "class": "input--short"})
BY_OFFICE = [(one, Source(one).label) for one in (Source.PHONE, Source.DESK, Source.CHAT)]


class PhoneField(forms.CharField):
    """A mobile number as we keep it."""

    widget = forms.TextInput

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=20, **more)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "tel", "autocomplete": "tel"}

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return phone_number(typed) if typed else ""
        except ContactUnclear as unclear:
            raise forms.ValidationError(str(unclear)) from None


def _name(label: str = "Họ và tên") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=120, error_messages={"required": "Xin ghi họ và tên."},
        widget=forms.TextInput({"autocomplete": "name"}),
    )  # fmt: skip


def _words(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=300, required=False, help_text=hint, widget=forms.Textarea({"rows": 3})
    )  # fmt: skip


class ContactForm(forms.Form):
    """Who comes; the phone is proved by a code."""

    use_required_attribute = False
    name = _name()
    phone = PhoneField(
        label="Số điện thoại", help_text="Trung tâm gửi mã 6 số để giữ chỗ, rồi nhắc lịch.",
        error_messages={"required": "Xin nhập số điện thoại di động."},
    )  # fmt: skip
    words = _words("Nói thêm về việc cần làm")

    def __init__(self, *args: Any, is_known: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_known:
            del self.fields["phone"]


class DeskForm(forms.Form):
    """An officer books for somebody who calls or stands at the desk."""

    use_required_attribute = False
    name = _name("Người đến")
    phone = PhoneField(label="Số điện thoại", required=False, help_text="Để trống nếu người dân không có điện thoại.")
    source = forms.ChoiceField(label="Đặt qua", choices=BY_OFFICE, initial=Source.PHONE, widget=forms.RadioSelect)
    words = _words("Nói thêm")


class AssignForm(forms.Form):
    use_required_attribute = False
    officer = forms.ChoiceField(label="Cán bộ phục vụ", error_messages={"required": "Xin chọn cán bộ."})

    def __init__(self, commune: Agency, *args: Any, roster: tuple[str, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        staff = [one for one in User.objects.staff_of(commune) if one.is_active]
        ordered = sorted(staff, key=lambda one: (one.username not in roster, sort_key(one.full_name)))
        self.fields["officer"].choices = [("", "chọn cán bộ"), *((one.username, str(one)) for one in ordered)]  # type: ignore[attr-defined]  # a choice field
        self.staff = {one.username: one for one in staff}

    def chosen(self) -> User:
        return self.staff[self.cleaned_data["officer"]]


class ReasonForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label="Lý do", max_length=300, widget=forms.Textarea({"rows": 2}), help_text="Người dân đọc được câu này.",
        error_messages={"required": "Xin ghi lý do."},
    )  # fmt: skip


class OutcomeForm(forms.Form):
    use_required_attribute = False
    outcome = _words("Kết quả", "Ví dụ: đã chứng thực 2 bản. Để trống cũng được.")


class DeathForm(forms.Form):
    """A family asks at any hour: as little as can be."""

    use_required_attribute = False
    name = _name("Tên người yêu cầu")
    phone = PhoneField(
        label="Số điện thoại để cán bộ trực gọi lại", error_messages={"required": "Xin nhập số điện thoại."}
    )
    words = _words("Nói thêm", "Ví dụ: thôn, giờ đưa tang. Không cần ghi số giấy tờ.")


class TalkForm(forms.Form):
    """Legal advice: what was asked and answered."""

    use_required_attribute = False
    field = forms.ChoiceField(label="Lĩnh vực")
    question = forms.CharField(
        label="Câu hỏi",
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Xin ghi câu hỏi."},
    )
    answer = forms.CharField(
        label="Trả lời", max_length=8000, widget=forms.Textarea({"rows": 6}), error_messages={"required": "Xin ghi câu trả lời."},
        help_text="Ghi cả điều luật đã viện dẫn.",
    )  # fmt: skip
    minutes = forms.IntegerField(
        label="Thời lượng (phút)", min_value=1, max_value=480, widget=NUMBER,
        error_messages={"required": "Xin ghi số phút.", "invalid": "Ghi số phút bằng chữ số."},
    )  # fmt: skip

    def __init__(self, fields: list[str], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["field"].choices = [(one, one) for one in fields]  # type: ignore[attr-defined]  # a choice field


class OfferForm(forms.Form):
    """The wording everybody may read."""

    use_required_attribute = False
    question = forms.CharField(
        label="Câu hỏi, không còn tên ai", max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text="Bỏ tên, địa chỉ, số giấy tờ, ngày tháng nhận ra người hỏi.",
        error_messages={"required": "Xin viết lại câu hỏi."},
    )  # fmt: skip
    answer = forms.CharField(
        label="Trả lời",
        max_length=8000,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Xin viết lại câu trả lời."},
    )
