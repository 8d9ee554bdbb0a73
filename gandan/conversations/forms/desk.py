"""The shape of what officers type."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.dossiers.photos import PhotoField
from gandan.feedback.categories import choices as categories
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from ..actions import Answer, Asking, ChannelFacts, Judgement, PostFacts, TouchFacts
from ..models import AskedBy, ChannelKind, CommunityChannel, Precheck, PrecheckPaper, Touchpoint
from ..workflow import Verdict
from .public import ContactForm, PressForm, area

CODE = re.compile(r"[\d.]{6,14}")
MOST_CARDS = 5


def staff_of(commune: Agency) -> QuerySet[User]:
    """Those who work in the commune or a part of it."""
    rows: QuerySet[User] = User.objects.filter(Q(agency=commune) | Q(agency__commune=commune), is_active=True)
    return rows.filter(is_staff_member=True).order_by("full_name")


class StaffField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """An officer of the commune, or nobody in particular."""

    def __init__(self, label: str, empty: str = "chưa phân công") -> None:
        super().__init__(User.objects.none(), label=label, required=False, empty_label=empty)

    def offer(self, commune: Agency) -> None:
        self.queryset = staff_of(commune)


def _codes(typed: str) -> list[Procedure]:
    """Procedures in force named by their codes; an unknown code is an error."""
    codes = CODE.findall(typed)
    known = {one.code: one for one in Procedure.objects.in_force(localdate()).filter(code__in=codes)}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise forms.ValidationError(f"Không có thủ tục mã {', '.join(unknown)} đang áp dụng.")
    return [known[code] for code in dict.fromkeys(codes)]


class CodesField(forms.CharField):
    """Codes of procedures, separated by anything; cleaned to the procedures."""

    def __init__(self, label: str, *, hint: str = "", initial: str = "") -> None:
        super().__init__(label=label, required=False, max_length=200, help_text=hint, initial=initial)

    def clean(self, value: Any) -> list[Procedure]:
        return _codes(str(super().clean(value) or ""))


class AnswerForm(PressForm):
    field_order = ("text", "cards")
    text = area("Câu trả lời", rows=5, hint="Người hỏi thấy tên người trả lời.")
    cards = CodesField("Kèm thẻ thủ tục", hint="Mã thủ tục, ví dụ 1.001193. Thẻ có giấy tờ, mẫu, phí, thời hạn.")

    def answer(self) -> Answer:
        told = self.cleaned_data
        return Answer(told["text"], [one.code for one in told["cards"][:MOST_CARDS]], told["press_key"])


class NoteForm(forms.Form):
    text = area("Ghi chú nội bộ", rows=2, most=1000, hint="Người hỏi không thấy.")


class ReassignForm(forms.Form):
    procedure = CodesField("Mã thủ tục", hint="Có mã thì lĩnh vực theo thủ tục.")
    field = forms.ChoiceField(label="Lĩnh vực", required=False)
    owner = StaffField("Người trả lời", empty="người phụ trách lĩnh vực")

    def __init__(self, *args: Any, commune: Agency, fields: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        choice, owner = self.fields["field"], self.fields["owner"]
        assert isinstance(choice, forms.ChoiceField)
        assert isinstance(owner, StaffField)
        choice.choices = [("", "việc chung"), *((one, one) for one in fields)]
        owner.offer(commune)

    @property
    def matter(self) -> str | Procedure:
        found = self.cleaned_data["procedure"]
        return found[0] if found else str(self.cleaned_data["field"])


class PublishForm(forms.Form):
    question = area("Câu hỏi sẽ đăng", rows=3)
    answer = area("Câu trả lời sẽ đăng", rows=5)


class FeedbackForm(forms.Form):
    category = forms.ChoiceField(label="Lĩnh vực phản ánh", required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choice = self.fields["category"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", "chưa rõ"), *categories()]


class PhoneForm(ContactForm):
    """A question somebody told on the telephone or at the gate."""

    field_order = ("text", "field", "name", "phone")
    text = area("Người dân hỏi gì")
    field = forms.ChoiceField(label="Lĩnh vực", required=False)

    def __init__(self, *args: Any, fields: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        choice = self.fields["field"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", "việc chung"), *((one, one) for one in fields)]

    def asking(self) -> Asking:
        told = self.cleaned_data
        return Asking(
            text=told["text"], channel=AskedBy.PHONE, field=told["field"], name=told["name"], phone=told["phone"],
            press_key=told["press_key"],
        )  # fmt: skip


class JudgeForm(forms.Form):
    """A verdict and a reason per paper."""

    def __init__(self, *args: Any, precheck: Precheck, **more: Any) -> None:
        super().__init__(*args, **more)
        self.papers = list(precheck.papers.prefetch_related("photos"))
        for one in self.papers:
            self.fields[f"v-{one.component}"] = forms.ChoiceField(
                label=one.name, choices=Verdict.choices, required=False, initial=one.verdict
            )
            self.fields[f"r-{one.component}"] = forms.CharField(
                label=f"Lý do, {one.name}", required=False, max_length=300, initial=one.reason
            )

    def lines(self) -> list[tuple[PrecheckPaper, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"v-{one.component}"], self[f"r-{one.component}"]) for one in self.papers]

    def told(self) -> dict[str, Judgement]:
        said = self.cleaned_data
        return {
            one.component: Judgement(said[f"v-{one.component}"], said[f"r-{one.component}"]) for one in self.papers
        }  # fmt: skip


class DutyForm(forms.Form):
    """Who answers for one field."""

    officer = StaffField("Người trả lời")

    def __init__(self, *args: Any, commune: Agency, **more: Any) -> None:
        super().__init__(*args, **more)
        officer = self.fields["officer"]
        assert isinstance(officer, StaffField)
        officer.offer(commune)


def _hamlets(field: forms.Field, commune: Agency) -> None:
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Hamlet.objects.of(commune)


class ChannelForm(forms.Form):
    name = forms.CharField(label="Tên kênh", max_length=120)
    kind = forms.ChoiceField(label="Loại kênh", choices=ChannelKind.choices)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Của khu dân cư", required=False, empty_label="cả xã"
    )  # fmt: skip
    about = area("Giới thiệu", rows=2, required=False, most=400)
    join_url = forms.URLField(label="Địa chỉ vào nhóm Zalo", required=False, max_length=300, assume_scheme="https")
    moderator = StaffField("Người duyệt bài")
    members = forms.IntegerField(label="Số thành viên", required=False, min_value=0, max_value=9_999_999)
    members_on = DayField(label="Đếm ngày", required=False)
    is_open = forms.BooleanField(label="Đang mở", required=False)

    def __init__(self, data: Any = None, *, commune: Agency, channel: CommunityChannel | None = None) -> None:
        known = {name: getattr(channel, name) for name in self.base_fields} if channel else {"is_open": True}
        super().__init__(data, initial=known)
        moderator = self.fields["moderator"]
        assert isinstance(moderator, StaffField)
        moderator.offer(commune)
        _hamlets(self.fields["hamlet"], commune)

    def facts(self) -> ChannelFacts:
        return ChannelFacts(**self.cleaned_data)


class PostForm(forms.Form):
    title = forms.CharField(label="Tiêu đề", max_length=160)
    body = area("Nội dung", rows=5)
    media_url = forms.URLField(
        label="Địa chỉ bản ghi âm, phim", required=False, max_length=300, assume_scheme="https"
    )  # fmt: skip
    procedure = CodesField("Mã thủ tục kèm theo")
    photo = PhotoField(label="Ảnh", required=False)

    def facts(self) -> PostFacts:
        told = self.cleaned_data
        return PostFacts(
            title=told["title"], body=told["body"], media_url=told["media_url"],
            procedure=next(iter(told["procedure"]), None), photos=(told["photo"],) if told["photo"] else (),
        )  # fmt: skip


class TouchForm(forms.Form):
    name = forms.CharField(label="Tên điểm chạm", max_length=120, help_text="Ví dụ: Bảng tin thôn 3.")
    place = forms.CharField(label="Đặt ở đâu", max_length=200)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="chưa rõ"
    )  # fmt: skip
    latitude = forms.FloatField(label="Vĩ độ", required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(label="Kinh độ", required=False, min_value=-180, max_value=180)
    topic = forms.CharField(label="Chủ đề", max_length=160)
    body = area("Điều cần biết", rows=6)
    field = forms.ChoiceField(label="Lĩnh vực của câu hỏi", required=False)
    procedures = CodesField("Mã các thủ tục của chủ đề")
    is_open = forms.BooleanField(label="Đang dùng", required=False)

    def __init__(
        self, data: Any = None, *, commune: Agency, fields: list[str], point: Touchpoint | None = None
    ) -> None:
        known: dict[str, Any] = {"is_open": True}
        if point is not None:
            known = {name: getattr(point, name) for name in self.base_fields if name != "procedures"}
            known["procedures"] = ", ".join(point.procedures.values_list("code", flat=True))
        super().__init__(data, initial=known)
        choice = self.fields["field"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", "việc chung"), *((one, one) for one in fields)]
        _hamlets(self.fields["hamlet"], commune)

    def facts(self) -> TouchFacts:
        return TouchFacts(**self.cleaned_data)
