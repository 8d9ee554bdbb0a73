"""Shape of what is typed about models: ideas, steps, assessment, surveys, recognition. Rules stand in the actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from gandan.places.models import Agency
from gandan.ui.fields import DayField

from ..actions import Idea, Look, Recognised, Weighing
from ..models import Cost, Level, Reform

FITS = (("yes", "Phù hợp"), ("no", "Không phù hợp"), ("", "Chưa kết luận"))
SCALE = [("", "chưa chấm"), *((str(n), str(n)) for n in range(1, 6))]
CURRENT_LEVELS = [(Level.COMMUNE, Level.COMMUNE.label), (Level.PROVINCE, Level.PROVINCE.label)]
PICTURES = ("image/jpeg", "image/png", "image/webp")
LARGEST_PICTURE = 8_000_000
MONTHS = 3


def _long(label: str, *, rows: int = 3, required: bool = True, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": rows}), max_length=4000, required=required, help_text=help_text,
        error_messages={"required": "Chưa điền."},
    )  # fmt: skip


def _short(label: str, length: int, *, required: bool = False, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=required,
        help_text=help_text,
        error_messages={"required": "Chưa điền."},
    )


class IdeaForm(forms.Form):
    """Problem, solution, whom it is for, what it takes."""

    name = _short("Tên ý tưởng", 200, required=True)
    problem = _long("Việc gì đang vướng", help_text="Ai gặp, khi nào, mất bao lâu.")
    summary = _long("Cách làm", rows=4, help_text="Hai, ba câu: ai làm gì, khi nào, ở đâu.")
    scope = _short("Cho thủ tục, người dân nào", 500)
    benefit = _long("Được gì cho người dân", rows=2, required=False)
    field = _short("Nhóm việc", 80, help_text="Ví dụ: Giải quyết nhanh, Giảm giấy tờ.")
    conditions = _long("Cần có gì trước khi làm", rows=2, required=False)
    uses_it = forms.BooleanField(label="Dùng công nghệ thông tin phục vụ người dân", required=False)
    cost = forms.ChoiceField(label="Kinh phí", choices=Cost.choices, required=False)
    staff = _short("Ai làm, mấy người", 200)
    author_name = _short(
        "Tên công dân có sáng kiến", 120, help_text="Chỉ ghi khi ý tưởng là của người dân; xã gửi thư biểu dương."
    )

    def idea(self) -> Idea:
        return Idea(**self.cleaned_data)

    @classmethod
    def of(cls, reform: Reform, data: Any = None) -> IdeaForm:
        return cls(data, initial={name: getattr(reform, name) for name in cls.base_fields})


class MergeForm(forms.Form):
    into = forms.SlugField(widget=forms.HiddenInput)


class PlainForm(forms.Form):
    """A step that asks nothing more."""

    def given(self) -> dict[str, Any]:
        return {}


class ReasonForm(PlainForm):
    reason = _long("Lý do")

    def given(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class PilotForm(PlainForm):
    until = DayField(label="Thí điểm đến hết ngày", error_messages={"required": "Ghi ngày kết thúc thí điểm."})

    def given(self) -> dict[str, Any]:
        return {"until": self.cleaned_data["until"]}


class EvaluationForm(PlainForm):
    evaluation = _long("Kết quả thí điểm", rows=5, help_text="Làm được gì, chưa được gì, số liệu chính.")
    continues = forms.ChoiceField(
        label="Kết luận", choices=(("yes", "Tiếp tục, đề nghị công nhận"), ("no", "Dừng mô hình")),
        widget=forms.RadioSelect, error_messages={"required": "Chọn tiếp tục hay dừng."},
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        return {"evaluation": self.cleaned_data["evaluation"], "continues": self.cleaned_data["continues"] == "yes"}


class RecogniseForm(PlainForm):
    level = forms.ChoiceField(label="Cấp công nhận", choices=CURRENT_LEVELS)
    decision_no = _short("Số quyết định", 60, required=True)
    decided_on = DayField(label="Ngày quyết định", error_messages={"required": "Ghi ngày của quyết định."})

    def decision(self) -> Recognised:
        return Recognised(**self.cleaned_data)


class WeighForm(forms.Form):
    """Fits or not, what it takes, four criteria of 1 to 5."""

    fits = forms.ChoiceField(label="Kết luận", choices=FITS, widget=forms.RadioSelect, required=False)
    reason = _long("Lý do", required=False, help_text="So với điều kiện thực tế của xã.")
    uses_it = forms.BooleanField(label="Dùng công nghệ thông tin phục vụ người dân", required=False)
    cost = forms.ChoiceField(label="Kinh phí", choices=Cost.choices, required=False)
    cost_words = _short("Kinh phí cụ thể", 200)
    staff = _short("Nhân lực", 200)
    benefit = _long("Lợi ích dự kiến", rows=2, required=False)
    effective = forms.ChoiceField(label="Hiệu quả", choices=SCALE, required=False, help_text="1 thấp, 5 cao.")
    uniform = forms.ChoiceField(label="Đồng bộ", choices=SCALE, required=False)
    thrifty = forms.ChoiceField(label="Tiết kiệm", choices=SCALE, required=False)
    fitting = forms.ChoiceField(label="Phù hợp thực tế", choices=SCALE, required=False)

    def sheet(self) -> Weighing:
        given = dict(self.cleaned_data)
        marks: dict[str, Any] = {
            name: int(given.pop(name)) if given[name] else None
            for name in ("effective", "uniform", "thrifty", "fitting")
        }
        fits = {"yes": True, "no": False}.get(given.pop("fits"))
        return Weighing(fits=fits, **given, **marks)


class OpinionForm(forms.Form):
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Phòng, đơn vị", empty_label="Chọn phòng")
    fits = forms.ChoiceField(
        label="Ý kiến", choices=FITS[:2], widget=forms.RadioSelect, error_messages={"required": "Chọn một ý kiến."}
    )
    text = _long("Nhận xét")

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = Agency.objects.inside(commune).exclude(pk=commune.pk)
        self.fields["agency"].queryset = parts  # type: ignore[attr-defined]  # a ModelChoiceField


class SurveyForm(forms.Form):
    """A look on the spot with figures of three months, a photo, the opinion of the reviewer."""

    where = forms.SlugField(label="Nơi khảo sát, mã đơn vị", help_text="Mã của xã, phường đang làm, ví dụ 11593.")
    on = DayField(label="Ngày khảo sát", error_messages={"required": "Ghi ngày khảo sát."})
    facts = _long("Thực tế thấy gì", rows=4)
    figure_label = _short("Số liệu về việc gì", 80, help_text="Ví dụ: hồ sơ trả trong ngày.")
    photo = forms.ImageField(label="Ảnh tại chỗ", required=False)
    reviewer = _short("Người nhận xét", 120, help_text="Thành viên phụ trách lĩnh vực.")
    opinion = _long("Nhận xét của người phụ trách lĩnh vực", required=False)
    score = forms.IntegerField(label="Điểm, 1 đến 10", min_value=1, max_value=10, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.months = months_before(today)
        for number, (year, month) in enumerate(self.months):
            self.fields[f"month{number}"] = forms.FloatField(
                label=f"Tháng {month}/{year}", required=False, min_value=0, localize=True
            )

    @property
    def month_fields(self) -> list[Any]:
        return [self[f"month{number}"] for number in range(MONTHS)]

    def clean_where(self) -> Agency:
        found = Agency.objects.communes().filter(code=self.cleaned_data["where"]).first()
        if found is None:
            raise forms.ValidationError("Không có xã, phường mang mã này.")
        return found

    def clean_photo(self) -> Any:
        photo = self.cleaned_data["photo"]
        if photo and getattr(photo, "content_type", "") not in PICTURES:
            raise forms.ValidationError("Ảnh phải là JPG, PNG hoặc WebP.")
        if photo and photo.size > LARGEST_PICTURE:
            raise forms.ValidationError("Ảnh lớn hơn 8 MB. Chụp lại cỡ nhỏ hơn.")
        return photo

    def look(self) -> Look:
        given = self.cleaned_data
        values = [(f"Tháng {month}/{year}", given[f"month{n}"]) for n, (year, month) in enumerate(self.months)]
        unit = given["figure_label"]
        figures = tuple({"label": label, "value": value, "unit": unit} for label, value in values if value is not None)
        return Look(
            where=given["where"], on=given["on"], facts=given["facts"], figures=figures, photo=given["photo"] or None,
            opinion=given["opinion"], reviewer=given["reviewer"], score=given["score"],
        )  # fmt: skip


def months_before(today: date, count: int = MONTHS) -> list[tuple[int, int]]:
    """Year and month of the full months before today, the oldest first."""
    this = today.year * 12 + today.month - 1
    return [(number // 12, number % 12 + 1) for number in range(this - count, this)]


class ApplyForm(forms.Form):
    level = forms.ChoiceField(label="Đề nghị cấp nào công nhận", choices=CURRENT_LEVELS, initial=Level.PROVINCE)
    description = _long("Mô tả mô hình và kết quả", rows=6)


class DecideForm(forms.Form):
    decision_no = _short("Số quyết định", 60, required=True)
    decided_on = DayField(label="Ngày quyết định", error_messages={"required": "Ghi ngày của quyết định."})


STEP_FORMS: dict[str, type[PlainForm]] = {
    "assess": PlainForm, "send_back": ReasonForm, "reject": ReasonForm, "start_pilot": PilotForm,
    "close_pilot": EvaluationForm, "recognise": RecogniseForm, "pause": ReasonForm, "resume": PlainForm, "end": ReasonForm,
}  # fmt: skip
