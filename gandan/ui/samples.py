"""What the page of parts (/ui/, development only) shows: each part in each state, on the dates of the look."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from .fields import DayField

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DUE = datetime(2026, 11, 26, 17, tzinfo=_VIETNAM)
RULE = "3 ngày làm việc sau ngày nhận, hết hạn vào cuối giờ làm việc của ngày thứ 3."
CITATION = "Bộ luật Dân sự 2015, Điều 147, khoản 2"

SWATCHES = (
    ("paper", "Giấy", "nền phụ"),
    ("white", "Trắng", "nền chính"),
    ("ink", "Mực", "chữ"),
    ("ink-2", "Mực nhạt", "chữ phụ"),
    ("line", "Đường kẻ", "phân cách"),
    ("line-2", "Viền ô", "ô nhập"),
    ("accent", "Xanh mực", "việc tiếp theo"),
    ("late", "Đỏ", "trễ, nguy hiểm"),
    ("soon", "Hổ phách", "sắp đến hạn"),
    ("done", "Xanh lá", "đã xong"),
)


def _line(day: str, kind: str, label: str, name: str = "") -> dict[str, str]:
    return {"date": day, "kind": kind, "label": label, "name": name, "basis": ""}


SHORT_DAYS = [
    _line("2026-11-20", "start", "nhận 8:30"),
    _line("2026-11-23", "count", "1"),
    _line("2026-11-24", "off", "nghỉ", "Ngày Văn hóa Việt Nam"),
    _line("2026-11-25", "count", "2"),
    _line("2026-11-26", "due", "hạn 17:00"),
]
LONG_DAYS = [
    _line("2026-11-16", "start", "nhận 8:00"),
    *(_line(f"2026-11-{17 + n}", "count", str(n + 1)) for n in range(4)),
    _line("2026-11-23", "count", "5"),
    _line("2026-11-24", "off", "nghỉ", "Ngày Văn hóa Việt Nam"),
    *(_line(f"2026-11-{25 + n}", "count", str(n + 6)) for n in range(3)),
    _line("2026-11-30", "count", "9"),
    _line("2026-12-01", "due", "hạn 17:00"),
]
SENTENCES = [
    {"text": "Nhận đủ hồ sơ thứ Sáu, 20/11, 8 giờ 30. Ngày nhận không tính.", "source": CITATION},
    {"text": "Thứ Ba, 24/11 nghỉ Ngày Văn hóa Việt Nam, không tính.", "source": "Nghị quyết 28/2026/QH16"},
    {"text": "Ngày làm việc thứ 3 là thứ Năm, 26/11, hết giờ làm việc lúc 17 giờ.", "source": ""},
]


def working(days: list[dict[str, str]]) -> dict[str, Any]:
    """A working as it is stored on a case."""
    return {"rule": RULE, "citation": CITATION, "days": days, "sentences": SENTENCES}


TIMELINE = (
    {"state": "done", "title": "Trung tâm nhận đủ hồ sơ", "lines": ["thứ Sáu, 20/11"]},
    {"state": "late", "title": "Xác minh, đang trễ", "lines": ["Công an xã, quá hạn 2 giờ"]},
    {
        "state": "now",
        "title": "Hai cơ quan làm cùng lúc",
        "lines": [],
        "together": [
            {"title": "Đăng ký thường trú", "lines": ["Công an xã, hạn hôm nay"], "look": "go", "label": "Đang làm"},
            {"title": "Thẻ bảo hiểm y tế", "lines": ["Bảo hiểm xã hội"], "look": "done", "label": "Đã xong"},
        ],
    },
    {"state": "next", "title": "Trả kết quả", "lines": ["thứ Năm, 26/11"]},
)
PILLS = (
    ("", "Mới đăng ký"),
    ("go", "Đang xử lý"),
    ("soon", "Cần bổ sung"),
    ("late", "Trễ 1 ngày"),
    ("done", "Đã trả kết quả"),
)
CHIPS = (
    {"href": "?", "label": "Tất cả", "count": 10, "is_current": True},
    {"href": "?loc=tre", "label": "Trễ", "count": 1, "is_current": False},
    {"href": "?loc=nay", "label": "Hôm nay", "count": 4, "is_current": False},
)
SLACKS = ((100, "trễ 1 giờ 42 phút", "late"), (91, "còn 28 phút", "soon"), (56, "còn 10 giờ 18 phút", ""))


class SampleForm(forms.Form):
    """Every shape of field."""

    phone = forms.CharField(label="Số điện thoại", help_text="Để nhận tin khi có kết quả.", initial="0912 345 118")
    id_number = forms.RegexField(
        r"\d{12}",
        label="Số định danh",
        error_messages={"invalid": "Số định danh có 12 chữ số. Ô này đang có 11."},
    )
    born = DayField(label="Ngày sinh", help_text="Ví dụ: 05/11/2026")
    gender = forms.ChoiceField(label="Giới tính", choices=[("nam", "Nam"), ("nu", "Nữ")], widget=forms.RadioSelect)
    place = forms.ChoiceField(label="Nơi nhận kết quả", choices=[("", "Chọn"), ("quay", "Quầy 1"), ("nha", "Tại nhà")])
    ways = forms.MultipleChoiceField(
        label="Nhận tin bằng cách nào",
        required=False,
        choices=[("zalo", "Tin nhắn Zalo"), ("sms", "Tin nhắn điện thoại"), ("email", "Thư điện tử")],
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    photo = forms.FileField(label="Ảnh Giấy chứng sinh", help_text="Đặt giấy trên mặt bàn, đủ sáng, thấy cả bốn góc.")
    sworn = forms.BooleanField(label="Tôi cam đoan những điều khai trên là đúng sự thật.")


def sample_form() -> SampleForm:
    """Sent with some mistakes, so that every error shows."""
    return SampleForm({"phone": "0912 345 118", "id_number": "03019300451", "born": "31/11/2026", "gender": "nam"})


def parts_page() -> dict[str, Any]:
    """The context of `ui/all_parts.html`."""
    return {
        "swatches": SWATCHES,
        "due": DUE,
        "short": working(SHORT_DAYS),
        "long": working(LONG_DAYS),
        "timeline": TIMELINE,
        "pills": PILLS,
        "chips": CHIPS,
        "slacks": SLACKS,
        "form": sample_form(),
    }
