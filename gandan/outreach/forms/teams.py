"""Shape of what people type about teams."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gandan.core.vietnamese import WEEKDAYS, fold
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet
from gandan.ui.fields import DayField

from ..actions import Person, TeamFacts
from ..models import Force, Member, Pattern, Team

DAYS = [("", "không đặt"), *((number, name) for number, name in enumerate(WEEKDAYS))]
HOUR = forms.TimeInput(attrs={"inputmode": "numeric", "placeholder": "08:00"}, format="%H:%M")


class TeamForm(forms.Form):
    """A team and its rules."""

    name = forms.CharField(label="Tên tổ, đội", max_length=160)
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Khu dân cư", required=False, empty_label="Không gắn với khu dân cư nào"
    )
    purpose = forms.CharField(label="Việc của tổ", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    least_members = forms.IntegerField(label="Ít nhất bao nhiêu thành viên", min_value=1, max_value=100, initial=3)
    per_force = forms.CharField(
        label="Ít nhất mỗi lực lượng", required=False, max_length=200,
        help_text="Ví dụ: Hội Liên hiệp Phụ nữ 2; Hội Cựu chiến binh 2; Đoàn Thanh niên 2.",
    )  # fmt: skip
    pattern = forms.ChoiceField(label="Giờ trực", choices=Pattern.choices, initial=Pattern.WEEKLY)
    at_once = forms.IntegerField(label="Mỗi ca bao nhiêu người", min_value=1, max_value=50, initial=1)
    weekday = forms.TypedChoiceField(
        label="Thứ (tổ mỗi tuần một buổi)", choices=DAYS, coerce=int, empty_value=None, required=False
    )
    starts = forms.TimeField(label="Từ", required=False, widget=HOUR)
    ends = forms.TimeField(label="Đến", required=False, widget=HOUR)
    place = forms.CharField(label="Nơi trực", max_length=160, required=False)

    def __init__(self, data: Any = None, *, commune: Agency, team: Team | None = None, **more: Any) -> None:
        if team is not None:
            names = dict(Force.choices)
            told = {
                name: getattr(team, name) for name in self.base_fields if name != "per_force" and hasattr(team, name)
            }
            told["per_force"] = "; ".join(f"{names[force]} {count}" for force, count in team.per_force.items())
            more["initial"] = told
        super().__init__(data, **more)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # ModelChoiceField

    def clean_per_force(self) -> dict[str, int]:
        found = {}
        for piece in filter(
            None, (one.strip() for one in self.cleaned_data["per_force"].replace("\n", ";").split(";"))
        ):
            words, _, count = piece.rpartition(" ")
            if not count.isdigit() or int(count) < 1:
                raise ValidationError(f"“{piece}”: ghi tên lực lượng rồi đến số người, ví dụ Đoàn Thanh niên 2.")
            found[force_named(words)] = int(count)
        return found

    def facts(self) -> TeamFacts:
        return TeamFacts(**{name: self.cleaned_data[name] for name in TeamFacts.__dataclass_fields__})


def force_named(words: str) -> str:
    """The force whose label is written, or a part of it."""
    folded = fold(words)
    found = [key for key, label in Force.choices if folded and folded in fold(label)]
    if not found:
        raise ValidationError(
            f"Không có lực lượng “{words}”. Ghi một trong: {', '.join(str(label) for _, label in Force.choices)}."
        )
    return str(found[0])


class NewTeamForm(TeamForm):
    """With its first members, a line each."""

    people = forms.CharField(
        label="Thành viên", widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Mỗi dòng một người: họ tên; lực lượng; điện thoại. Người đầu tiên là tổ trưởng.",
    )  # fmt: skip

    def clean_people(self) -> list[Person]:
        found: list[Person] = []
        for line in filter(None, (one.strip() for one in self.cleaned_data["people"].splitlines())):
            name, *rest = [part.strip() for part in line.split(";")]
            force = force_named(rest[0]) if rest and rest[0] else str(Force.VOLUNTEER)
            phone = rest[1][:20] if len(rest) > 1 else ""
            found.append(Person(name[:120], force, phone, is_head=not found))
        return found


class MemberForm(forms.Form):
    user = forms.ModelChoiceField(
        User.objects.none(), label="Tài khoản cán bộ", required=False, empty_label="Không có tài khoản"
    )
    name = forms.CharField(label="Họ tên", max_length=120, required=False, help_text="Để trống nếu đã chọn tài khoản.")
    force = forms.ChoiceField(label="Lực lượng", choices=Force.choices)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    works_since = DayField(
        label="Làm công việc này từ ngày", required=False,
        help_text="Cán bộ cần từ 2 năm kinh nghiệm (NĐ 118/2025, Điều 11). Tình nguyện viên không cần.",
    )  # fmt: skip
    is_head = forms.BooleanField(label="Là tổ trưởng", required=False)

    def __init__(self, data: Any = None, *, commune: Agency) -> None:
        super().__init__(data)
        self.fields["user"].queryset = User.objects.staff_of(commune)  # type: ignore[attr-defined]  # ModelChoiceField

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("user"):
            told["name"] = told.get("name") or str(told["user"])
        elif not told.get("name"):
            self.add_error("name", "Ghi họ tên, hoặc chọn tài khoản.")
        return told

    def person(self) -> Person:
        return Person(**{name: self.cleaned_data[name] for name in Person.__dataclass_fields__})


class NothingForm(forms.Form):
    """Nothing but the press of the button."""


class CallForm(forms.Form):
    day = DayField(label="Ngày")
    starts = forms.TimeField(label="Từ", widget=HOUR)
    ends = forms.TimeField(label="Đến", widget=HOUR)
    people = forms.IntegerField(label="Cần bao nhiêu người", min_value=1, max_value=100)
    reason = forms.CharField(label="Để làm việc gì", max_length=300, help_text="Ví dụ: đón tiếp giờ cao điểm thứ Hai.")


class MembersForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        Member.objects.none(), label="Ai đến", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một người."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, members: Any) -> None:
        super().__init__(data)
        self.fields["members"].queryset = members  # type: ignore[attr-defined]  # ModelMultipleChoiceField
