"""Shape of what officers and residents type about sessions and visits; shape of what phones send."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext_lazy as _

from gandan.catalog.models import ProcedureVersion
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField, MoneyField

from ..actions import Asked, Done, Recorded
from ..models import Content, Group, Member, Purpose
from ..taking import Taken

MOST_RECORDS, LONGEST_KEY, SHORTEST_KEY = 20, 40, 8
ASKABLE = [(str(one.value), one.label) for one in Purpose if one not in (Purpose.NOTICE, Purpose.RETURN)]
NOT_ANY = "none"


def read_batch(raw: str, files: MultiValueDict[str, UploadedFile[Any]]) -> list[Recorded]:
    """Records of one sending; pictures come beside, named “photo:<key>:<component>”. ValueError when it is not that shape."""
    rows = json.loads(raw)
    if not isinstance(rows, list) or len(rows) > MOST_RECORDS:
        raise ValueError(f"A sending is a list of at most {MOST_RECORDS} records.")
    return [_record(row, files) for row in rows]


def _record(row: Any, files: MultiValueDict[str, UploadedFile[Any]]) -> Recorded:
    key, content = str(row["key"]), row["content"]
    recorded_at = parse_datetime(str(row["recorded_at"]))
    if not SHORTEST_KEY <= len(key) <= LONGEST_KEY or not isinstance(content, dict):
        raise ValueError("A record has a key and its content.")
    if recorded_at is None or not is_aware(recorded_at):
        raise ValueError("A record says when it was written, with its zone.")
    photos = [
        (name.split(":", 2)[2], file.read())
        for name in files
        if name.startswith(f"photo:{key}:")
        for file in files.getlist(name)
    ]
    return Recorded(key, str(row["kind"])[:10], recorded_at, content, tuple(photos))


class CloseSessionForm(forms.Form):
    result = forms.CharField(
        label="Kết quả của phiên", required=False, max_length=2000, widget=forms.Textarea({"rows": 4}),
        help_text="Việc làm được, việc phải làm tiếp. Số người theo nhóm được đếm sẵn.",
    )  # fmt: skip


class WhyForm(forms.Form):
    reason = forms.CharField(
        label="Lý do", max_length=500, widget=forms.Textarea({"rows": 3}), error_messages={"required": "Xin ghi lý do."}
    )


class StaffForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        Member.objects.none(), label="Người đi phiên này", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một người."},
    )  # fmt: skip

    def __init__(self, data: Any, *, members: Any) -> None:
        super().__init__(data)
        chosen = self.fields["members"]
        chosen.queryset = members  # type: ignore[attr-defined]  # ModelMultipleChoiceField
        chosen.label_from_instance = lambda one: f"{one.name}, {one.get_force_display()}"  # type: ignore[attr-defined]  # as above


class SettleForm(forms.Form):
    """What most often is wrong: who, which procedure, which group."""

    name = forms.CharField(label="Người nộp", max_length=120, required=False)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    id_number = forms.CharField(label="Số định danh", max_length=20, required=False)
    address = forms.CharField(label="Nơi ở", max_length=300, required=False)
    procedure = forms.ChoiceField(label="Thủ tục", required=False)
    group = forms.ChoiceField(label="Nhóm nội dung", choices=Content.choices)

    def __init__(self, data: Any, *, versions: Iterable[ProcedureVersion], content: dict[str, Any]) -> None:
        applicant = content.get("applicant") if isinstance(content.get("applicant"), dict) else {}
        super().__init__(data, initial={**(applicant or {}), **content})
        self.before = applicant or {}
        named = [(one.procedure.code, one.procedure.short_name) for one in versions]
        self.fields["procedure"].choices = [("", "Không lập hồ sơ"), *named]  # type: ignore[attr-defined]  # ChoiceField

    def changes(self) -> dict[str, Any]:
        told = self.cleaned_data
        person = {key: told[key] for key in ("name", "phone", "id_number", "address")}
        return {"applicant": {**self.before, **person}, "procedure": told["procedure"], "group": told["group"]}


class AskVisitForm(forms.Form):
    """A visit asked for by the person, a neighbour, or an officer on the telephone."""

    key = forms.CharField(max_length=32, min_length=16, widget=forms.HiddenInput)
    purpose = forms.ChoiceField(label=_("Cần việc gì"), choices=ASKABLE, widget=forms.RadioSelect, initial=Purpose.BOTH)
    name = forms.CharField(
        label=_("Người cần phục vụ"), max_length=120, error_messages={"required": _("Xin ghi họ tên.")}
    )
    group = forms.ChoiceField(
        label=_("Người ấy thuộc nhóm nào"), widget=forms.RadioSelect,
        help_text=_("Chưa có giấy chứng minh cũng được, cán bộ xem khi đến nhà."),
        error_messages={"required": _("Xin chọn một nhóm, hoặc “Không thuộc nhóm nào”.")},
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Điện thoại để hẹn giờ"), max_length=20, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": _("Xin ghi số điện thoại.")},
    )  # fmt: skip
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label=_("Khu dân cư"), empty_label=_("Chọn"), required=False)
    address = forms.CharField(
        label=_("Số nhà, ngõ, điểm dễ tìm"), max_length=300, error_messages={"required": _("Xin chỉ đường đến nhà.")}
    )
    procedure = forms.ModelChoiceField(
        ProcedureVersion.objects.none(),
        label=_("Thủ tục cần làm"),
        empty_label=_("Chưa rõ, xin tư vấn"),
        required=False,
    )
    asked_by = forms.CharField(
        label=_("Ai yêu cầu thay"), max_length=120, required=False,
        help_text=_("Ví dụ: hàng xóm Lê Văn Tư. Người ấy tự yêu cầu thì để trống."),
    )  # fmt: skip
    latitude = forms.FloatField(required=False, min_value=-90, max_value=90, widget=forms.HiddenInput)
    longitude = forms.FloatField(required=False, min_value=-180, max_value=180, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, agency: Agency, groups: Iterable[str], versions: Any, key: str) -> None:
        super().__init__(data, initial={"key": key})
        offered = [(one, Group(one).label) for one in groups]
        self.fields["group"].choices = [*offered, (NOT_ANY, Group.NONE.label)]  # type: ignore[attr-defined]  # ChoiceField
        self.fields["hamlet"].queryset = Hamlet.objects.of(agency)  # type: ignore[attr-defined]  # ModelChoiceField
        chosen = self.fields["procedure"]
        chosen.queryset = versions  # type: ignore[attr-defined]  # ModelChoiceField
        chosen.label_from_instance = lambda one: one.procedure.short_name  # type: ignore[attr-defined]  # as above

    def asked(self) -> Asked:
        told = self.cleaned_data
        place = (told["latitude"], told["longitude"])
        return Asked(
            purpose=told["purpose"], name=told["name"], phone=told["phone"], address=told["address"],
            group="" if told["group"] == NOT_ANY else told["group"], hamlet=told["hamlet"], asked_by=told["asked_by"],
            procedure=told["procedure"].procedure if told["procedure"] else None,
            position=None if None in place else place, key=told["key"],
        )  # fmt: skip


class DeathForm(forms.Form):
    name = forms.CharField(label="Gia đình, người cần gặp", max_length=120)
    phone = forms.CharField(label="Điện thoại", max_length=20)
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", empty_label="Chọn", required=False)
    address = forms.CharField(label="Số nhà, ngõ, điểm dễ tìm", max_length=300)
    asked_by = forms.CharField(
        label="Ai báo", max_length=120, required=False, help_text="Ví dụ: tổ trưởng, đường dây nóng."
    )
    note = forms.CharField(label="Người mất, lúc mất", max_length=300, required=False)

    def __init__(self, data: Any, *, agency: Agency) -> None:
        super().__init__(data)
        self.fields["hamlet"].queryset = Hamlet.objects.of(agency)  # type: ignore[attr-defined]  # ModelChoiceField

    def asked(self) -> Asked:
        return Asked(purpose=Purpose.NOTICE, group=Group.BEREAVED, **self.cleaned_data)


class ScheduleForm(forms.Form):
    day = DayField(label="Ngày đến")
    hour = forms.TimeField(label="Giờ đến", widget=forms.TimeInput({"type": "time"}))
    visitor = forms.ModelChoiceField(User.objects.none(), label="Người đi", empty_label=None)

    def __init__(self, data: Any, *, colleagues: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["visitor"].queryset = colleagues  # type: ignore[attr-defined]  # ModelChoiceField

    def at(self) -> datetime:
        return vietnam_moment(self.cleaned_data["day"], self.cleaned_data["hour"])


class CollectForm(forms.Form):
    """The dossier at the door: who, what, which papers were seen; pictures of papers."""

    procedure = forms.ChoiceField(label="Thủ tục", error_messages={"required": "Xin chọn thủ tục."})
    name = forms.CharField(label="Người nộp", max_length=120)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    id_number = forms.CharField(label="Số định danh", max_length=20, required=False)
    address = forms.CharField(label="Nơi ở", max_length=300, required=False)
    seen = forms.MultipleChoiceField(
        label="Giấy tờ đã xem", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Đủ giấy bắt buộc thì hồ sơ được tiếp nhận ngay, có ngày hẹn.",
    )  # fmt: skip
    photos = forms.FileField(label="Ảnh giấy tờ", required=False, widget=forms.FileInput({"accept": "image/*"}))
    photo_of = forms.ChoiceField(label="Ảnh này là", required=False)

    def __init__(self, data: Any, files: Any, *, versions: list[ProcedureVersion], initial: dict[str, Any]) -> None:
        super().__init__(data, files, initial=initial)
        wanted = (data or initial).get("procedure")
        self.version = next((one for one in versions if one.procedure.code == wanted), None)
        papers = [(one.key, one.name) for one in self.version.papers()] if self.version else []
        named = [(one.procedure.code, one.procedure.short_name) for one in versions]
        for name, choices in (("procedure", [("", "Chọn"), *named]), ("seen", papers), ("photo_of", papers)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # ChoiceField
        if not papers:
            for name in ("seen", "photos", "photo_of"):
                del self.fields[name]

    def taken(self) -> Taken:
        told = self.cleaned_data
        photo = told.get("photos")
        return Taken(
            procedure=told["procedure"], seen=tuple(told.get("seen", ())),
            applicant={key: told[key] for key in ("name", "phone", "id_number", "address")},
            photos=((told["photo_of"], photo),) if photo and told.get("photo_of") else (),
        )  # fmt: skip


class CompleteForm(forms.Form):
    recipient = forms.CharField(label="Người ký, người nhận", max_length=120, required=False)
    signature = forms.FileField(
        label="Chữ ký", required=False, widget=forms.FileInput({"accept": "image/*", "data-signature": ""}),
        help_text="Ký ngay trên màn hình, hoặc chụp phiếu có chữ ký.",
    )  # fmt: skip
    photo = forms.FileField(
        label="Ảnh lúc trao, lúc nhận", required=False, widget=forms.FileInput({"accept": "image/*"})
    )
    is_verified = forms.BooleanField(label="Đã xem giấy chứng minh hoặc biết rõ người này thuộc nhóm", required=False)
    fee = MoneyField(label="Phí, lệ phí đã thu (đồng)", min_value=0, max_value=50_000_000, required=False)
    fee_receipt = forms.CharField(label="Số biên lai đã trao", max_length=30, required=False)
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def done(self) -> Done:
        told = self.cleaned_data
        return Done(**{**told, "fee": told["fee"] or 0})


class HandInForm(forms.Form):
    counted = MoneyField(label="Tiền đếm được (đồng)", min_value=0, max_value=1_000_000_000)
