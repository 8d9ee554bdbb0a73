"""Shape of what officers type. Rules stand in the actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from gandan.catalog.models import FormDefinition, ProcedureVersion
from gandan.catalog.parts import Component, FormField, steps_from
from gandan.people.models import Gender, User
from gandan.places.models import Agency
from gandan.ui.fields import DayField, MoneyField

from ..actions import DIGITISED_FIELDS, NEEDED_FIELDS
from ..declaration import check_step, read_id_number, read_phone
from ..models import Channel, Dossier, Payment, PaymentMethod

MOST_SETS = 99


class ConfirmForm(forms.Form):
    """Nothing but the press of the button."""


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Lý do", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000,
        help_text="Công dân đọc được câu này trên giấy và trên trang theo dõi.",
        error_messages={"required": "Xin ghi lý do. Lý do được in và gửi cho công dân."},
    )  # fmt: skip


class FallBackForm(forms.Form):
    reason = forms.CharField(
        label="Vì sao không kịp trong ngày", widget=forms.Textarea(attrs={"rows": 3}), max_length=300,
        help_text="Cán bộ và lãnh đạo đọc được, để lần sau sửa chương trình. Không in cho công dân.",
        error_messages={"required": "Xin ghi lý do không kịp trong ngày."},
    )  # fmt: skip


class HoldForm(forms.Form):
    holder = forms.ModelChoiceField(User.objects.none(), label="Người giữ hồ sơ", empty_label=None)

    def __init__(self, data: Any, *, colleagues: Iterable[User], me: User) -> None:
        super().__init__(data, initial={"holder": me})
        self.fields["holder"].queryset = colleagues  # type: ignore[attr-defined]  # ModelChoiceField


class FinishLegForm(forms.Form):
    note = forms.CharField(
        label="Kết quả của bước", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class SupplementForm(forms.Form):
    components = forms.MultipleChoiceField(
        label="Giấy tờ cần bổ sung", required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label="Cần bổ sung gì, vì sao", max_length=3000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Ghi đủ một lần. Trung tâm chỉ được yêu cầu một lần này.",
        error_messages={"required": "Xin ghi rõ giấy tờ còn thiếu và lý do. Công dân chỉ nhận yêu cầu một lần."},
    )  # fmt: skip

    def __init__(self, data: Any, *, dossier: Dossier, missing: list[str]) -> None:
        super().__init__(data, initial={"text": _missing_words(missing)})
        papers = dossier.version.papers()
        self.fields["components"].choices = [(one.key, one.name) for one in papers]  # type: ignore[attr-defined]  # MultipleChoiceField
        self.initial["components"] = [one.key for one in papers if one.name in missing]


def _missing_words(missing: list[str]) -> str:
    return "".join(f"{number}. {name}: chưa có trong hồ sơ.\n" for number, name in enumerate(missing, start=1))


class DemandForm(forms.Form):
    amount = MoneyField(label="Số tiền (đồng)", min_value=1)
    purpose = forms.CharField(label="Khoản thu", max_length=200)
    citation = forms.CharField(label="Căn cứ", max_length=300, required=False)


class ProofForm(forms.Form):
    payment = forms.ModelChoiceField(Payment.objects.none(), label="Khoản đã nộp", empty_label=None)
    method = forms.ChoiceField(label="Cách nộp", choices=PaymentMethod.choices, widget=forms.RadioSelect)
    bank_reference = forms.CharField(label="Mã giao dịch của ngân hàng", max_length=80, required=False)

    def __init__(self, data: Any, *, dossier: Dossier) -> None:
        super().__init__(data, initial={"method": PaymentMethod.VIETQR})
        open_ones = dossier.payments.filter(paid_at__isnull=True).select_related("dossier")
        self.fields["payment"].queryset = open_ones  # type: ignore[attr-defined]  # ModelChoiceField
        self.fields["payment"].label_from_instance = lambda one: f"{one.purpose}: {one.amount:,} đ".replace(",", ".")  # type: ignore[attr-defined]  # ModelChoiceField
        self.initial["payment"] = open_ones.first()


class ApproveForm(forms.Form):
    number = forms.CharField(label="Số kết quả", max_length=60, required=False)
    file = forms.FileField(label="Tệp kết quả", required=False, help_text="PDF hoặc ảnh, nếu kết quả có bản điện tử.")


class ReturnForm(forms.Form):
    received_by = forms.CharField(
        label="Người nhận", max_length=120, required=False, help_text="Để trống nếu chính người nộp nhận."
    )
    tracking_number = forms.CharField(
        label="Mã vận đơn", max_length=40, required=False, help_text="Chỉ ghi khi gửi kết quả qua bưu chính công ích."
    )

    def receiver(self) -> str:
        """Who has it: the post with its number, somebody named, or "" for the applicant."""
        number = self.cleaned_data["tracking_number"].strip()
        return f"Bưu chính công ích, mã vận đơn {number}" if number else self.cleaned_data["received_by"]


class ExtensionForm(forms.Form):
    cause = forms.CharField(
        label="Nguyên nhân", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Viết tiếp sau chữ “vì”, không có dấu chấm. Công dân đọc câu này trong thư xin lỗi.",
    )  # fmt: skip
    responsible = forms.ModelChoiceField(Agency.objects.none(), label="Cơ quan chịu trách nhiệm", empty_label=None)
    new_day = DayField(label="Ngày trả mới", help_text="Hết giờ làm việc ngày này.")

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["responsible"].queryset = Agency.objects.inside(commune)  # type: ignore[attr-defined]  # ModelChoiceField


class _Wanted(forms.CharField):
    """Shown as needed; kept also while it is empty, because a half-filled set is better than none."""

    def validate(self, value: Any) -> None:
        return


class DigitiseForm(forms.Form):
    """The minimum fields of a digitised paper (NĐ 118/2025, Điều 19, khoản 2); unknown ones stay empty and are said so."""

    def __init__(self, data: Any, *, initial: dict[str, str]) -> None:
        super().__init__(data, initial=initial)
        for key, label in DIGITISED_FIELDS.items():
            self.fields[key] = _Wanted(label=label, max_length=300, required=key in NEEDED_FIELDS)


class ScanForm(forms.Form):
    component = forms.ChoiceField(label="Giấy tờ")
    file = forms.FileField(label="Tệp quét", help_text="PDF, JPG, PNG hoặc WEBP.")

    def __init__(self, data: Any, files: Any, *, version: ProcedureVersion) -> None:
        super().__init__(data, files)
        self.fields["component"].choices = [(one.key, one.name) for one in version.papers()]  # type: ignore[attr-defined]  # ChoiceField


class PeriodForm(forms.Form):
    first_day = DayField(label="Từ ngày")
    last_day = DayField(label="Đến ngày")


class CounterForm(forms.Form):
    """Applicant, declaration and papers on one dense page."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64)
    channel = forms.ChoiceField(
        label="Cách nộp", choices=[(Channel.COUNTER, "Trực tiếp"), (Channel.POST, "Bưu chính công ích")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    applicant_name = forms.CharField(label="Họ và tên người nộp", max_length=120)
    applicant_gender = forms.ChoiceField(label="Xưng hô", choices=Gender.choices, required=False)
    applicant_id_number = forms.CharField(label="Số định danh", max_length=20, required=False)
    applicant_phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    applicant_address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    on_behalf_of = forms.CharField(label="Nộp thay cho", max_length=120, required=False)
    competent = forms.ChoiceField(label="Nơi giải quyết", required=False)

    def __init__(self, data: Any, *, version: ProcedureVersion, token: str, today: date) -> None:
        super().__init__(data, initial={"token": token, "channel": Channel.COUNTER})
        self.version, self.today = version, today
        self.definition: FormDefinition | None = version.form()
        self.steps = steps_from(self.definition.steps) if self.definition else []
        self.answers: dict[str, Any] = {}
        for step in self.steps:
            for one in step.fields:
                self.fields[f"a-{one.key}"] = _question(one)
        for component in version.papers():
            self._add_component(component)

    def offer_places(self, own: Agency, communes: Iterable[Agency]) -> None:
        """Any counter of the province takes in the procedure for any of its communes (NĐ 118/2025, Điều 14, khoản 2)."""
        others = [(one.code, one.name) for one in communes if one.province_id == own.province_id and one.pk != own.pk]
        choice = self.fields["competent"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", f"{own.name} (ở đây)"), *others]

    def _add_component(self, component: Component) -> None:
        self.fields[f"p-{component.key}-seen"] = forms.BooleanField(label=f"Đã xem {component.name}", required=False)
        for kind, label, count in (
            ("originals", "Bản chính", component.originals),
            ("copies", "Bản sao", component.copies),
        ):
            field = forms.IntegerField(
                label=f"{label}, {component.name}", min_value=0, max_value=MOST_SETS, required=False, initial=count
            )
            field.widget.attrs["class"] = "input--short"
            self.fields[f"p-{component.key}-{kind}"] = field

    def declaration(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions by page of the declaration."""
        return [(step.title, [self[f"a-{one.key}"] for one in step.fields]) for step in self.steps]

    def papers(self) -> list[tuple[Component, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Each component with its three boxes: seen, originals, copies."""
        return [
            (one, self[f"p-{one.key}-seen"], self[f"p-{one.key}-originals"], self[f"p-{one.key}-copies"])
            for one in self.version.papers()
        ]

    def clean_applicant_id_number(self) -> str:
        return self._read(read_id_number, "applicant_id_number", "Số định danh")

    def clean_applicant_phone(self) -> str:
        return self._read(read_phone, "applicant_phone", "Điện thoại")

    def _read(self, reader: Any, name: str, label: str) -> str:
        typed = self.cleaned_data[name]
        try:
            return str(reader(label, typed)) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for step in self.steps:
            raw = {one.key: cleaned.get(f"a-{one.key}") for one in step.fields}
            checked = check_step(step, raw, before=self.answers, today=self.today)
            self.answers |= checked.answers
            for key, message in checked.errors.items():
                if f"a-{key}" not in self.errors:
                    self.add_error(f"a-{key}", message)
        return cleaned

    def applicant(self) -> dict[str, str]:
        names = (
            "applicant_name", "applicant_gender", "applicant_phone", "applicant_id_number", "applicant_address",
            "on_behalf_of",
        )  # fmt: skip
        return {name: self.cleaned_data[name] for name in names}

    def seen(self) -> dict[str, tuple[int, int]]:
        """Component key → originals, copies, of what was ticked as seen."""
        return {
            one.key: (self._count(one, "originals"), self._count(one, "copies"))
            for one in self.version.papers()
            if self.cleaned_data[f"p-{one.key}-seen"]
        }

    def _count(self, one: Component, kind: str) -> int:
        return int(self.cleaned_data[f"p-{one.key}-{kind}"] or 0)


def _question(field: FormField) -> forms.Field:
    """Its shape only; what is right and wrong is checked by `declaration.check_step`."""
    widget: forms.Widget = forms.TextInput()
    if field.type == "textarea":
        widget = forms.Textarea(attrs={"rows": 2})
    elif field.type == "checkbox":
        widget = forms.CheckboxInput()
    elif field.type in ("choice", "select"):
        widget = forms.Select(choices=[("", "Chọn"), *field.options])
    missing = f"Còn thiếu: {field.label[:1].lower()}{field.label[1:]}."
    return forms.CharField(
        label=field.label, help_text=field.hint, required=field.required and field.show_if is None, widget=widget,
        error_messages={"required": missing},
    )  # fmt: skip
