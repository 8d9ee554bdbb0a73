"""The shape of what is typed at the lines."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms

from gandan.feedback.categories import choices
from gandan.feedback.models import ReplyBy
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from .actions import Asked, Duty, LineFacts, PostFacts, Slip
from .models import Call, Channel, Hours, Line, Outcome, Post, PostKind, Topic, Verdict

PICK = [("", "chọn lĩnh vực")]


def _area(label: str, hint: str = "", *, rows: int = 4, most: int = 1000) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))


def people_of(commune: Agency) -> Any:
    return User.objects.staff_of(commune).filter(is_active=True)


class ClockField(forms.TimeField):
    """“07:00”."""

    widget = forms.TimeInput(attrs={"inputmode": "numeric", "autocomplete": "off"}, format="%H:%M")


class SlipForm(forms.Form):
    """What a caller told."""

    text = _area("Người gọi phản ánh việc gì", rows=5, most=5000)
    category = forms.ChoiceField(label="Lĩnh vực", choices=PICK + choices(), required=False)
    place = forms.CharField(label="Ở đâu", required=False, max_length=200)
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="chưa rõ")
    name = forms.CharField(label="Họ tên người gọi", required=False, max_length=120)
    phone = forms.CharField(
        label="Số khác để trả lời", required=False, max_length=20, help_text="Để trống thì dùng số vừa gọi."
    )
    reply_by = forms.ChoiceField(label="Trả lời bằng", choices=ReplyBy.choices, required=False, initial=ReplyBy.CALL)
    is_urgent = forms.BooleanField(label="Việc khẩn, cần làm ngay", required=False)

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data, initial={"category": call.line.category, "reply_by": ReplyBy.CALL})
        self.fields["hamlet"].queryset = Hamlet.objects.of(call.commune)  # type: ignore[attr-defined]  # a choice of rows

    def slip(self) -> Slip:
        return Slip(**self.cleaned_data)


class NoteForm(forms.Form):
    note = _area("Người gọi cần gì, đã trả lời thế nào", rows=2, most=500)
    answered_by = forms.ModelChoiceField(
        User.objects.none(), label="Người nghe máy", required=False, empty_label="người đang ghi"
    )

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data, initial={"note": call.note, "answered_by": call.answered_by_id})
        self.fields["answered_by"].queryset = people_of(call.commune)  # type: ignore[attr-defined]  # a choice of rows


class CallBackForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Kết quả gọi lại", choices=[one for one in Outcome.choices if one[0] != Outcome.CAME_AGAIN]
    )
    note = forms.CharField(label="Ghi chú", required=False, max_length=300)


class ReasonForm(forms.Form):
    reason = _area("Lý do", rows=2, most=500)


class ConcludeForm(forms.Form):
    verdict = forms.ChoiceField(label="Kết luận", choices=Verdict.choices, widget=forms.RadioSelect)
    text = _area("Nghe thấy gì, căn cứ", rows=3)


class DutyForm(forms.Form):
    line = forms.ModelChoiceField(Line.objects.none(), label="Đường dây, trang")
    person = forms.ModelChoiceField(User.objects.none(), label="Người trực")
    day = DayField(label="Ngày")
    starts = ClockField(label="Từ", initial="07:00")
    ends = ClockField(label="Đến", initial="19:00", help_text="Nhỏ hơn giờ bắt đầu là sang hôm sau.")

    def __init__(self, data: Any, *, commune: Agency, **more: Any) -> None:
        super().__init__(data, **more)
        lines = Line.objects.of(commune).in_use().select_related("commune")
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]  # a choice of rows
        self.fields["person"].queryset = people_of(commune)  # type: ignore[attr-defined]  # a choice of rows

    def duty(self) -> Duty:
        told = self.cleaned_data
        starts, ends = vietnam_moment(told["day"], told["starts"]), vietnam_moment(told["day"], told["ends"])
        until: datetime = ends if ends > starts else ends + timedelta(days=1)
        return Duty(line=told["line"], person=told["person"], starts_at=starts, ends_at=until)


class SubstituteForm(forms.Form):
    substitute = forms.ModelChoiceField(
        User.objects.none(), label="Người trực thay", required=False, empty_label="không có ai thay"
    )

    def __init__(self, data: Any, *, commune: Agency) -> None:
        super().__init__(data)
        self.fields["substitute"].queryset = people_of(commune)  # type: ignore[attr-defined]  # a choice of rows


class IssueForm(forms.Form):
    since = DayField(label="Từ ngày")
    until = DayField(label="Đến ngày")
    number = forms.CharField(
        label="Số văn bản", required=False, max_length=40, help_text="Để trống nếu văn thư chưa cấp số."
    )


class FileForm(forms.Form):
    file = forms.FileField(label="Tệp CSV hoặc XLSX")


class LineForm(forms.Form):
    channel = forms.ChoiceField(label="Kênh", choices=Channel.choices)
    name = forms.CharField(label="Tên", max_length=80, help_text="Ví dụ: An ninh, trật tự.")
    number = forms.CharField(label="Số điện thoại", max_length=24, required=False)
    address = forms.URLField(label="Địa chỉ trang", required=False, assume_scheme="https")
    extensions = forms.CharField(label="Máy lẻ", required=False, max_length=200, help_text="Cách nhau bằng dấu phẩy.")
    scope = forms.CharField(label="Nhận việc gì", max_length=300)
    hours = forms.ChoiceField(label="Giờ nhận", choices=Hours.choices)
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị nghe")
    category = forms.ChoiceField(
        label="Lĩnh vực ghi sẵn trên phiếu", choices=[("", "không ghi sẵn"), *choices()], required=False
    )
    is_active = forms.BooleanField(label="Đang dùng", required=False, initial=True)

    def __init__(self, data: Any, *, commune: Agency, line: Line | None = None) -> None:
        super().__init__(data, initial=_known(line) if line else {"is_active": True})
        self.fields["unit"].queryset = Agency.objects.inside(commune)  # type: ignore[attr-defined]  # a choice of rows

    def facts(self) -> LineFacts:
        told = dict(self.cleaned_data)
        told["extensions"] = [one.strip() for one in told["extensions"].split(",") if one.strip()]
        return LineFacts(**told)


def _known(line: Line) -> dict[str, Any]:
    names = ("channel", "name", "number", "address", "scope", "hours", "unit", "category", "is_active")
    return {**{name: getattr(line, name) for name in names}, "extensions": ", ".join(line.extensions)}


class PostForm(forms.Form):
    kind = forms.ChoiceField(label="Chức danh", choices=PostKind.choices)
    rank = forms.IntegerField(
        label="Thứ tự", min_value=1, max_value=9, initial=1, help_text="Khi có nhiều người cùng chức danh."
    )
    holder = forms.ModelChoiceField(User.objects.none(), label="Người giữ", required=False, empty_label="chưa có người")
    phone = forms.CharField(label="Số công khai", max_length=24, required=False)
    hours = forms.CharField(label="Giờ nghe máy", max_length=60, required=False)

    def __init__(self, data: Any, *, commune: Agency, post: Post | None = None) -> None:
        names = ("kind", "rank", "holder", "phone", "hours")
        super().__init__(data, initial={name: getattr(post, name) for name in names} if post else None)
        self.fields["holder"].queryset = people_of(commune)  # type: ignore[attr-defined]  # a choice of rows

    def facts(self) -> PostFacts:
        return PostFacts(**self.cleaned_data)


class CheckForm(forms.Form):
    is_connected = forms.ChoiceField(label="Gọi thử", choices=[("1", "Kết nối"), ("", "Không kết nối")], required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=200)


class TransferForm(forms.Form):
    line = forms.ModelChoiceField(Line.objects.none(), label="Chuyển tới")
    topic = forms.ChoiceField(label="Việc", choices=Topic.choices)
    text = _area("Người gọi hỏi gì", rows=3)
    name = forms.CharField(label="Họ tên", required=False, max_length=120)
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    press_key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any, *, lines: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]  # a choice of rows
        self.fields["line"].label_from_instance = lambda one: f"{one.commune.name}: {one}"  # type: ignore[attr-defined]  # Django's hook

    def asked(self) -> Asked:
        told = {name: value for name, value in self.cleaned_data.items() if name != "line"}
        return Asked(**told)


class ResultForm(forms.Form):
    result = _area("Đã trả lời người gọi", rows=2)


def monday_of(text: str, today: date) -> date:
    """The Monday of the asked day, or of this week."""
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        asked = today
    return asked - timedelta(days=asked.weekday())
