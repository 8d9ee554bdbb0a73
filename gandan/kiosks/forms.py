"""What officers type about a machine."""

from __future__ import annotations

from typing import Any

from django import forms

from .actions import MachineFacts
from .models import Compartment, Locker, Machine


class MachineForm(forms.Form):
    """`facts()` after `is_valid`."""

    name = forms.CharField(
        label="Tên máy", max_length=80, help_text="In trên giấy xác nhận, ví dụ Máy APS nhà văn hóa.",
        error_messages={"required": "Còn thiếu tên máy."},
    )  # fmt: skip
    place = forms.CharField(
        label="Đặt ở đâu", max_length=160, help_text="Người dân đọc để tìm đến máy.",
        error_messages={"required": "Còn thiếu nơi đặt máy."},
    )  # fmt: skip
    opens_at = forms.TimeField(
        label="Mở từ", required=False, help_text="Ví dụ 06:00. Bỏ trống cả hai nếu máy phục vụ cả ngày đêm.",
        widget=forms.TimeInput({"class": "input input--short"}, format="%H:%M"),
    )  # fmt: skip
    closes_at = forms.TimeField(
        label="Đến", required=False, widget=forms.TimeInput({"class": "input input--short"}, format="%H:%M")
    )
    printer_address = forms.CharField(
        label="Địa chỉ máy in", max_length=120, required=False,
        help_text="10.0.0.5:9100 hoặc file:/dev/usb/lp0. Bỏ trống: máy in thử, giấy in thành ảnh.",
    )  # fmt: skip
    locker = forms.ModelChoiceField(
        Locker.objects.none(), label="Dùng chung tủ đã có", required=False, empty_label="Tủ riêng hoặc không có tủ"
    )
    compartments = forms.IntegerField(
        label="Số ngăn của tủ riêng", min_value=0, max_value=200, required=False,
        help_text="Bỏ trống nếu máy không có tủ trả kết quả.",
    )  # fmt: skip
    locker_address = forms.CharField(
        label="Địa chỉ tủ", max_length=200, required=False, help_text="http://10.0.0.6. Bỏ trống: tủ thử."
    )
    is_used = forms.BooleanField(label="Máy đang phục vụ", required=False)

    def __init__(self, *args: Any, lockers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locker"].queryset = lockers  # type: ignore[attr-defined]  # ModelChoiceField

    def facts(self) -> MachineFacts:
        told = self.cleaned_data
        return MachineFacts(**{**told, "compartments": told["compartments"] or 0})

    @classmethod
    def initial_of(cls, machine: Machine) -> dict[str, Any]:
        own = machine.locker
        is_shared = own is not None and own.machines.count() > 1
        return {
            "name": machine.name, "place": machine.place, "opens_at": machine.opens_at, "closes_at": machine.closes_at,
            "printer_address": machine.printer_address, "is_used": machine.is_used, "locker": own if is_shared else None,
            "compartments": own.compartments.count() if own and not is_shared else None,
            "locker_address": own.address if own else "",
        }  # fmt: skip


class ReserveForm(forms.Form):
    """Which result, which empty compartment."""

    code = forms.CharField(
        label="Mã hồ sơ", max_length=60, help_text="Hồ sơ đã có kết quả. Quét mã trên giấy hẹn cũng được.",
        widget=forms.TextInput({"autocomplete": "off"}), error_messages={"required": "Còn thiếu mã hồ sơ."},
    )  # fmt: skip
    compartment = forms.ModelChoiceField(
        Compartment.objects.none(), label="Ngăn", empty_label=None,
        error_messages={"required": "Không còn ngăn trống.", "invalid_choice": "Ngăn này vừa có người giữ. Xin chọn ngăn khác."},
    )  # fmt: skip

    def __init__(self, *args: Any, empty: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["compartment"].queryset = empty  # type: ignore[attr-defined]  # ModelChoiceField

    def clean_code(self) -> str:
        """The code, or the key inside a scanned tracking address."""
        typed = str(self.cleaned_data["code"]).strip()
        return typed.rstrip("/").rsplit("/", 1)[-1] if "/theo-doi/" in typed else "".join(typed.upper().split())
