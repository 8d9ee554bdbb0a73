"""The shape of what askers type."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.catalog.models import Procedure
from gandan.core.keys import new_key
from gandan.dossiers.declaration import read_id_number, read_phone
from gandan.dossiers.photos import PhotoField
from gandan.feedback.categories import choices as categories
from gandan.people.models import Gender, User

from ..actions import Asking, TouchFeedback

MOST = 3000


def area(label: str, *, rows: int = 4, required: bool = True, hint: str = "", most: int = MOST) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, help_text=hint, max_length=most, widget=forms.Textarea({"rows": rows})
    )


class PressForm(forms.Form):
    """Pressed once; `website` is a field no person sees, so who fills it in is a machine."""

    press_key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, **{**more, "initial": {"press_key": new_key(), **more.get("initial", {})}})

    @property
    def is_machine(self) -> bool:
        return bool(self.cleaned_data["website"])


class ContactForm(PressForm):
    """With a name and a telephone, both optional."""

    name = forms.CharField(
        label="Họ tên", required=False, max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="Số điện thoại", required=False, max_length=20, help_text="Xã báo tin khi có câu trả lời. Không hiện công khai.",
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        try:
            return str(read_phone("Số điện thoại", typed)) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class AskForm(ContactForm):
    field_order = ("text", "field", "photo", "name", "phone")
    text = area("Ông/bà muốn hỏi gì?", hint="Ví dụ: làm giấy khai sinh cho cháu cần những giấy tờ gì?")
    field = forms.ChoiceField(label="Lĩnh vực", required=False)
    photo = PhotoField(label="Ảnh kèm theo", required=False)

    def __init__(self, *args: Any, fields: list[str], is_known: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        choice = self.fields["field"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", "chưa rõ"), *((one, one) for one in fields)]
        if is_known:
            del self.fields["name"], self.fields["phone"]

    def asking(self, *, user: User | None, procedure: Procedure | None = None, **where: Any) -> Asking:
        told = self.cleaned_data
        return Asking(
            text=told["text"], field=told["field"], procedure=procedure, user=user, press_key=told["press_key"],
            name=told.get("name") or (user.full_name if user else ""), phone=told.get("phone") or (user.phone if user else ""),
            gender=user.gender if user else "", photos=[told["photo"]] if told["photo"] else [], **where,
        )  # fmt: skip


class MoreForm(PressForm):
    """The next thing said in a thread."""

    field_order = ("text", "photo")
    text = area("Hỏi tiếp", rows=3)
    photo = PhotoField(label="Ảnh kèm theo", required=False)

    def asking(self) -> Asking:
        told = self.cleaned_data
        photos = [told["photo"]] if told["photo"] else []
        return Asking(text=told["text"], photos=photos, press_key=told["press_key"])


class TouchFeedbackForm(ContactForm):
    field_order = ("text", "category", "photo", "name", "phone")
    text = area("Việc cần phản ánh")
    category = forms.ChoiceField(label="Lĩnh vực", required=False)
    photo = PhotoField(label="Ảnh", required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choice = self.fields["category"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", "chưa rõ"), *categories()]

    def told(self) -> TouchFeedback:
        said = self.cleaned_data
        return TouchFeedback(
            text=said["text"], category=said["category"], name=said["name"], phone=said["phone"],
            photos=(said["photo"],) if said["photo"] else (), press_key=said["press_key"],
        )  # fmt: skip


class PersonForm(forms.Form):
    """Who the dossier will be for: columns of a draft, all optional ahead of the visit."""

    applicant_name = forms.CharField(
        label="Họ và tên người nộp", max_length=120, help_text="Đúng như trên thẻ căn cước."
    )
    applicant_gender = forms.ChoiceField(label="Xưng hô", choices=Gender.choices, required=False)
    applicant_id_number = forms.CharField(label="Số định danh", max_length=20, required=False)
    applicant_phone = forms.CharField(label="Số điện thoại", max_length=20, required=False)
    applicant_address = forms.CharField(label="Nơi ở hiện nay", max_length=200, required=False)
    on_behalf_of = forms.CharField(label="Nộp thay cho ai", max_length=120, required=False)
    is_far_away = forms.BooleanField(
        label="Đi làm ăn xa, người nhà mang bản chính đến", required=False, help_text="Người nhà chỉ cần đọc mã ở quầy."
    )

    def clean_applicant_id_number(self) -> str:
        return self._read(read_id_number, "applicant_id_number")

    def clean_applicant_phone(self) -> str:
        return self._read(read_phone, "applicant_phone")

    def _read(self, reader: Any, name: str) -> str:
        typed = self.cleaned_data[name]
        try:
            return str(reader(str(self.fields[name].label), typed)) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None

    def person(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "is_far_away"}


class PaperForm(forms.Form):
    photo = PhotoField(label="Ảnh giấy tờ")
