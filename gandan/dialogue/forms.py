"""The shape of what is typed about calendars, turns, petitions and opinions."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from . import actions
from .limits import refusals
from .models import NotableKind, Occasion, OccasionKind, Outcome, PetitionKind, PetitionSource, Seat, TurnChannel
from .photos import Position, clean_photo

PHONE = re.compile(r"0\d{9,10}")
AREA = {"rows": 5}


class PhoneField(forms.CharField):
    """Digits of a Vietnamese number, however it is spaced."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            max_length=20, widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}), **more
        )

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        digits = re.sub(r"[\s.\-]|^\+84", lambda found: "0" if found.group() == "+84" else "", text)
        if digits and not PHONE.fullmatch(digits):
            raise ValidationError("Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0.")
        return digits


class ClockField(forms.TimeField):
    """An hour typed as 8:00 or 14 giờ 30."""

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, str):
            value = re.sub(r"\s*(?:giờ|h)\s*", ":", value.strip()).removesuffix(":") if value.strip() else value
            value = f"{value}:00" if re.fullmatch(r"\d{1,2}", value) else value
        return super().to_python(value)


def _clock(label: str, **more: Any) -> ClockField:
    widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "autocomplete": "off"})
    return ClockField(label=label, widget=widget, error_messages={"invalid": "Viết giờ như 8:00 hoặc 14:30."}, **more)


class Pressed(forms.Form):
    """A form that is pressed once: `press` names this showing of it; `website` is filled by machines only."""

    press = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    website = forms.CharField(required=False, label="Để trống ô này", widget=forms.HiddenInput)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError("Xin để trống ô ẩn của biểu mẫu.")
        return ""


def _offer(
    form: forms.Form, commune: Agency, *, leaders: tuple[str, ...] = (), hamlets: str = "", units: str = ""
) -> None:
    fields: dict[str, Any] = form.fields
    for name in leaders:
        fields[name].queryset = User.objects.staff_of(commune).filter(is_active=True)
    if hamlets:
        fields[hamlets].queryset = Hamlet.objects.of(commune)
    if units:
        fields[units].queryset = Agency.objects.inside(commune)


class OccasionForm(forms.Form):
    kind = forms.ChoiceField(label="Lịch gì", choices=OccasionKind.choices)
    host = forms.ModelChoiceField(User.objects.none(), label="Người chủ trì", empty_label="Chọn")
    seat = forms.ChoiceField(label="Với cương vị", choices=Seat.choices)
    day = DayField(label="Ngày")
    starts = _clock("Từ")
    ends = _clock("Đến")
    place = forms.CharField(label="Địa điểm", max_length=160)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Thôn, tổ dân phố", required=False, empty_label="Toàn xã"
    )
    subject = forms.CharField(label="Nội dung, chủ đề", max_length=300, required=False)
    is_online = forms.BooleanField(label="Tiếp trực tuyến", required=False, help_text="Phải báo trước 5 ngày làm việc")
    link = forms.URLField(label="Đường dẫn vào buổi trực tuyến", required=False, assume_scheme="https")
    incident_day = DayField(label="Ngày xảy ra sự việc", required=False, help_text="Chỉ với đối thoại đột xuất")

    def __init__(self, data: Any, *, commune: Agency, occasion: Occasion | None = None, kind: str = "") -> None:
        super().__init__(data, initial=_shown(occasion) if occasion else {"kind": kind or OccasionKind.RECEPTION})
        _offer(self, commune, leaders=("host",), hamlets="hamlet")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("is_online") and not told.get("link"):
            self.add_error("link", "Ghi đường dẫn để người dân vào được.")
        return told

    def wish(self) -> actions.Wish:
        told = self.cleaned_data
        incident = told["incident_day"]
        return actions.Wish(
            kind=told["kind"], host=told["host"], seat=told["seat"], starts_at=_at(told["day"], told["starts"]),
            ends_at=_at(told["day"], told["ends"]), place=told["place"], hamlet=told["hamlet"], subject=told["subject"],
            is_online=told["is_online"], link=told["link"], incident_at=_at(incident, time()) if incident else None,
        )  # fmt: skip


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, VIETNAM)


def _shown(occasion: Occasion) -> dict[str, Any]:
    starts, ends = occasion.starts_at.astimezone(VIETNAM), occasion.ends_at.astimezone(VIETNAM)
    same = {
        name: getattr(occasion, name)
        for name in ("kind", "host", "seat", "place", "hamlet", "subject", "is_online", "link")
    }
    incident = occasion.incident_at.astimezone(VIETNAM).date() if occasion.incident_at else None
    return {**same, "day": starts.date(), "starts": starts.time(), "ends": ends.time(), "incident_day": incident}


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", max_length=300)


