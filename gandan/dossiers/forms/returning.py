"""Shape of what officers type when a result goes out: the scan kept, the trip home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from gandan.people.models import User

from ..models import HomeGroup


class KeepScanForm(forms.Form):
    file = forms.FileField(
        label="Bản quét của giấy đã ký", help_text="PDF hoặc ảnh, đủ mọi trang, thấy rõ chữ ký và dấu.",
        error_messages={"required": "Xin chọn tệp quét hoặc ảnh chụp giấy đã ký."},
    )  # fmt: skip


class KeptScansForm(forms.Form):
    """What to look for; everything may stay empty."""

    q = forms.CharField(
        label="Khách hàng hoặc mã hồ sơ", max_length=120, required=False,
        widget=forms.TextInput({"type": "search", "class": "input", "placeholder": "Khách hàng hoặc mã hồ sơ"}),
    )  # fmt: skip
    leader = forms.ModelChoiceField(
        User.objects.none(), label="Lãnh đạo ký", required=False, empty_label="Mọi lãnh đạo",
        widget=forms.Select({"class": "input filters__field"}),
    )  # fmt: skip
    month = forms.ChoiceField(label="Tháng ký", required=False, widget=forms.Select({"class": "input filters__field"}))

    def __init__(self, data: Any, *, leaders: Iterable[User], months: Iterable[date]) -> None:
        super().__init__(data)
        self.fields["leader"].queryset = leaders  # type: ignore[attr-defined]  # ModelChoiceField
        chosen = [(f"{one:%Y-%m}", f"Tháng {one:%m/%Y}") for one in months]
        self.fields["month"].choices = [("", "Mọi tháng"), *chosen]  # type: ignore[attr-defined]  # ChoiceField

    def add_prefix(self, field_name: str) -> str:
        """Addresses are in Vietnamese."""
        return {"leader": "lanh-dao", "month": "thang"}.get(field_name, field_name)


class PromiseHomeReturnForm(forms.Form):
    group = forms.ChoiceField(
        label="Người được trả kết quả tại nhà", widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn nhóm. Ngoài các nhóm này thì gửi kết quả qua bưu chính công ích."},
    )  # fmt: skip
    address = forms.CharField(
        label="Mang đến đâu", max_length=300, required=False, help_text="Để trống nếu đúng địa chỉ của người nộp."
    )
    note = forms.CharField(
        label="Lời dặn cho người đi", max_length=500, required=False,
        help_text="Ví dụ: gọi con gái 0912 000 118 trước khi đến. Thiếu giấy chứng minh nhóm thì xem tại nhà.",
    )  # fmt: skip

    def __init__(self, data: Any, *, groups: Iterable[str]) -> None:
        super().__init__(data)
        self.fields["group"].choices = [(one, HomeGroup(one).label) for one in groups]  # type: ignore[attr-defined]  # ChoiceField


class DeliverForm(forms.Form):
    recipient = forms.CharField(
        label="Người nhận tại nhà", max_length=120, error_messages={"required": "Xin ghi họ tên người nhận."}
    )
    proof = forms.FileField(
        label="Ảnh trao kết quả hoặc phiếu có chữ ký", help_text="PDF hoặc ảnh.",
        error_messages={"required": "Xin chụp phiếu có chữ ký người nhận, hoặc ảnh lúc trao."},
    )  # fmt: skip
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)


class MissForm(forms.Form):
    note = forms.CharField(
        label="Đã đến lúc nào, hẹn lại khi nào", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi đã đến lúc nào và hẹn lại khi nào."},
    )  # fmt: skip


class CancelForm(forms.Form):
    reason = forms.CharField(
        label="Vì sao không mang đến nhà nữa", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi vì sao không mang đến nhà nữa."},
    )  # fmt: skip
