"""Shapes of what a clerk enters."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from gandan.places.deadlines import CUTOFF, Unit
from gandan.ui.fields import DayField, MoneyField

from .drafts import CHANNELS, Facts, FeeDraft, LimitDraft
from .models import LimitKind, ProcedureVersion
from .parts import Component
from .wording import CHANNEL_WORDS, UNIT_WORDS

UNITS = [(unit.value, UNIT_WORDS.get(unit, "trong ngày")) for unit in Unit]
CHANNEL_CHOICES = [(channel, CHANNEL_WORDS[channel]) for channel in CHANNELS]
EMPTY_PAPERS = 2


def _day_field(label: str, *, required: bool = True) -> DayField:
    return DayField(label=label, required=required, help_text="Ngày, tháng, năm.")


class LimitForm(forms.Form):
    """Confirm a time limit with source and date."""

    kind = forms.ChoiceField(label="Loại thời hạn", choices=LimitKind.choices)
    case = forms.CharField(
        label="Trường hợp", required=False, max_length=200, help_text="Bỏ trống: trường hợp thông thường"
    )
    count = forms.IntegerField(label="Bao nhiêu", min_value=0, max_value=3660)
    unit = forms.ChoiceField(label="Đơn vị ghi trong văn bản", choices=UNITS)
    cutoff = forms.TimeField(
        label="Nhận sau giờ này thì tính sang ngày sau",
        required=False,
        help_text="Chỉ khi trả trong ngày. Thường là 15:00",
    )
    citation = forms.CharField(label="Căn cứ", max_length=300, required=False)
    source = forms.CharField(label="Nguồn", max_length=300, help_text="Số quyết định công bố")
    source_on = _day_field("Ngày của nguồn")

    def draft(self) -> LimitDraft:
        given = self.cleaned_data
        return LimitDraft(
            **{name: given[name] for name in ("kind", "case", "count", "citation", "source", "source_on")},
            unit=Unit(given["unit"]),
            cutoff=given["cutoff"] or CUTOFF,
        )


class FeeForm(forms.Form):
    """Confirm a fee with source and date. Zero is an amount, and needs its law."""

    case = forms.CharField(label="Trường hợp", required=False, max_length=200, help_text="Bỏ trống: mọi trường hợp")
    channels = forms.MultipleChoiceField(label="Cách nộp", choices=CHANNEL_CHOICES, widget=forms.CheckboxSelectMultiple)
    amount = MoneyField(label="Mức thu, đồng", min_value=0, max_value=2_000_000_000)
    unit = forms.CharField(label="Tính theo", max_length=40, initial="lần")
    citation = forms.CharField(label="Căn cứ", max_length=300, required=False, help_text="Bắt buộc khi ghi 0")
    source = forms.CharField(label="Nguồn", max_length=300, help_text="Số nghị quyết, thông tư")
    source_on = _day_field("Ngày của nguồn")

    def draft(self, *, tiers: list[list[int | None]] | None = None, cap: int | None = None) -> FeeDraft:
        """`tiers` and `cap` are kept from the fee that is being confirmed."""
        given = self.cleaned_data
        return FeeDraft(
            **{name: given[name] for name in ("case", "amount", "unit", "citation", "source", "source_on")},
            channels=tuple(given["channels"]),
            tiers=tuple((upto, price or 0) for upto, price in tiers or []),
            cap=cap,
        )


class AliasForm(forms.Form):
    text = forms.CharField(label="Tên thường gọi", max_length=120)


class PublishForm(forms.Form):
    valid_from = _day_field("Có hiệu lực từ ngày")


class RetireForm(forms.Form):
    last_day = _day_field("Ngày cuối còn nhận hồ sơ")


class PaperForm(forms.Form):
    """One paper of the dossier; a row without a name is left out."""

    key = forms.SlugField(required=False, widget=forms.HiddenInput, max_length=60)
    name = forms.CharField(
        label="Tên giấy tờ", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 2})
    )
    originals = forms.IntegerField(label="Bản chính", min_value=0, max_value=99, initial=1)
    copies = forms.IntegerField(label="Bản sao", min_value=0, max_value=99, initial=0)
    when = forms.CharField(label="Chỉ cần khi", required=False, max_length=300, help_text="Bỏ trống: lúc nào cũng cần")
    note = forms.CharField(label="Ghi chú", required=False, max_length=600)
    reusable = forms.BooleanField(label="Đã có trong cơ sở dữ liệu, không bắt nộp", required=False)
    digitise = forms.BooleanField(label="Số hóa khi nhận", required=False, initial=True)
    upload = forms.BooleanField(label="Nộp trực tuyến thì đính kèm", required=False, initial=True)

    def as_component(self, number: int) -> dict[str, Any]:
        given = self.cleaned_data
        names = ("name", "originals", "copies", "when", "note", "reusable", "digitise", "upload")
        group = "when" if given["when"] else "always"
        return {"key": given["key"] or f"paper_new_{number}", "group": group, **{name: given[name] for name in names}}


PaperFormSet = forms.formset_factory(PaperForm, extra=EMPTY_PAPERS, can_delete=True, can_order=False)


def papers_formset(version: ProcedureVersion, data: Any = None) -> Any:
    return PaperFormSet(data, initial=[_paper(one) for one in version.papers()], prefix="papers")


def _paper(component: Component) -> dict[str, Any]:
    names = ("key", "name", "originals", "copies", "when", "note", "reusable", "digitise", "upload")
    return {name: getattr(component, name) for name in names}


def components_of(formset: Any) -> list[dict[str, Any]]:
    kept = [form for form in formset.forms if form.cleaned_data.get("name") and not form.cleaned_data.get("DELETE")]
    return [form.as_component(number) for number, form in enumerate(kept, start=1)]


class FactsForm(forms.Form):
    """What a version says apart from papers, times and fees. Lists are written one to a line."""

    summary = forms.CharField(
        label="Một câu: cho ai, khi nào", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    issuer = forms.CharField(label="Cơ quan công bố", required=False, max_length=120)
    decision_no = forms.CharField(label="Số quyết định công bố", required=False, max_length=120)
    channels = forms.MultipleChoiceField(label="Cách nộp", choices=CHANNEL_CHOICES, widget=forms.CheckboxSelectMultiple)
    results = forms.CharField(
        label="Kết quả",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng: tên | mã giấy tờ",
    )
    not_needed = forms.CharField(
        label="Không phải mang",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một giấy tờ",
    )
    legal_basis = forms.CharField(
        label="Căn cứ pháp lý",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng: tên | số hiệu",
    )
    on_the_spot = forms.BooleanField(label="Có thể giải quyết ngay tại quầy (4 tại chỗ)", required=False)
    source = forms.CharField(label="Nguồn của nội dung", max_length=300)
    checked_on = _day_field("Ngày kiểm tra nội dung")

    @classmethod
    def of(cls, version: ProcedureVersion, today: date) -> FactsForm:
        initial = {
            **{
                name: getattr(version, name)
                for name in ("summary", "issuer", "decision_no", "channels", "on_the_spot", "source")
            },
            "results": _lines(version.results, "name", "code"),
            "not_needed": "\n".join(version.not_needed),
            "legal_basis": _lines(version.legal_basis, "title", "code"),
            "checked_on": today,
        }
        return cls(initial=initial)

    def facts(self, components: list[dict[str, Any]]) -> Facts:
        given = self.cleaned_data
        plain = ("summary", "issuer", "decision_no", "on_the_spot", "source", "checked_on")
        return Facts(
            **{name: given[name] for name in plain},
            channels=tuple(given["channels"]),
            components=components,
            not_needed=[line.strip() for line in given["not_needed"].splitlines() if line.strip()],
            results=_pairs(given["results"], "name", "code"),
            legal_basis=_pairs(given["legal_basis"], "title", "code"),
        )


def _lines(rows: list[dict[str, str]], *keys: str) -> str:
    return "\n".join(" | ".join(filter(None, (row.get(key, "") for key in keys))) for row in rows)


def _pairs(text: str, first: str, second: str) -> list[dict[str, str]]:
    rows = [line.partition("|") for line in text.splitlines() if line.strip()]
    return [{first: left.strip(), second: right.strip()} for left, _, right in rows]
