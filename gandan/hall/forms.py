"""The shape of what is typed at the reception desk and on the set-up page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken

from .actions.drawing import OLDEST, Wish
from .identity_card import Card, read_card
from .models import Counter, Priority, Source, Zone
from .zones import age_on

ELDERLY_FROM = 60
"""Luật Người cao tuổi, Điều 2."""


class ReceptionForm(forms.Form):
    """Triage before the number: papers, age, priority, zone."""

    papers = forms.MultipleChoiceField(
        label="Giấy tờ đã mang theo", required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(label="Ghi việc bằng lời", required=False, max_length=200)
    card = forms.CharField(
        label="Quét mã QR thẻ căn cước", required=False, max_length=500,
        help_text="Đặt con trỏ vào đây rồi quét. Chỉ lấy ngày sinh, không lưu thẻ.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    birth_year = forms.IntegerField(label="Hoặc năm sinh", required=False, help_text="Bốn chữ số, ví dụ 1958")
    priority = forms.ChoiceField(
        label="Ưu tiên", required=False, choices=[("", "Không"), *((k, v) for k, v in Priority.choices if k)],
        widget=forms.RadioSelect,
    )  # fmt: skip
    priority_reason = forms.CharField(
        label="Lý do ưu tiên", required=False, max_length=160, help_text="Điều đã thấy hoặc giấy đã xem"
    )
    zone = forms.ChoiceField(
        label="Khu", required=False, choices=[("", "Theo đề nghị của máy"), *Zone.choices], widget=forms.RadioSelect
    )
    source = forms.ChoiceField(
        label="Lấy số", required=False, initial=Source.DESK,
        choices=[(Source.DESK, "Tại bàn đón tiếp"), (Source.PHONE, "Gọi điện thoại đến")], widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, data: Any, *, versions: Sequence[ProcedureVersion], today: date, is_zoned: bool) -> None:
        super().__init__(data)
        self.versions, self.today = versions, today
        self.required_papers = dict(_papers(versions))
        chosen: Any = self.fields["papers"]
        chosen.choices = list(self.required_papers.items())
        self.read: Card | None = None
        if not self.required_papers:
            del self.fields["papers"]
        if versions:
            del self.fields["words"]
        if not is_zoned:
            del self.fields["zone"]

    def clean_card(self) -> str:
        payload = str(self.cleaned_data["card"]).strip()
        if payload:
            try:
                self.read = read_card(payload, today=self.today)
            except RuleBroken as refused:
                raise forms.ValidationError(refused.message) from None
        return payload

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and not self.today.year - OLDEST <= year <= self.today.year:
            raise forms.ValidationError("Năm sinh có bốn chữ số, ví dụ 1958.")
        return year

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("priority") and not told.get("priority_reason"):
            if told["priority"] == Priority.ELDERLY and self._is_elderly():
                told["priority_reason"] = "Từ 60 tuổi, theo ngày sinh"
            else:
                self.add_error("priority_reason", "Ghi điều đã thấy hoặc giấy đã xem, ví dụ “bế cháu nhỏ”.")
        elif not told.get("priority") and self._is_elderly():
            told |= {"priority": Priority.ELDERLY, "priority_reason": "Từ 60 tuổi, theo ngày sinh"}
        return told

    def _is_elderly(self) -> bool:
        year = self.cleaned_data.get("birth_year")
        if self.read:
            return age_on(self.today, birth_year=self.read.birthday.year, birthday=self.read.birthday) >= ELDERLY_FROM
        return year is not None and age_on(self.today, birth_year=year) >= ELDERLY_FROM

    def wish(self) -> Wish:
        told = self.cleaned_data
        has_papers = set(told["papers"]) == set(self.required_papers) if self.required_papers else None
        return Wish(
            source=told.get("source") or Source.DESK, procedures=[one.procedure for one in self.versions],
            words=told.get("words", ""), birth_year=told.get("birth_year"),
            birthday=self.read.birthday if self.read else None, priority=told.get("priority", ""),
            priority_reason=told.get("priority_reason", ""), has_papers=has_papers, zone=told.get("zone", ""),
        )  # fmt: skip


def _papers(versions: Iterable[ProcedureVersion]) -> Iterable[tuple[str, str]]:
    """Required papers of every chosen procedure, each once by name."""
    seen = set()
    for version in versions:
        for paper in version.papers():
            if paper.is_required and paper.name not in seen:
                seen.add(paper.name)
                yield f"{version.procedure.code}:{paper.key}", paper.name


class CounterForm(forms.Form):
    """A counter of the hall."""

    number = forms.IntegerField(label="Số quầy", min_value=1, max_value=99)
    name = forms.CharField(label="Tên quầy", required=False, max_length=80, help_text="Để trống: “Quầy” và số")
    zone = forms.ChoiceField(label="Khu", choices=Zone.choices)
    fields_served = forms.MultipleChoiceField(
        label="Lĩnh vực", required=False, help_text="Không chọn: nhận mọi lĩnh vực", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, *, fields: Iterable[str], counter: Counter | None = None) -> None:
        initial = None
        if counter is not None:
            initial = {
                "number": counter.number,
                "name": counter.name,
                "zone": counter.zone,
                "fields_served": counter.fields,
            }
        super().__init__(data, initial=initial)
        offered: Any = self.fields["fields_served"]
        offered.choices = [(one, one) for one in fields]