class HoldForm(forms.Form):
    held_at = _clock("Bắt đầu lúc")
    attended = forms.IntegerField(label="Số người dự", required=False, min_value=0, max_value=100_000)
    minutes = forms.CharField(
        label="Biên bản", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 8})
    )
    explained = forms.CharField(
        label="Đã giải thích điều gì", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Điều người dân chưa rõ, chưa đồng tình và đã được giải thích",
    )  # fmt: skip
    photo = forms.FileField(
        label="Ảnh", required=False, widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"})
    )
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, files: Any, *, occasion: Occasion) -> None:
        super().__init__(data, files, initial={"held_at": occasion.starts_at.astimezone(VIETNAM).time()})
        self.occasion = occasion
        self.fields["photo"].required = occasion.kind == OccasionKind.VISIT

    def clean_photo(self) -> tuple[CleanFile | None, Position | None]:
        try:
            return clean_photo(self.cleaned_data["photo"] or None)
        except RuleBroken as refused:
            raise ValidationError(refused.message) from None

    def proof(self) -> actions.Proof:
        told = self.cleaned_data
        photo, place = told["photo"]
        day = self.occasion.starts_at.astimezone(VIETNAM).date()
        found = place or Position.of(told["latitude"], told["longitude"])
        return actions.Proof(
            _at(day, told["held_at"]), told["attended"], told["minutes"], told["explained"], photo, found
        )


class DeskForm(forms.Form):
    officer = forms.ModelChoiceField(
        User.objects.none(), label="Người tiếp công dân thường xuyên", required=False, empty_label="Chưa phân công",
        help_text="Nghị định 154/2026/NĐ-CP: xã phân công một công chức thường xuyên",
    )  # fmt: skip
    place = forms.CharField(label="Nơi tiếp", max_length=160, required=False)
    phone = PhoneField(label="Điện thoại", required=False)
    rules = forms.CharField(
        label="Nội quy tiếp công dân", max_length=12_000, required=False, widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Mỗi dòng một điều",
    )  # fmt: skip

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        _offer(self, commune, leaders=("officer",))


