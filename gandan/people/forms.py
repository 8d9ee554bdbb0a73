"""What people type to sign in and to keep the staff list, with messages that say what to do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from gandan.places.models import Agency

from .contacts import Contact, ContactUnclear, email_address, phone_number, read_contact
from .models import Role, User

USERNAME_SHAPE = r"^[a-z0-9][a-z0-9._-]{2,39}$"


class SignInForm(forms.Form):
    """Staff: username and password."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=80, error_messages={"required": "Xin nhập tên đăng nhập."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip
    password = forms.CharField(
        label="Mật khẩu", max_length=256, strip=False, error_messages={"required": "Xin nhập mật khẩu."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


def _digits(typed: str) -> str:
    return "".join(typed.split()).replace("-", "").replace(".", "")


class SecondFactorForm(forms.Form):
    """Six digits of the authenticator app, or eight of a recovery code."""

    code = forms.CharField(
        label="Mã xác nhận", max_length=20, error_messages={"required": "Xin nhập mã đang hiện trên ứng dụng."},
        help_text="6 số đang hiện trên ứng dụng xác thực, hoặc một mã dự phòng 8 số.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip

    def clean_code(self) -> str:
        return _digits(self.cleaned_data["code"])


class ContactForm(forms.Form):
    """A citizen's telephone or e-mail."""

    contact = forms.CharField(
        label=_("Số điện thoại hoặc e-mail"), max_length=254,
        help_text=_("Trung tâm gửi tới đây một mã 6 số. Không cần mật khẩu."),
        error_messages={"required": _("Xin nhập số điện thoại hoặc e-mail.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )  # fmt: skip

    def clean_contact(self) -> Contact:
        try:
            return read_contact(self.cleaned_data["contact"])
        except ContactUnclear as unclear:
            raise forms.ValidationError(_(str(unclear))) from None


class CodeForm(forms.Form):
    """The six digits that were sent."""

    code = forms.CharField(
        label=_("Mã 6 số"), max_length=12, error_messages={"required": _("Xin nhập mã 6 số trong tin nhắn.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = _digits(self.cleaned_data["code"])
        if len(code) != 6 or not code.isdecimal():
            raise forms.ValidationError(_("Mã gồm đúng 6 chữ số."))
        return code


class IntroductionForm(forms.Form):
    """A citizen's name and form of address."""

    full_name = forms.CharField(
        label=_("Họ và tên"), max_length=120, help_text=_("Viết đủ dấu, đúng như trên thẻ căn cước."),
        error_messages={"required": _("Xin nhập họ và tên.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    gender = forms.ChoiceField(
        label=_("Cách xưng hô"), choices=[("male", _("Ông")), ("female", _("Bà")), ("", _("Ông/bà"))],
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip


class ChangePasswordForm(forms.Form):
    """The old password once, the new one twice."""

    old = forms.CharField(
        label="Mật khẩu đang dùng", max_length=256, strip=False, error_messages={"required": "Xin nhập mật khẩu cũ."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    new = forms.CharField(
        label="Mật khẩu mới", max_length=256, strip=False, error_messages={"required": "Xin nhập mật khẩu mới."},
        help_text="Ít nhất 10 ký tự. Nên là một câu dễ nhớ, khó đoán.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(
        label="Nhập lại mật khẩu mới", max_length=256, strip=False,
        error_messages={"required": "Xin nhập lại mật khẩu mới."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        if self.user.check_password(new):
            raise forms.ValidationError("Mật khẩu mới phải khác mật khẩu đang dùng.")
        return new

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise forms.ValidationError("Hai lần nhập mật khẩu mới chưa giống nhau.")
        return again


class StaffForm(forms.Form):
    """Name, form of address, contact and agency of a member of staff."""

    full_name = forms.CharField(
        label="Họ và tên", max_length=120, error_messages={"required": "Xin nhập họ và tên cán bộ."}
    )
    gender = forms.ChoiceField(
        label="Xưng hô", choices=[("male", "Ông"), ("female", "Bà"), ("", "Chưa rõ")], required=False
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="Cơ quan", empty_label="Chọn cơ quan",
        error_messages={"required": "Xin chọn cơ quan của cán bộ.", "invalid_choice": "Cơ quan này không thuộc xã."},
    )  # fmt: skip
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    email = forms.CharField(label="E-mail", required=False, max_length=254)

    def __init__(self, commune: Agency, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(commune=commune).order_by("kind", "sort_name")  # type: ignore[attr-defined]  # a model choice

    def clean_phone(self) -> str:
        return self._read(phone_number, "phone")

    def clean_email(self) -> str:
        return self._read(email_address, "email")

    def _read(self, read: Any, name: str) -> str:
        typed: str = self.cleaned_data[name]
        try:
            return str(read(typed)) if typed else ""
        except ContactUnclear as unclear:
            raise forms.ValidationError(str(unclear)) from None


class NewStaffForm(StaffForm):
    """Besides: the username, chosen once."""

    username = forms.RegexField(
        USERNAME_SHAPE, label="Tên đăng nhập", help_text="Chữ thường không dấu, số, dấu chấm. Ví dụ: nguyen.van.minh",
        error_messages={
            "required": "Xin đặt tên đăng nhập.",
            "invalid": "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch nối.",
        },
    )  # fmt: skip
    field_order = ("full_name", "username", "gender", "agency", "phone", "email")

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username=username).exists():
            raise forms.ValidationError("Tên đăng nhập này đã có người dùng. Xin chọn tên khác.")
        return username


class RoleForm(forms.Form):
    """A role, where, and from when to when."""

    role = forms.ChoiceField(
        label="Vai trò", choices=[choice for choice in Role.choices if choice[0] != Role.OVERSIGHT]
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="Tại cơ quan", empty_label=None,
        error_messages={"required": "Xin chọn cơ quan.", "invalid_choice": "Cơ quan này không thuộc xã."},
    )  # fmt: skip
    since = forms.DateField(
        label="Từ ngày", input_formats=["%d/%m/%Y", "%Y-%m-%d"], help_text="Ví dụ: 01/12/2026",
        error_messages={"required": "Xin nhập ngày bắt đầu.", "invalid": "Ngày chưa đúng. Ví dụ: 01/12/2026"},
    )  # fmt: skip
    until = forms.DateField(
        label="Đến hết ngày", required=False, input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        help_text="Để trống nếu chưa định ngày thôi.",
        error_messages={"invalid": "Ngày chưa đúng. Ví dụ: 31/12/2026"},
    )  # fmt: skip

    def __init__(self, commune: Agency, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(commune=commune).order_by("kind", "sort_name")  # type: ignore[attr-defined]  # a model choice
