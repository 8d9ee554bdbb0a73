"""The shape of what is typed, photographed and chosen at the premises."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.dossiers.photos import PhotoField
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.ui.fields import DayField

from . import actions
from .models import Amenity, AmenityKind, Cadence, ChecklistItem, Equipment, Reading


class LookForm(forms.Form):
    """One look at an amenity or a thing of the checklist; the button says good (`ok=1`) or out of order (`ok=0`)."""

    ok = forms.ChoiceField(choices=[("1", "Tốt"), ("0", "Hỏng")], widget=forms.HiddenInput)
    reading = forms.IntegerField(label="Số đọc được", required=False, min_value=0, max_value=99_999_999)
    photo = PhotoField(label="Ảnh", required=False)
    note = forms.CharField(
        label="Hỏng ở đâu, thiếu gì", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any, files: Any, *, needs_photo: bool, reads: bool = False) -> None:
        """`reads`: a number belongs to a good look; what is broken may have none."""
        super().__init__(data, files)
        self.fields["photo"].required = needs_photo
        self.fields["reading"].required = reads and (data is None or data.get("ok") == "1")

    def look(self) -> actions.Look:
        told = self.cleaned_data
        return actions.Look(told["ok"] == "1", told["note"], told["reading"], told["photo"])

    def finding(self, *, is_scanned: bool) -> actions.Finding:
        told = self.cleaned_data
        return actions.Finding(told["ok"] == "1", told["note"], told["photo"], is_scanned)


class FaultForm(forms.Form):
    """What a citizen tells at the QR. No name, no telephone."""

    text = forms.CharField(
        label="Hỏng thế nào", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ví dụ: ổ cắm bên trái không có điện",
    )  # fmt: skip
    photo = PhotoField(label="Ảnh chỗ hỏng", required=False)

    def fault(self) -> actions.Fault:
        return actions.Fault(self.cleaned_data["text"], photo=self.cleaned_data["photo"])


class AssignForm(forms.Form):
    person = forms.ModelChoiceField(User.objects.none(), label="Người sửa")
    due_on = DayField(label="Hẹn sửa xong", required=False, help_text="Để trống: theo hạn của chương trình")

    def __init__(self, data: Any, *, commune: Agency) -> None:
        super().__init__(data)
        _offer_staff(self.fields["person"], commune)


class FixForm(forms.Form):
    photo = PhotoField(label="Ảnh sau khi sửa")
    note = forms.CharField(label="Đã làm gì", required=False, max_length=300)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", max_length=300)


class RenewForm(forms.Form):
    expires_on = DayField(label="Hạn dùng mới")


class AmenityForm(forms.Form):
    number = forms.IntegerField(label="Số", min_value=1, max_value=99)
    name = forms.CharField(label="Tên tiện ích", max_length=120)
    kind = forms.ChoiceField(label="Loại", choices=AmenityKind.choices, widget=forms.RadioSelect)
    place = forms.CharField(label="Ở đâu", max_length=160, required=False)
    about = forms.CharField(label="Một câu cho người dân", max_length=300, required=False)
    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Người phụ trách", required=False, help_text="Khi có hỏng hóc, việc sửa tự giao cho người này"
    )  # fmt: skip
    reading = forms.ChoiceField(label="Số phải đọc khi kiểm tra", choices=Reading.choices, required=False)
    least = forms.IntegerField(
        label="Mức tối thiểu", min_value=1, required=False, help_text="Dưới mức này thì tự ghi hỏng hoặc cần bổ sung"
    )
    needs_photo = forms.BooleanField(label="Kiểm tra phải có ảnh", required=False)
    is_free = forms.BooleanField(label="Miễn phí", required=False, initial=True)
    is_used = forms.BooleanField(label="Đang phục vụ", required=False, initial=True)

    def __init__(self, data: Any, *, commune: Agency, amenity: Amenity | None = None) -> None:
        super().__init__(data, initial={name: getattr(amenity, name) for name in self.base_fields} if amenity else None)
        _offer_staff(self.fields["responsible"], commune)

    def details(self) -> actions.AmenityDetails:
        return actions.AmenityDetails(**self.cleaned_data)


class ItemForm(forms.Form):
    section = forms.CharField(label="Nhóm", max_length=60)
    name = forms.CharField(label="Tên", max_length=160)
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị")
    place = forms.CharField(label="Ở đâu", max_length=160, required=False)
    cadence = forms.ChoiceField(label="Kiểm tra", choices=Cadence.choices)
    equipment = forms.ChoiceField(
        label="Thiết bị bắt buộc của đơn vị",
        choices=Equipment.choices,
        required=False,
        help_text="Để tính bảng phủ thiết bị",
    )
    responsible = forms.ModelChoiceField(User.objects.none(), label="Người phụ trách", required=False)
    expires_on = DayField(label="Hạn dùng", required=False)
    needs_photo = forms.BooleanField(label="Kiểm tra phải có ảnh", required=False, initial=True)
    is_used = forms.BooleanField(label="Còn dùng", required=False, initial=True)

    def __init__(self, data: Any, *, commune: Agency, item: ChecklistItem | None = None) -> None:
        told = {name: getattr(item, name) for name in self.base_fields} if item else {"unit": commune}
        super().__init__(data, initial=told)
        _offer_staff(self.fields["responsible"], commune)
        units: Any = self.fields["unit"]
        units.queryset = Agency.objects.inside(commune)

    def details(self) -> actions.ItemDetails:
        return actions.ItemDetails(**self.cleaned_data)


def _offer_staff(field: Any, commune: Agency) -> None:
    field.queryset = User.objects.staff_of(commune).filter(is_active=True)
