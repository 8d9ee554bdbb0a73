"""What citizens fill in: who files, the declaration of a procedure, papers, look-up, rating."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.catalog.parts import Component, FormField, FormStep
from gandan.dossiers.declaration import check_step, read_id_number, read_phone, shown_value
from gandan.people.models import Gender
from gandan.ui.fields import DayInput

ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf"


class PlainForm(forms.Form):
    """The browser's own bubbles stay away: ours say what to do, in Vietnamese, beside the field."""

    use_required_attribute = False


# --- Who files ----------------------------------------------------------------------------------------------------------
class ApplicantForm(PlainForm):
    """The applicant's columns of a draft. `on_behalf_of` is asked only when somebody files for another."""

    applicant_name = forms.CharField(
        label=_("Họ, chữ đệm và tên"), max_length=120, help_text=_("Viết đủ dấu, đúng như trên thẻ căn cước."),
        widget=forms.TextInput({"autocomplete": "name"}), error_messages={"required": _("Còn thiếu họ tên người nộp.")},
    )  # fmt: skip
    applicant_gender = forms.ChoiceField(
        label=_("Trung tâm gọi ông/bà là"), required=False, widget=forms.RadioSelect,
        choices=[(Gender.MALE, _("ông")), (Gender.FEMALE, _("bà"))],
    )  # fmt: skip
    on_behalf_of = forms.CharField(
        label=_("Nộp thay cho ai"), max_length=120, help_text=_("Họ, chữ đệm và tên của người có việc."),
        widget=forms.TextInput({"autocomplete": "off"}), error_messages={"required": _("Còn thiếu họ tên người được nộp thay.")},
    )  # fmt: skip
    applicant_id_number = forms.CharField(
        label=_("Số định danh của người nộp"), max_length=20, help_text=_("12 chữ số trên thẻ căn cước."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Còn thiếu số định danh, 12 chữ số trên thẻ căn cước.")},
    )  # fmt: skip
    applicant_phone = forms.CharField(
        label=_("Số điện thoại"), max_length=20, help_text=_("Trung tâm gọi số này khi cần. Bốn số cuối dùng để tra cứu hồ sơ."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": _("Còn thiếu số điện thoại để Trung tâm báo tin.")},
    )  # fmt: skip
    applicant_email = forms.EmailField(
        label=_("E-mail"), required=False, widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": _("Địa chỉ e-mail cần có dạng ten@noi.vn.")},
    )  # fmt: skip
    applicant_address = forms.CharField(
        label=_("Nơi ở hiện nay"), max_length=200, help_text=_("Thôn hoặc số nhà, xã hoặc phường."),
        widget=forms.TextInput({"autocomplete": "street-address"}),
        error_messages={"required": _("Còn thiếu nơi ở hiện nay.")},
    )  # fmt: skip

    def __init__(self, *args: Any, is_for_another: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_for_another:
            del self.fields["on_behalf_of"]

    def clean_applicant_name(self) -> str:
        return " ".join(str(self.cleaned_data["applicant_name"]).split())

    def clean_applicant_id_number(self) -> str:
        return self._read("applicant_id_number", read_id_number)

    def clean_applicant_phone(self) -> str:
        return self._read("applicant_phone", read_phone)

    def _read(self, name: str, reader: Callable[[str, str], str]) -> str:
        try:
            return reader(str(self.fields[name].label), self.cleaned_data[name])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def person(self) -> dict[str, str]:
        """The columns to save; after a failed check those that were right."""
        return {name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}


# --- The declaration ----------------------------------------------------------------------------------------------------
class _Asked:
    """Shape and rules of an answer are checked by gandan/dossiers/declaration.py, not by the field."""

    def validate(self, value: Any) -> None:
        return None


class Question(_Asked, forms.Field):
    pass


class ChoiceQuestion(_Asked, forms.ChoiceField):
    pass


_INPUTS: dict[str, Callable[[], forms.Widget]] = {
    "textarea": lambda: forms.Textarea({"rows": 4}),
    "number": lambda: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    "id_number": lambda: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    "date": DayInput,
    "checkbox": forms.CheckboxInput,
    "phone": lambda: forms.TextInput({"type": "tel", "autocomplete": "off"}),
    "email": lambda: forms.EmailInput({"autocomplete": "off"}),
}


def _question(field: FormField) -> forms.Field:
    words: dict[str, Any] = {"label": field.label, "required": field.required, "help_text": field.hint}
    if field.type == "choice":
        return ChoiceQuestion(choices=field.options, widget=forms.RadioSelect, **words)
    if field.type == "select":
        return ChoiceQuestion(choices=[("", _("Chọn một mục")), *field.options], **words)
    make = _INPUTS.get(field.type, lambda: forms.TextInput({"autocomplete": "off"}))
    return Question(widget=make(), **words)


def _written(field: FormField, value: Any) -> Any:
    """An answer as it stands in its input: days as 05/11/2026; what could not be read stays as it was typed."""
    if field.type != "date" or not value:
        return value
    try:
        return shown_value(field, value)
    except ValueError:
        return value


class DeclarationForm(PlainForm):
    """One page of a declaration, built from its definition. `answers` are ready after `is_valid`."""

    def __init__(
        self, step: FormStep, *, before: Mapping[str, Any], today: date, data: Mapping[str, Any] | None = None
    ) -> None:
        initial = {field.key: _written(field, before.get(field.key)) for field in step.fields}
        super().__init__(data, initial=initial)
        self.step, self.before, self.today = step, before, today
        self.answers: dict[str, Any] = {}
        for field in step.fields:
            self.fields[field.key] = _question(field)

    def clean(self) -> dict[str, Any]:
        raw = {field.key: self.cleaned_data.get(field.key) for field in self.step.fields}
        checked = check_step(self.step, raw, before=self.before, today=self.today)
        self.answers = checked.answers
        for key, error in checked.errors.items():
            told = error.removeprefix(f"{self.fields[key].label}: ")
            self.add_error(key, told[:1].upper() + told[1:])
        return self.cleaned_data

    def rows(self) -> list[tuple[forms.BoundField, FormField, str]]:
        """Each bound field with its definition and, for a question that depends on another, when to answer it."""
        return [(self[field.key], field, self._when(field)) for field in self.step.fields]

    def _when(self, field: FormField) -> str:
        """“Chỉ điền khi Mục đích là: Kết hôn.”"""
        if field.show_if is None:
            return ""
        asked = next((one for one in self.step.fields if one.key == field.show_if.field), None)
        if asked is None:
            return ""
        answer = shown_value(asked, field.show_if.equals)
        return _("Chỉ điền khi “%(question)s” là “%(answer)s”.") % {"question": asked.label, "answer": answer}


# --- Papers ---------------------------------------------------------------------------------------------------------------
class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class PapersForm(PlainForm):
    """One input of files per component; each file is looked at by `uploads.clean` when it is kept."""

    def __init__(self, components: Iterable[Component], *, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        for one in components:
            widget = ManyFiles({"accept": ACCEPTED})
            self.fields[one.key] = Question(label=one.name, required=one.is_required, widget=widget, help_text=one.note)


# --- Small forms ------------------------------------------------------------------------------------------------------------
class CheckForm(PlainForm):
    """“Tôi cam đoan …” before filing."""

    promise = forms.BooleanField(
        label=_("Tôi cam đoan những điều khai trên là đúng sự thật."),
        error_messages={"required": _("Xin đánh dấu vào ô cam đoan rồi nộp.")},
    )


class LookUpForm(PlainForm):
    """The code on the receipt and the last four digits of the applicant's telephone."""

    code = forms.CharField(
        label=_("Mã hồ sơ"), max_length=60, help_text=_("Ghi trên giấy hẹn, ví dụ 000.31.52.H24-261123-0007."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Còn thiếu mã hồ sơ.")},
    )  # fmt: skip
    digits = forms.RegexField(
        r"^\d{4}$", label=_("Bốn số cuối điện thoại của người nộp"), max_length=4,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "input--date"}),
        error_messages={
            "required": _("Còn thiếu bốn số cuối điện thoại."), "invalid": _("Xin ghi đúng bốn chữ số, ví dụ 0118."),
        },
    )  # fmt: skip

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).upper().split())


STARS = [
    ("5", _("5 sao, rất hài lòng")),
    ("4", _("4 sao")),
    ("3", _("3 sao")),
    ("2", _("2 sao")),
    ("1", _("1 sao, rất không hài lòng")),
]


class RatingForm(PlainForm):
    """One to five stars and, if wished, words."""

    stars = forms.TypedChoiceField(
        label=_("Ông/bà hài lòng đến đâu?"), choices=STARS, coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn từ 1 đến 5 sao.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Điều cần nói thêm"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )
