"""Shape of what people type about directives, syntheses, reports. Rules stand in the actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from gandan.measures.periods import Period, between, quarter_of
from gandan.places.models import Agency
from gandan.reforms.actions import Decision
from gandan.reforms.models import Obligation, Reform, Ruling
from gandan.tasks.deadlines import until_end_of
from gandan.ui.fields import DayField

from .actions import Call, ClauseWords, Designating, Letter, Praise, Words, YearWords
from .groups import GROUPS
from .models import Directive, DirectiveKind
from .models.yearly import SECTIONS
from .recipients import below

LONG = {"rows": 4}


class UnitsForm(forms.Form):
    """Groups and single units below an issuer."""

    groups = forms.MultipleChoiceField(label="Nhóm đơn vị", required=False, widget=forms.CheckboxSelectMultiple)
    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Từng đơn vị", required=False, widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text="Giữ Ctrl để chọn nhiều đơn vị.",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, issuer: Agency, **more: Any) -> None:
        super().__init__(data, **more)
        wanted = [one for one in GROUPS if issuer.commune_id is None or one.kind != "commune"]
        self.fields["groups"].choices = [(one.code, one.label) for one in wanted]  # type: ignore[attr-defined]  # MultipleChoiceField
        units = Agency.objects.filter(below(issuer))
        if issuer.commune_id is None:
            units = units.filter(kind="commune")
        self.fields["agencies"].queryset = units.order_by("kind", "sort_name")  # type: ignore[attr-defined]  # ModelMultipleChoiceField

    def units(self) -> dict[str, Any]:
        return {"groups": tuple(self.cleaned_data["groups"]), "agencies": tuple(self.cleaned_data["agencies"])}


class LetterForm(UnitsForm):
    number = forms.CharField(label="Số, ký hiệu", max_length=60, help_text="Ví dụ 500/UBND-VHXH.")
    issued_on = DayField(label="Ngày văn bản")
    kind = forms.ChoiceField(label="Loại", choices=DirectiveKind.choices)
    issuer_name = forms.CharField(label="Cơ quan ban hành", max_length=160)
    subject = forms.CharField(label="Trích yếu", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    theme = forms.CharField(
        label="Chủ đề năm", max_length=160, required=False, help_text="Chỉ ghi với văn bản định hướng năm."
    )
    text = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 6}), required=False)
    file = forms.FileField(label="Tệp văn bản đã ký", required=False)

    field_order = (
        "number", "issued_on", "kind", "issuer_name", "subject", "signer", "theme", "text", "file", "groups", "agencies",
    )  # fmt: skip

    def letter(self) -> Letter:
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("groups", "agencies")}
        return Letter(**told, **self.units())


def told_of(directive: Directive) -> dict[str, Any]:
    """What the form shows of a draft."""
    names = ("number", "issued_on", "kind", "issuer_name", "subject", "signer", "theme", "text", "groups")
    return {**{name: getattr(directive, name) for name in names}, "agencies": directive.agencies.all()}


class ClauseForm(UnitsForm):
    number = forms.CharField(label="Số mục như trong văn bản", max_length=12)
    title = forms.CharField(label="Việc phải làm", max_length=300)
    text = forms.CharField(label="Nội dung mục", widget=forms.Textarea(attrs=LONG), required=False)
    due_on = DayField(label="Hạn")
    is_strict = forms.BooleanField(label="Văn bản ghi “trước ngày”: phải xong từ hôm trước", required=False)

    field_order = ("number", "title", "text", "due_on", "is_strict", "groups", "agencies")

    def words(self) -> ClauseWords:
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("groups", "agencies")}
        return ClauseWords(**told, **self.units())


class DesignateForm(UnitsForm):
    reforms = forms.ModelMultipleChoiceField(
        Reform.objects.none(), label="Mô hình", widget=forms.CheckboxSelectMultiple,
        help_text="Mô hình dùng công nghệ thông tin đứng trước.",
    )  # fmt: skip
    obligation = forms.ChoiceField(
        label="Mức độ", widget=forms.RadioSelect,
        choices=[one for one in Obligation.choices if one[0] != Obligation.OWN], initial=Obligation.ENCOURAGED,
    )  # fmt: skip
    due_on = DayField(label="Hạn triển khai", required=False, help_text="Bắt buộc thì phải có hạn.")
    is_strict = forms.BooleanField(label="Văn bản ghi “trước ngày”: phải xong từ hôm trước", required=False)
    report_due_on = DayField(label="Báo cáo trước ngày", required=False)
    fewest = forms.IntegerField(label="Ít nhất bao nhiêu đơn vị", required=False, min_value=1)
    most = forms.IntegerField(label="Nhiều nhất bao nhiêu đơn vị", required=False, min_value=1)

    field_order = (
        "reforms", "obligation", "due_on", "is_strict", "report_due_on", "groups", "agencies", "fewest", "most",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, reforms: QuerySet[Reform], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["reforms"].queryset = reforms  # type: ignore[attr-defined]  # ModelMultipleChoiceField

    def designating(self) -> Designating:
        told = {
            name: value for name, value in self.cleaned_data.items() if name not in ("groups", "agencies", "reforms")
        }
        return Designating(reforms=tuple(self.cleaned_data["reforms"]), **told, **self.units())


class UrgeForm(forms.Form):
    text = forms.CharField(label="Lời nhắc", max_length=400, required=False)


class QuarterForm(forms.Form):
    day = DayField(label="Một ngày trong quý")

    def period(self) -> Period:
        return quarter_of(self.cleaned_data["day"])


class RemarksForm(forms.Form):
    remarks = forms.CharField(label="Nhận xét, kiến nghị", widget=forms.Textarea(attrs=LONG), required=False)


class RuleForm(forms.Form):
    ruling = forms.ChoiceField(label="Quyết định", choices=Ruling.choices, widget=forms.RadioSelect)
    number = forms.CharField(label="Số quyết định, văn bản", max_length=60, required=False)
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    new_due_on = DayField(label="Hạn mới", required=False, help_text="Chỉ khi gia hạn.")

    def decision(self) -> Decision:
        told = self.cleaned_data
        day: date | None = told["new_due_on"]
        return Decision(told["ruling"], told["number"], told["note"], until_end_of(day) if day else None)


class RoundForm(UnitsForm):
    title = forms.CharField(label="Tên đợt báo cáo", max_length=200, initial="Báo cáo cải cách hành chính 6 tháng")
    start = DayField(label="Kỳ báo cáo từ ngày")
    end = DayField(label="Đến hết ngày")
    due_on = DayField(label="Gửi trước ngày", help_text="Gửi đúng ngày này đã là chậm.")

    field_order = ("title", "start", "end", "due_on", "groups", "agencies")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("start") and told.get("end") and told["end"] < told["start"]:
            self.add_error("end", "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
        return told

    def call(self) -> Call:
        told = self.cleaned_data
        return Call(
            title=told["title"], period=between(told["start"], told["end"]), due_on=told["due_on"], **self.units()
        )


class ReportForm(forms.Form):
    results = forms.CharField(label="Kết quả trong kỳ", widget=forms.Textarea(attrs=LONG), required=False)
    difficulties = forms.CharField(label="Khó khăn, vướng mắc", widget=forms.Textarea(attrs=LONG), required=False)
    proposals = forms.CharField(
        label="Mô hình đơn vị đề xuất",
        widget=forms.Textarea(attrs=LONG),
        required=False,
        help_text="Mỗi dòng một mô hình.",
    )

    def words(self) -> Words:
        told = self.cleaned_data
        return Words(told["results"], told["difficulties"], tuple(told["proposals"].splitlines()))


class PraiseForm(forms.Form):
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị", empty_label=None)
    reason = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs=LONG))

    def __init__(self, data: Any = None, *, issuer: Agency) -> None:
        super().__init__(data)
        units = Agency.objects.filter(below(issuer)).exclude(pk=issuer.pk)
        if issuer.commune_id is None:
            units = units.filter(kind="commune")
        self.fields["agency"].queryset = units.order_by("kind", "sort_name")  # type: ignore[attr-defined]  # ModelChoiceField

    def praise(self, period: Period) -> Praise:
        return Praise(self.cleaned_data["agency"], period, self.cleaned_data["reason"])


class ReplyForm(forms.Form):
    text = forms.CharField(label="Giải trình của đơn vị", widget=forms.Textarea(attrs=LONG))


class YearReportForm(forms.Form):
    """Number, signer, own words by section, how figures are told."""

    number = forms.CharField(
        label="Số, ký hiệu", max_length=60, required=False, help_text="Ví dụ 22/BC-UBND. Để trống thì văn thư ghi sau."
    )
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    is_cut = forms.BooleanField(
        label="Cắt phần lẻ thay vì làm tròn (69,467% ghi là 69,4%)", required=False
    )  # fmt: skip
    keeps_about = forms.BooleanField(label="Giữ chữ “hơn” của văn bản (hơn 278)", required=False)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        for name, title in SECTIONS.items():
            self.fields[name] = forms.CharField(
                label=f"Viết thêm: {title}", widget=forms.Textarea(attrs=LONG), required=False, max_length=20000
            )

    def words(self) -> YearWords:
        told = self.cleaned_data
        texts = {name: told[name] for name in SECTIONS}
        return YearWords(texts=texts, **{name: value for name, value in told.items() if name not in SECTIONS})


class DeclaredFileForm(forms.Form):
    file = forms.FileField(label="Tệp số liệu (XLSX hoặc CSV)")
