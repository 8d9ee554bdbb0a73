"""What an officer plans: a survey, a point of rating, a consultation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile, clean
from gandan.places.models import Agency
from gandan.programmes.models import Programme
from gandan.ui.fields import DayField

from .. import actions
from ..models import LEAST, Channel, Questionnaire, Stance, SurveyKind


class PlanForm(forms.Form):
    title = forms.CharField(label="Tên đợt khảo sát", max_length=160)
    kind = forms.ChoiceField(label="Hỏi ai", choices=SurveyKind.choices, widget=forms.RadioSelect)
    questionnaire = forms.ModelChoiceField(Questionnaire.objects.none(), label="Bộ câu hỏi")
    origin = forms.ChoiceField(
        label="Mô hình", required=False, help_text="Chỉ khi hỏi người dùng mô hình. Chọn mô hình xã đang làm."
    )
    opens_on = DayField(label="Mở từ ngày")
    closes_on = DayField(label="Đóng hết ngày", required=False, help_text="Để trống: đóng khi có người bấm đóng")
    least = forms.IntegerField(
        label="Chưa tính tỷ lệ khi ít hơn", min_value=5, max_value=100, initial=LEAST,
        help_text="phiếu. Ít phiếu quá thì đoán ra được người trả lời.",
    )  # fmt: skip

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        usable: Any = self.fields["questionnaire"]
        usable.queryset = Questionnaire.objects.usable_by(commune).filter(
            pk__in=Questionnaire.objects.usable_by(commune).newest()
        )
        named = dict(Programme.objects.within(commune).exclude(origin="").values_list("origin", "name"))
        models: Any = self.fields["origin"]
        models.choices = [("", "không chọn"), *sorted(named.items(), key=lambda one: one[1])]

    def plan(self) -> actions.Plan:
        return actions.Plan(**self.cleaned_data)


class StationForm(forms.Form):
    name = forms.CharField(label="Tên", max_length=80, help_text="Ví dụ: Quầy 1, Màn hình cửa ra")
    channel = forms.ChoiceField(
        label="Loại", choices=[(str(one), one.label) for one in (Channel.COUNTER, Channel.KIOSK)],
        initial=str(Channel.COUNTER), widget=forms.RadioSelect,
    )  # fmt: skip


class DocumentField(forms.FileField):
    """A PDF or picture, cleaned: `CleanFile` or None."""

    def clean(self, data: Any, initial: Any = None) -> CleanFile | None:
        upload: File[Any] | None = super().clean(data, initial)
        try:
            return clean(upload) if upload else None
        except RuleBroken as refused:
            raise ValidationError(refused.message) from None


class ConsultationForm(forms.Form):
    title = forms.CharField(label="Lấy ý kiến về", max_length=200)
    about = forms.CharField(
        label="Nói ngắn gọn", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Sẽ làm gì, ở đâu, bao giờ, ảnh hưởng đến ai, vì sao cần ý kiến",
    )  # fmt: skip
    document = DocumentField(label="Văn bản dự thảo (PDF)", required=False)
    area = forms.CharField(label="Địa bàn", max_length=160, required=False, help_text="Để trống: cả xã")
    questions = forms.CharField(
        label="Câu hỏi", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một câu. Người dân chọn đồng ý, đồng ý một phần, không đồng ý.",
    )  # fmt: skip
    opens_on = DayField(label="Từ ngày")
    closes_on = DayField(label="Hết ngày")

    def clean_questions(self) -> list[str]:
        told = [line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()]
        if len(told) > 12 or any(len(line) > 300 for line in told):
            raise ValidationError("Nhiều nhất 12 câu, mỗi câu 300 chữ.")
        return told

    def draft(self) -> actions.Draft:
        return actions.Draft(**self.cleaned_data)


class GroupAnswerForm(forms.Form):
    stance = forms.ChoiceField(label="Kết luận", choices=Stance.choices, widget=forms.RadioSelect)
    answer = forms.CharField(
        label="Tiếp thu, giải trình", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Sửa điều nào, hoặc vì sao giữ nguyên. Người dân đọc đúng lời này.",
    )  # fmt: skip
