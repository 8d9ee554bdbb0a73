"""The shape of what officers and leaders type at feedback."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.dossiers.uploads import CleanFile, clean
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from .actions import (
    BoxFacts,
    Finding,
    HouseholdFacts,
    Meeting,
    Minutes,
    Order,
    Origin,
    Proposing,
    Sender,
    SourceFacts,
    StreetFacts,
    Told,
    Where,
)
from .categories import ATTITUDE_POINTS, choices
from .models import Channel, Feedback, Household, PhotoMoment, ReplyBy
from .turning import CHOICES as REASON_CHOICES

BY_HAND = (Channel.COUNTER, Channel.HOTLINE, Channel.PAPER, Channel.ZALO, Channel.FACEBOOK, Channel.EMAIL)
PICK = [("", "chọn lĩnh vực")]


class PhotoField(forms.FileField):
    """A picture, cleaned: `CleanFile` or None. On a telephone it opens the camera."""

    widget = forms.FileInput(attrs={"accept": "image/*", "capture": "environment"})

    def clean(self, data: Any, initial: Any = None) -> CleanFile | None:
        upload = super().clean(data, initial)
        try:
            photo = clean(upload) if upload else None
        except RuleBroken as refused:
            raise ValidationError(refused.message) from None
        if photo and not photo.media_type.startswith("image/"):
            raise ValidationError("Cần một tấm ảnh chụp (JPG, PNG, WEBP), không phải tệp PDF.")
        return photo


def _area(label: str, *, required: bool = True, rows: int = 4, most: int = 3000, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": rows})
    )


def units_of(commune: Agency) -> list[Agency]:
    return list(Agency.objects.inside(commune))


class EnterForm(forms.Form):
    """What an officer writes down for a caller, a visitor, a letter."""

    channel = forms.ChoiceField(label="Đến bằng", choices=[(one.value, one.label) for one in BY_HAND])
    text = _area("Nội dung", rows=5, most=5000)
    category = forms.ChoiceField(label="Lĩnh vực", choices=PICK + choices(), required=False)
    place = forms.CharField(label="Ở đâu", required=False, max_length=200)
    hamlet = forms.ModelChoiceField(Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="chưa rõ")
    name = forms.CharField(label="Họ tên người phản ánh", required=False, max_length=120)
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    reply_by = forms.ChoiceField(label="Trả lời bằng", choices=ReplyBy.choices, required=False)
    is_urgent = forms.BooleanField(label="Việc khẩn, cần làm ngay", required=False)
    photo = PhotoField(label="Ảnh", required=False)
    press_key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # a choice of rows

    def told(self) -> Told:
        said = self.cleaned_data
        sender = Sender(name=said["name"], phone=said["phone"], reply_by=said["reply_by"])
        return Told(
            text=said["text"], channel=said["channel"], sender=sender, category=said["category"], is_urgent=said["is_urgent"],
            where=Where(place=said["place"], hamlet=said["hamlet"]), press_key=said["press_key"],
            photos=[said["photo"]] if said["photo"] else [],
        )  # fmt: skip


class TextForm(forms.Form):
    """One verb, one text."""

    text = _area("Nội dung")

    def __init__(
        self, *args: Any, label: str = "Nội dung", hint: str = "", required: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label, self.fields["text"].help_text, self.fields["text"].required = label, hint, required


class ScreenForm(forms.Form):
    category = forms.ChoiceField(label="Lĩnh vực", choices=PICK + choices())
    is_urgent = forms.BooleanField(label="Việc khẩn, cần làm ngay", required=False)


class RefuseForm(forms.Form):
    reason = forms.ChoiceField(label="Lý do", choices=REASON_CHOICES)
    text = _area("Lời gửi người phản ánh", required=False, hint="Để trống: dùng lời soạn sẵn của lý do.")


class JoinForm(forms.Form):
    code = forms.CharField(label="Mã phản ánh gốc", max_length=24, help_text="ví dụ PA-261123-0007")

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commune = commune

    def clean_code(self) -> Feedback:
        code = str(self.cleaned_data["code"]).strip().upper()
        found = Feedback.objects.of(self.commune).filter(code=code).first()
        if found is None:
            raise ValidationError("Xã không có phản ánh mang mã này.")
        return found


class PassOnForm(forms.Form):
    """A commune by its name, or any other body."""

    name = forms.CharField(label="Chuyển đến", max_length=160, help_text="tên xã, phường, hoặc cơ quan khác")
    text = _area("Vì sao", required=False)

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commune = commune

    def clean_name(self) -> Agency | str:
        name = str(self.cleaned_data["name"]).strip()
        rows = Agency.objects.communes().filter(province=self.commune.province_id, name__iexact=name)
        return rows.exclude(pk=self.commune.pk).first() or name


class ProposeForm(forms.Form):
    findings = _area("Đã sàng lọc, xác minh", required=False)
    text = _area("Đề xuất")
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị chủ trì", required=False, empty_label="chưa rõ")

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Agency.objects.inside(commune)  # type: ignore[attr-defined]  # a choice of rows

    def proposing(self) -> Proposing:
        said = self.cleaned_data
        return Proposing(said["findings"], said["text"], said["unit"])


class DirectForm(forms.Form):
    lead = forms.ModelChoiceField(
        Agency.objects.none(), label="Đơn vị chủ trì, tổng hợp trả lời", empty_label="chọn đơn vị"
    )
    others = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        label="Đơn vị phối hợp, làm cùng lúc",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    text = _area("Ý kiến chỉ đạo", required=False)

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Agency.objects.inside(commune)
        for name in ("lead", "others"):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a choice of rows

    def order(self) -> Order:
        said = self.cleaned_data
        return Order(said["text"], [said["lead"], *[one for one in said["others"] if one != said["lead"]]])


class ResultForm(forms.Form):
    text = _area("Đã làm gì, kết quả")
    photo = PhotoField(label="Ảnh sau khi xử lý", required=False)

    def photos(self) -> list[CleanFile]:
        photo = self.cleaned_data["photo"]
        return [photo] if photo else []


class PhotosForm(forms.Form):
    moment = forms.ChoiceField(
        label="Ảnh chụp", choices=[(one.value, one.label) for one in PhotoMoment if one != PhotoMoment.SENT]
    )
    photo = PhotoField(label="Ảnh")


class JudgeForm(forms.Form):
    point = forms.ChoiceField(
        label="Điều trong “4 xin, 4 luôn, 5 không”", choices=[(one, one) for one in ATTITUDE_POINTS]
    )
    is_upheld = forms.ChoiceField(
        label="Xác minh", choices=[("1", "Đúng"), ("0", "Không đúng")], widget=forms.RadioSelect
    )


class UnitForm(forms.Form):
    """Who leads on a category."""

    category = forms.ChoiceField(label="Lĩnh vực", choices=choices())
    unit = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị", empty_label="chọn đơn vị")

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Agency.objects.inside(commune)  # type: ignore[attr-defined]  # a choice of rows


class _InHamlet(forms.Form):
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="trụ sở, hoặc chưa rõ"
    )

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # a choice of rows


class BoxForm(_InHamlet):
    place = forms.CharField(label="Nơi treo", max_length=160)
    install_by = DayField(label="Phải treo trước ngày", required=False)
    installed_on = DayField(label="Đã treo ngày", required=False)
    is_used = forms.BooleanField(label="Đang dùng", required=False, initial=True)

    def facts(self) -> BoxFacts:
        said = self.cleaned_data
        return BoxFacts(said["place"], said["hamlet"], said["install_by"], said["installed_on"], said["is_used"])


class OpenBoxForm(forms.Form):
    witness = forms.CharField(label="Người thứ hai cùng mở", max_length=120)
    letters = forms.IntegerField(label="Số thư", min_value=0, max_value=500)
    photo = PhotoField(label="Ảnh lúc mở")
    note = forms.CharField(label="Ghi chú", required=False, max_length=300)

    def minutes(self) -> Minutes:
        said = self.cleaned_data
        return Minutes(said["witness"], said["letters"], said["photo"], said["note"])


class LetterForm(forms.Form):
    text = _area("Nội dung thư", most=5000)
    photo = PhotoField(label="Ảnh lá thư", required=False)


class SourceForm(_InHamlet):
    name = forms.CharField(label="Đầu mối", max_length=120, help_text="ví dụ Hội Phụ nữ, Trưởng thôn Mỹ Ân")
    person_name = forms.CharField(label="Người phụ trách", required=False, max_length=120)
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    email = forms.EmailField(label="Thư điện tử", required=False)
    is_used = forms.BooleanField(label="Đang dùng", required=False, initial=True)

    def facts(self) -> SourceFacts:
        said = self.cleaned_data
        return SourceFacts(
            said["name"], said["hamlet"], said["person_name"], said["phone"], said["email"], said["is_used"]
        )


class WeekForm(forms.Form):
    """The return of a week: one opinion a paragraph."""

    opinions = _area(
        "Ý kiến của người dân",
        required=False,
        rows=8,
        most=10_000,
        hint="Mỗi ý kiến một đoạn, cách nhau một dòng trống.",
    )
    has_none = forms.BooleanField(label="Tuần này không có ý kiến", required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("opinions", "").strip() and not said.get("has_none"):
            self.add_error("opinions", "Ghi ý kiến, hoặc chọn “Tuần này không có ý kiến”.")
        return said

    def told(self) -> list[str]:
        if self.cleaned_data["has_none"]:
            return []
        text = str(self.cleaned_data["opinions"]).replace("\r\n", "\n")
        return [part.strip() for part in text.split("\n\n") if part.strip()]


class StreetForm(_InHamlet):
    name = forms.CharField(label="Tên tuyến", max_length=120)
    officer = forms.ModelChoiceField(
        User.objects.none(), label="Cán bộ địa bàn", required=False, empty_label="chưa giao"
    )

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, commune=commune, **kwargs)
        self.fields["officer"].queryset = User.objects.staff_of(commune).filter(is_active=True)  # type: ignore[attr-defined]

    def facts(self) -> StreetFacts:
        said = self.cleaned_data
        return StreetFacts(said["name"], said["hamlet"], said["officer"])


class HouseholdForm(forms.Form):
    number = forms.CharField(label="Số nhà", max_length=40)
    name = forms.CharField(label="Tên hộ, tên biển hiệu", max_length=120)
    business = forms.CharField(label="Kinh doanh gì", required=False, max_length=120)
    owner = forms.CharField(label="Chủ hộ", required=False, max_length=120)
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    is_open = forms.BooleanField(label="Đang kinh doanh", required=False, initial=True)

    def facts(self) -> HouseholdFacts:
        return HouseholdFacts(**self.cleaned_data)


class MeetingForm(forms.Form):
    """One household of the round; a violation seen there becomes a feedback."""

    is_met = forms.ChoiceField(
        label="Gặp được chủ hộ", choices=[("1", "Gặp"), ("0", "Vắng")], widget=forms.RadioSelect, initial="1"
    )
    note = forms.CharField(
        label="Đã trao đổi gì", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    commitment = forms.CharField(label="Hộ cam kết", required=False, max_length=500)
    commitment_by = DayField(label="Cam kết xong trước ngày", required=False)
    violation = _area("Vi phạm thấy tại chỗ", required=False, rows=3)
    category = forms.ChoiceField(label="Lĩnh vực vi phạm", choices=PICK + choices(), required=False)
    photo = PhotoField(label="Ảnh", required=False)

    def __init__(self, *args: Any, household: Household, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.household = household

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("violation", "").strip() and not said.get("category"):
            self.add_error("category", "Chọn lĩnh vực của vi phạm.")
        return said

    def meeting(self) -> Meeting:
        said = self.cleaned_data
        return Meeting(said["is_met"] == "1", said["note"], said["commitment"], said["commitment_by"], said["photo"])

    def finding(self) -> Finding | None:
        said = self.cleaned_data
        if not said["violation"].strip():
            return None
        return Finding(said["violation"], said["category"], [said["photo"]] if said["photo"] else [])


class AboutDossierForm(forms.Form):
    """What a citizen says about a running dossier (S3.7)."""

    ask = forms.ChoiceField(
        label="Ông/bà muốn", widget=forms.RadioSelect,
        choices=[("progress", "Hỏi tiến độ"), ("sooner", "Đề nghị làm sớm"), ("praise", "Khen"), ("blame", "Chê")],
    )  # fmt: skip
    text = _area("Nội dung", rows=5, most=2000)
    phone = forms.CharField(label="Số điện thoại để báo lại", required=False, max_length=20)
    press_key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def told(self, dossier: Dossier, sender: User | None) -> Told:
        said = self.cleaned_data
        return Told(
            text=said["text"], channel=Channel.DOSSIER, press_key=said["press_key"],
            sender=Sender(user=sender, phone=said["phone"], reply_by=ReplyBy.SMS if said["phone"] else ReplyBy.NONE),
            origin=Origin(dossier=dossier, dossier_ask=said["ask"]),
        )  # fmt: skip
