"""What officers type about places: days, hours, hamlets, contact data."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from gandan.core.vietnamese import WEEKDAYS
from gandan.ui.fields import DayField

from .calendar import VIETNAM
from .counting import UNIT_WORDS, Question
from .deadlines import Calendar, Due, Unit
from .models import Agency, AgencyKind, DayKind, HamletKind
from .reading import IDENTIFIER, DayRow, HamletRow, check_day, phone_of

CLOCKS = ["%H:%M", "%Hh%M", "%H.%M", "%Hh", "%H"]
MOST_BYTES = 2**20
HALVES = (("morning", "Sáng"), ("afternoon", "Chiều"))


def clock_field(label: str, *, required: bool = True) -> forms.TimeField:
    messages = {"invalid": "Viết giờ và phút, ví dụ 07:30.", "required": "Xin ghi giờ, ví dụ 07:30."}
    widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "class": "input--short"})
    return forms.TimeField(label=label, input_formats=CLOCKS, required=required, widget=widget, error_messages=messages)


class DayOfYearForm(forms.Form):
    """A day off or make-up day; the day itself is fixed when one is corrected."""

    day = DayField(label="Ngày", help_text="Ngày, tháng, năm.", error_messages={"required": "Xin ghi ngày."})
    kind = forms.ChoiceField(label="Loại ngày", choices=DayKind.choices)
    name = forms.CharField(label="Tên ngày", max_length=120, error_messages={"required": "Xin ghi tên ngày."})
    basis = forms.CharField(
        label="Căn cứ", max_length=200, help_text="Điều luật, hoặc số và ngày của thông báo.",
        error_messages={"required": "Xin ghi văn bản cho nghỉ hoặc làm bù ngày này."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if "day" in told and "kind" in told:
            try:
                check_day(told["day"], told["kind"])
            except ValueError as error:
                self.add_error("day", str(error))
        return told

    def row(self) -> DayRow:
        told = self.cleaned_data
        return DayRow(told["day"], told["kind"], told["name"], told["basis"])


class TryOutForm(forms.Form):
    """“Nhận lúc … thời hạn …”."""

    day = DayField(label="Nhận ngày", error_messages={"required": "Xin ghi ngày nhận."})
    clock = clock_field("Lúc")
    count = forms.IntegerField(
        label="Thời hạn", min_value=0, widget=forms.TextInput({"inputmode": "numeric", "class": "input--short"}),
        error_messages={"required": "Xin ghi số lượng.", "invalid": "Xin ghi một số nguyên."},
    )  # fmt: skip
    unit = forms.ChoiceField(label="Đơn vị", choices=[(str(unit), words) for unit, words in UNIT_WORDS.items()])

    def answer(self, calendar: Calendar) -> Due | None:
        """The due moment; None, with an error in the form, when there is none."""
        told = self.cleaned_data
        start = datetime.combine(told["day"], told["clock"], tzinfo=VIETNAM)
        try:
            return Question(start, told["count"], Unit(told["unit"])).answer(calendar)
        except ValueError as error:
            self.add_error("count", str(error))
            return None


class YearForm(forms.Form):
    basis = forms.CharField(
        label="Căn cứ", max_length=200, help_text="Số và ngày của thông báo lịch nghỉ trong năm.",
        error_messages={"required": "Xin ghi số thông báo lịch nghỉ của năm."},
    )  # fmt: skip


class FileForm(forms.Form):
    file = forms.FileField(label="Tệp CSV", error_messages={"required": "Xin chọn tệp CSV."})

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 1 MB. Xin kiểm tra lại, danh sách này thường rất nhỏ.")
        return file


class SessionsForm(forms.Form):
    """Two half-day sessions for each weekday; an empty pair means closed."""

    valid_from = DayField(label="Áp dụng từ ngày", error_messages={"required": "Xin ghi ngày bắt đầu áp dụng."})

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for day, weekday in enumerate(WEEKDAYS):
            for half, words in HALVES:
                for end, edge in (("starts", "từ"), ("ends", "đến")):
                    label = f"{weekday}, {words.lower()}, {edge}"
                    self.fields[f"{half}_{end}_{day}"] = clock_field(label, required=False)

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError("Giờ mới áp dụng từ hôm nay trở đi, để ngày đã hẹn không đổi.")
        return day

    def clean(self) -> dict[str, Any]:
        for day in range(7):
            for half, _ in HALVES:
                starts, ends = self._pair(day, half)
                if bool(starts) != bool(ends):
                    self.add_error(f"{half}_{'ends' if starts else 'starts'}_{day}", "Ghi cả giờ đầu và giờ cuối buổi.")
        return self.cleaned_data

    def week(self) -> dict[int, tuple[tuple[time, time], ...]]:
        """Sessions by weekday, without closed halves."""
        pairs = {day: [self._pair(day, half) for half, _ in HALVES] for day in range(7)}
        return {day: tuple((s, e) for s, e in pairs[day] if s and e) for day in pairs}

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """For the table: weekday and its four fields."""
        names = [f"{half}_{end}" for half, _ in HALVES for end in ("starts", "ends")]
        return [(weekday, [self[f"{name}_{day}"] for name in names]) for day, weekday in enumerate(WEEKDAYS)]

    def _pair(self, day: int, half: str) -> tuple[time | None, time | None]:
        return self.cleaned_data.get(f"{half}_starts_{day}"), self.cleaned_data.get(f"{half}_ends_{day}")


class HamletForm(forms.Form):
    kind = forms.ChoiceField(label="Loại", choices=HamletKind.choices)
    name = forms.CharField(
        label="Tên", max_length=80, help_text="Chỉ ghi tên, ví dụ An Trì hoặc Số 3.",
        error_messages={"required": "Xin ghi tên thôn, tổ dân phố."},
    )  # fmt: skip
    head_name = forms.CharField(label="Trưởng thôn, tổ trưởng", max_length=120, required=False)
    head_phone = forms.CharField(label="Số điện thoại", max_length=20, required=False)

    def clean_head_phone(self) -> str:
        return _phone(self.cleaned_data["head_phone"])

    def row(self) -> HamletRow:
        return HamletRow(**self.cleaned_data)


class AgencyForm(forms.Form):
    """Contact data; the name only where it is not of the state's list, the identifier only of a commune."""

    name = forms.CharField(label="Tên cơ quan", max_length=120, error_messages={"required": "Xin ghi tên cơ quan."})
    phone = forms.CharField(label="Số điện thoại", max_length=20, required=False)
    email = forms.EmailField(label="Thư điện tử", required=False, error_messages={"invalid": "Thư điện tử chưa đúng."})
    address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    identifier = forms.CharField(
        label="Mã định danh", max_length=35, help_text="Đứng đầu mọi mã hồ sơ, dạng 000.31.52.H24."
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_commune = agency.kind == AgencyKind.COMMUNE
        del self.fields["name" if is_commune else "identifier"]

    def clean_phone(self) -> str:
        return _phone(self.cleaned_data["phone"])

    def clean_identifier(self) -> str:
        identifier: str = self.cleaned_data["identifier"]
        if not IDENTIFIER.fullmatch(identifier):
            raise forms.ValidationError("Mã định danh có dạng 000.31.52.H24.")
        return identifier


def _phone(text: str) -> str:
    try:
        return phone_of(text.strip())
    except ValueError as error:
        raise forms.ValidationError(f"Xem lại: {error}") from error