class TurnForm(Pressed):
    """A citizen's booking."""

    name = forms.CharField(label="Họ và tên", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = PhoneField(label="Số điện thoại", help_text="Xã gọi khi đổi lịch")
    people = forms.IntegerField(label="Số người cùng đến", min_value=1, max_value=500, initial=1)
    matter = forms.CharField(
        label="Việc cần trình bày", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Viết ngắn. Việc tố cáo thì để trống, trình bày trực tiếp",
    )  # fmt: skip

    def booking(self, **more: Any) -> actions.Booking:
        told = self.cleaned_data
        names = ("name", "phone", "people", "matter", "press")
        return actions.Booking(**{name: told[name] for name in names}, **more)


class DeskTurnForm(TurnForm):
    """By an officer: called, or standing at the desk."""

    address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    channel = forms.ChoiceField(label="Đăng ký bằng", choices=[one for one in TurnChannel.choices if one[0] != "web"])

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["phone"].required = False

    def booking(self, **more: Any) -> actions.Booking:
        told = self.cleaned_data
        return super().booking(address=told["address"], channel=told["channel"], **more)


class MinutesForm(forms.Form):
    minutes = forms.CharField(
        label="Biên bản tiếp công dân", max_length=10_000, widget=forms.Textarea(attrs={"rows": 8})
    )


class RefuseForm(forms.Form):
    refusal = forms.ChoiceField(label="Trường hợp luật cho phép từ chối", widget=forms.RadioSelect)
    words = forms.CharField(label="Sự việc cụ thể", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        told: Any = self.fields["refusal"]
        told.choices = [(one.code, f"{one.label} ({one.basis})") for one in refusals().values()]


class LetterForm(Pressed):
    """A petition handed in."""

    subject = forms.CharField(label="Nội dung chính", max_length=300)
    content = forms.CharField(label="Tóm tắt đơn", max_length=6000, required=False, widget=forms.Textarea(attrs=AREA))
    name = forms.CharField(label="Người gửi", max_length=120, required=False)
    phone = PhoneField(label="Số điện thoại", required=False)
    address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    people = forms.IntegerField(label="Số người ký đơn", min_value=1, max_value=10_000, initial=1)
    source = forms.ChoiceField(label="Nhận qua", choices=PetitionSource.choices)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Thôn, tổ dân phố", required=False, empty_label="Chưa rõ"
    )
    may_denounce = forms.BooleanField(
        label="Đơn có tố cáo người cụ thể", required=False,
        help_text="Đánh dấu thì chỉ người có quyền mới thấy đơn này, kể từ lúc nhận",
    )  # fmt: skip

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        _offer(self, commune, hamlets="hamlet")

    def letter(self) -> actions.Letter:
        return actions.Letter(**{name: value for name, value in self.cleaned_data.items() if name != "website"})


class ClassifyForm(forms.Form):
    kind = forms.ChoiceField(label="Loại đơn", choices=PetitionKind.choices, widget=forms.RadioSelect)


class AcceptForm(forms.Form):
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị xác minh", empty_label="Chọn")
    assignee = forms.ModelChoiceField(
        User.objects.none(), label="Người phụ trách", required=False, empty_label="Chưa giao"
    )
    is_complex = forms.BooleanField(label="Vụ việc phức tạp", required=False)

    def __init__(self, data: Any, *, commune: Agency) -> None:
        super().__init__(data)
        _offer(self, commune, leaders=("assignee",), units="unit")


class WordsForm(forms.Form):
    """One text, its label given by the step."""

    words = forms.CharField(max_length=6000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data: Any, *, label: str, help_text: str = "") -> None:
        super().__init__(data, auto_id=f"{label[:8]}_%s".replace(" ", ""))
        self.fields["words"].label, self.fields["words"].help_text = label, help_text


class ConcludeForm(forms.Form):
    words = forms.CharField(label="Kết luận, trả lời", max_length=6000, widget=forms.Textarea(attrs=AREA))
    number = forms.CharField(label="Số văn bản", max_length=60, required=False)


class ExtendForm(forms.Form):
    words = forms.CharField(label="Vì sao phải gia hạn", max_length=600)
    is_special = forms.BooleanField(label="Vụ việc đặc biệt phức tạp", required=False)


class MergeForm(forms.Form):
    code = forms.CharField(label="Số đơn trước", max_length=12, help_text="Ví dụ 012/2026")


class RightForm(forms.Form):
    user = forms.ModelChoiceField(User.objects.none(), label="Ai", empty_label="Chọn")
    reason = forms.CharField(label="Vì sao cần xem", max_length=300)

    def __init__(self, data: Any, *, commune: Agency) -> None:
        super().__init__(data)
        _offer(self, commune, leaders=("user",))


class QuestionForm(Pressed):
    """A question before a dialogue."""

    text = forms.CharField(label="Câu hỏi, ý kiến", max_length=2000, widget=forms.Textarea(attrs=AREA))
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Thôn, tổ dân phố", required=False, empty_label="Không ghi"
    )
    name = forms.CharField(
        label="Họ và tên", max_length=120, required=False, help_text="Không công khai. Để trống cũng được"
    )
    phone = PhoneField(label="Số điện thoại", required=False, help_text="Để xã hỏi thêm khi cần")

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        _offer(self, commune, hamlets="hamlet")

    def voice(self, source: str) -> actions.Voice:
        told = {name: value for name, value in self.cleaned_data.items() if name != "website"}
        return actions.Voice(**told, source=source)


class AssignOpinionForm(forms.Form):
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị giải quyết", empty_label="Chọn")
    text = forms.CharField(
        label="Nội dung công khai", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bỏ tên người, số điện thoại trước khi công khai",
    )  # fmt: skip
    is_private = forms.BooleanField(label="Không công khai, chỉ trả lời riêng", required=False)

    def __init__(self, data: Any, *, commune: Agency, text: str) -> None:
        super().__init__(data, initial={"text": text}, auto_id="assign_%s")
        _offer(self, commune, units="unit")


class PlanOpinionForm(forms.Form):
    plan = forms.CharField(label="Sẽ làm gì", max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
    until = DayField(label="Xong trước hết ngày")


class AnswerOpinionForm(forms.Form):
    outcome = forms.ChoiceField(label="Kết quả", choices=Outcome.choices, widget=forms.RadioSelect)
    answer = forms.CharField(label="Câu trả lời", max_length=4000, widget=forms.Textarea(attrs=AREA))


class NotableForm(forms.Form):
    name = forms.CharField(label="Họ và tên, tên tổ chức", max_length=120)
    kind = forms.ChoiceField(label="Là", choices=NotableKind.choices)
    about = forms.CharField(label="Đóng góp, uy tín", max_length=300, required=False)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Thôn, tổ dân phố", required=False, empty_label="Không ghi"
    )
    is_listed = forms.BooleanField(label="Còn trong danh sách", required=False, initial=True)

    def __init__(self, data: Any, *, commune: Agency, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        _offer(self, commune, hamlets="hamlet")

    def details(self) -> actions.NotableDetails:
        return actions.NotableDetails(**self.cleaned_data)
