"""Shape of what people type about help given."""

from __future__ import annotations

from typing import Any

from django import forms

from gandan.catalog.models import Procedure
from gandan.places.models import Agency, Hamlet

from ..models import Member, SupportKind


class SupportForm(forms.Form):
    """The kind comes from the button that was pressed; everything else is optional."""

    kind = forms.ChoiceField(label="Việc", choices=SupportKind.choices)
    member = forms.ModelChoiceField(
        Member.objects.none(), label="Người hỗ trợ", required=False, empty_label="Không ghi tên"
    )
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="Không ghi")
    procedure = forms.ModelChoiceField(
        Procedure.objects.none(), label="Thủ tục", required=False, empty_label="Không ghi"
    )
    dossier = forms.CharField(label="Mã hồ sơ", max_length=60, required=False)
    why_not = forms.CharField(
        label="Chưa xong vì",
        max_length=200,
        required=False,
        help_text="Để trống khi đã xong. Ví dụ: cần đến công an xã.",
    )

    def __init__(self, data: Any = None, *, commune: Agency, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        querysets = {
            "member": Member.objects.filter(team__commune=commune, team__is_active=True, until__isnull=True).order_by("name"),
            "hamlet": Hamlet.objects.of(commune),
            "procedure": Procedure.objects.order_by("short_name"),
        }  # fmt: skip
        for name, rows in querysets.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceField
