"""Shape of what people type about lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from ..actions import ListFacts
from ..actions.lists import PARTS, PURPOSES
from ..matching import Line
from ..reading import FIELDS, identity_number
from ..workflow import FINAL

REQUIRED_REASON = {"required": "Xin ghi lý do hoặc căn cứ."}


class ListForm(forms.Form):
    name = forms.CharField(label="Tên danh sách", max_length=160)
    purpose = forms.ChoiceField(label="Để làm gì", choices=list(PURPOSES.items()))
    age_from = forms.IntegerField(
        label="Từ đủ bao nhiêu tuổi",
        required=False,
        min_value=0,
        max_value=120,
        help_text="Để trống nếu không xét tuổi.",
    )
    is_without_recipients = forms.BooleanField(label="Chỉ người chưa có tên trong danh sách đang hưởng", required=False)
    procedures = forms.CharField(
        label="Thủ tục khép lại", max_length=200, required=False,
        help_text="Mã thủ tục, cách nhau bằng dấu phẩy. Người nộp thủ tục này tự ra khỏi danh sách. Trống: thủ tục nào cũng được.",
    )  # fmt: skip

    def facts(self) -> ListFacts:
        told = dict(self.cleaned_data)
        told["procedures"] = tuple(filter(None, (one.strip() for one in told["procedures"].split(","))))
        return ListFacts(**told)


class ListFileForm(forms.Form):
    part = forms.ChoiceField(label="Tệp này là", choices=list(PARTS.items()))
    file = forms.FileField(label="Tệp CSV hoặc XLSX", help_text="Dòng đầu ghi tên cột, mỗi dòng sau một người.")


class ColumnsForm(forms.Form):
    """One choice of column for everything we need; guessed by heading."""

    def __init__(self, data: Any = None, *, heads: Sequence[str], guess: Mapping[str, int]) -> None:
        super().__init__(data)
        choices = [("", "không có"), *((place, head or f"cột {place + 1}") for place, head in enumerate(heads))]
        for name, label in FIELDS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label, choices=choices, coerce=int, empty_value=None, required=False, initial=guess.get(name)
            )

    def places(self) -> dict[str, int]:
        return {name: place for name, place in self.cleaned_data.items() if place is not None}


class PersonForm(forms.Form):
    name = forms.CharField(label="Họ tên", max_length=120)
    born_on = DayField(label="Ngày sinh", required=False)
    id_number = forms.CharField(label="Số định danh", max_length=20, required=False)
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="Chưa biết")
    address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    matter = forms.CharField(label="Giấy tờ còn thiếu, chế độ", max_length=200, required=False)

    def __init__(self, data: Any = None, *, commune: Agency) -> None:
        super().__init__(data)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # ModelChoiceField

    def clean_id_number(self) -> str:
        number, problem = identity_number(self.cleaned_data["id_number"])
        if problem:
            raise forms.ValidationError("Số định danh có 12 chữ số.")
        return number

    def line(self) -> Line:
        told = dict(self.cleaned_data)
        told["hamlet"] = told["hamlet"].name if told["hamlet"] else ""
        return Line(0, **told)


class ChargeForm(forms.Form):
    officer = forms.ModelChoiceField(
        User.objects.none(), label="Cán bộ theo dõi", required=False, empty_label="Không có tài khoản"
    )
    head_name = forms.CharField(label="Người phụ trách ở khu dân cư", max_length=120, required=False)

    def __init__(self, data: Any = None, *, commune: Agency, head_name: str = "") -> None:
        super().__init__(data, initial={"head_name": head_name})
        self.fields["officer"].queryset = User.objects.staff_of(commune)  # type: ignore[attr-defined]  # ModelChoiceField


class NoteForm(forms.Form):
    note = forms.CharField(label="Đã trao đổi gì", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class EndingForm(forms.Form):
    status = forms.ChoiceField(
        label="Kết quả cuối", choices=[(str(one), one.label) for one in FINAL], widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Lý do, căn cứ", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), required=False,
        help_text="Đã nộp hồ sơ thì ghi mã hồ sơ bên dưới là đủ.",
    )  # fmt: skip
    dossier = forms.CharField(label="Mã hồ sơ", max_length=60, required=False)


class SameForm(forms.Form):
    is_same = forms.TypedChoiceField(
        label="Có phải một người không", choices=[("1", "Cùng một người, đã hưởng"), ("0", "Khác người, vẫn phải đến")],
        coerce=lambda value: value == "1", widget=forms.RadioSelect,
    )  # fmt: skip


class RoundForm(forms.Form):
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", empty_label=None)
    households = forms.IntegerField(label="Số hộ", min_value=1, max_value=20000)

    def __init__(self, data: Any = None, *, commune: Agency) -> None:
        super().__init__(data)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # ModelChoiceField


class DeliveryForm(forms.Form):
    delivered = forms.IntegerField(label="Số hộ đã phát", min_value=0)
    missed = forms.CharField(
        label="Hộ chưa phát", widget=forms.Textarea(attrs={"rows": 6}), required=False,
        help_text="Mỗi dòng một hộ: tên chủ hộ, số nhà.",
    )  # fmt: skip
