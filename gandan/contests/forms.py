"""What organisers, entrants and judges type."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gandan.core.vietnamese import fold, say_number
from gandan.measures.scope import VIETNAM
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.models import Reform
from gandan.ui.fields import DayField

from .actions import CampaignFacts, ContestFacts, Decision, Merit, Paper, PartPlan, Promise, QuestionFacts
from .actions.contests import USUAL_PARTS
from .eligibility import Person
from .measuring import content_choices
from .models import Better, Campaign, CommendationKind, Contest, PartKind, Question, Stage
from .models.contest import usual_criteria, usual_prizes

MOST_BYTES = 2**20
REQUIRED = {"required": "Xin điền ô này."}
KINDS = {"truc tiep": PartKind.LIVE, "trac nghiem": PartKind.TEST}
LETTERS = "ABCDEF"


class Lines(forms.CharField):
    """One thing a line, its pieces divided by “|”. `read` makes a value of the pieces or raises ValueError."""

    def __init__(self, read: Callable[[list[str]], Any], **more: Any) -> None:
        widget = forms.Textarea({"rows": more.pop("rows", 5)})
        super().__init__(widget=widget, error_messages=REQUIRED, **more)
        self.read = read

    def clean(self, value: Any) -> Any:
        lines = [line for line in str(super().clean(value)).splitlines() if line.strip()]
        found = []
        for place, line in enumerate(lines, start=1):
            try:
                found.append(self.read([piece.strip() for piece in line.split("|")]))
            except (ValueError, IndexError, ValidationError):
                raise ValidationError(f"Dòng {place} chưa đúng mẫu: {line}") from None
        return found


def number_of(text: str) -> float:
    """“12,5” or “12.5”."""
    return float(text.replace(",", "."))


def _criterion(pieces: list[str]) -> dict[str, Any]:
    return {"name": pieces[0], "most": number_of(pieces[1])}


def _prize(pieces: list[str]) -> dict[str, Any]:
    return {"name": pieces[0], "count": int(pieces[1])}


def _part(pieces: list[str]) -> PartPlan:
    kind = KINDS[fold(pieces[2])] if len(pieces) > 2 else PartKind.LIVE
    if kind == PartKind.TEST and len(pieces) > 4:
        return PartPlan(pieces[0], number_of(pieces[1]), kind, questions=int(pieces[3]), minutes=int(pieces[4]))
    return PartPlan(pieces[0], number_of(pieces[1]), kind)


def _person(pieces: list[str]) -> Person:
    born_on = DayField().clean(pieces[1])
    return Person(pieces[0], born_on, pieces[2] if len(pieces) > 2 else "")


def _join(rows: Iterable[Iterable[object]]) -> str:
    return "\n".join(" | ".join(_plain(one) for one in row) for row in rows)


def _plain(value: object) -> str:
    return say_number(value) if isinstance(value, int | float) else str(value)


class CampaignForm(forms.Form):
    """The plan of a campaign."""

    name = forms.CharField(label="Tên đợt thi đua", max_length=240, error_messages=REQUIRED)
    basis = forms.CharField(label="Kế hoạch, căn cứ", max_length=240, required=False)
    banner = forms.CharField(
        label="Chủ đề năm", max_length=240, required=False, help_text="Hiện trên trang của cán bộ trong những ngày thi đua.",
    )  # fmt: skip
    starts_on = DayField(label="Từ ngày", error_messages=REQUIRED)
    ends_on = DayField(label="Đến hết ngày", help_text="Kết quả được đo đến hết ngày này.", error_messages=REQUIRED)
    commended = forms.IntegerField(label="Số đơn vị được khen", min_value=1, max_value=50, initial=3)

    def facts(self) -> CampaignFacts:
        return CampaignFacts(**self.cleaned_data)

    @staticmethod
    def of(campaign: Campaign) -> dict[str, Any]:
        return {name: getattr(campaign, name) for name in CampaignForm.base_fields}


class PledgeForm(forms.Form):
    """One content with its target."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="Đơn vị", empty_label=None)
    content = forms.CharField(label="Nội dung đăng ký", max_length=240, error_messages=REQUIRED)
    measure = forms.ChoiceField(label="Đo bằng")
    field = forms.ChoiceField(label="Chỉ tính lĩnh vực", required=False)
    better = forms.ChoiceField(label="Đạt khi", choices=Better.choices, widget=forms.RadioSelect, initial=Better.UP)
    target = forms.CharField(label="Chỉ tiêu", help_text="Bằng số, ví dụ 95 hoặc 14,5.", error_messages=REQUIRED)

    def __init__(self, *args: Any, agencies: Any, fields_of_law: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["measure"].choices = content_choices()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["field"].choices = [("", "Mọi lĩnh vực"), *((one, one) for one in fields_of_law)]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_target(self) -> float:
        return _number(self.cleaned_data["target"])

    def promise(self) -> Promise:
        told = self.cleaned_data
        kind, _, measure = told["measure"].partition(":")
        return Promise(told["content"], told["target"], kind, measure, told["better"], told["field"])


def _number(text: str) -> float:
    try:
        return number_of(text)
    except ValueError:
        raise ValidationError("Ghi bằng chữ số, ví dụ 95 hoặc 14,5.") from None


class ReportForm(forms.Form):
    """The result of a content that nothing measures."""

    value = forms.CharField(label="Kết quả đến nay", help_text="Bằng số.", error_messages=REQUIRED)
    evidence = forms.CharField(
        label="Minh chứng",
        max_length=300,
        help_text="Số văn bản, địa chỉ bài đăng hoặc nơi lưu.",
        error_messages=REQUIRED,
    )

    def clean_value(self) -> float:
        return _number(self.cleaned_data["value"])


class DecisionForm(forms.Form):
    """The decision by which somebody is commended."""

    kind = forms.ChoiceField(label="Hình thức", choices=[one for one in CommendationKind.choices if one[0] != "prize"])
    number = forms.CharField(label="Số, ký hiệu quyết định", max_length=60, error_messages=REQUIRED)
    decided_on = DayField(label="Ngày quyết định", error_messages=REQUIRED)

    def decision(self) -> Decision:
        told = self.cleaned_data
        return Decision(told["number"], told["decided_on"], told.get("kind", CommendationKind.PRIZE))


class AwardForm(DecisionForm):
    kind = None  # type: ignore[assignment]  # Django's way to leave a field out


class MeritForm(DecisionForm):
    """Somebody commended outside any campaign."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="Đơn vị", required=False, empty_label="không ghi đơn vị"
    )
    person_name = forms.CharField(label="Họ và tên người được khen", max_length=240, required=False)
    reason = forms.CharField(
        label="Thành tích", max_length=300, widget=forms.Textarea({"rows": 3}), error_messages=REQUIRED
    )
    field_order = ["agency", "person_name", "reason", "kind", "number", "decided_on"]

    def __init__(self, *args: Any, agencies: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]  # a ModelChoiceField

    def merit(self) -> Merit:
        told = self.cleaned_data
        return Merit(told["reason"], told["agency"], told["person_name"])


class ContestForm(forms.Form):
    """The rules of a contest as settings."""

    name = forms.CharField(label="Tên hội thi", max_length=240, error_messages=REQUIRED)
    basis = forms.CharField(label="Kế hoạch, căn cứ", max_length=240, required=False)
    rules = forms.CharField(label="Thể lệ cho người dự thi", required=False, widget=forms.Textarea({"rows": 4}))
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    closes_on = DayField(label="Nhận bài đến hết ngày", error_messages=REQUIRED)
    oldest = forms.IntegerField(
        label="Tuổi cao nhất", required=False, min_value=16, max_value=80, help_text="Để trống nếu không giới hạn."
    )
    officials_only = forms.BooleanField(label="Chỉ dành cho cán bộ, công chức, viên chức", required=False, initial=True)
    judges_each = forms.IntegerField(label="Số giám khảo chấm mỗi bài", min_value=1, max_value=5, initial=2)
    threshold = forms.FloatField(
        label="Chênh quá bao nhiêu điểm thì thêm giám khảo", min_value=0, max_value=100, initial=10
    )
    finalists = forms.IntegerField(label="Số đội vào chung kết", min_value=1, max_value=99, initial=9)
    criteria = Lines(
        _criterion, label="Tiêu chí chấm bài", rows=6, help_text="Mỗi dòng: tên | điểm tối đa. Cộng lại bằng 100."
    )
    finals = Lines(
        _part, label="Các phần chung kết", rows=4,
        help_text="Mỗi dòng: tên | tỷ trọng | trực tiếp hoặc trắc nghiệm | số câu | số phút. Tỷ trọng cộng lại bằng 100.",
    )  # fmt: skip
    prizes = Lines(_prize, label="Giải thưởng", rows=4, help_text="Mỗi dòng: tên giải | số giải, từ cao xuống thấp.")

    def facts(self) -> ContestFacts:
        told = dict(self.cleaned_data)
        closes_at = datetime.combine(told.pop("closes_on"), time(23, 59), VIETNAM)
        criteria = [{**one, "key": f"c{place}"} for place, one in enumerate(told.pop("criteria"), start=1)]
        return ContestFacts(
            closes_at=closes_at, criteria=criteria, parts=(USUAL_PARTS[0], *told.pop("finals")), **told
        )  # fmt: skip

    @staticmethod
    def usual() -> dict[str, Any]:
        return _told(usual_criteria(), usual_prizes(), USUAL_PARTS)

    @staticmethod
    def of(contest: Contest) -> dict[str, Any]:
        kept = {name: getattr(contest, name) for name in ContestForm.base_fields if hasattr(contest, name)}
        told = _told(contest.criteria, contest.prizes, contest.parts.all())
        return {**kept, **told, "closes_on": contest.closes_at.astimezone(VIETNAM).date()}


def _told(
    criteria: Iterable[Mapping[str, Any]], prizes: Iterable[Mapping[str, Any]], parts: Iterable[Any]
) -> dict[str, str]:
    finals = [one for one in parts if one.stage == Stage.FINAL]
    return {
        "criteria": _join((one["name"], one["most"]) for one in criteria),
        "prizes": _join((one["name"], one["count"]) for one in prizes),
        "finals": _join(
            (one.name, one.weight, "trắc nghiệm", one.questions, one.minutes) if one.kind == PartKind.TEST
            else (one.name, one.weight, "trực tiếp")
            for one in finals
        ),
    }  # fmt: skip


class EntryForm(forms.Form):
    """What a team hands in."""

    title = forms.CharField(label="Tên mô hình, sáng kiến", max_length=240, error_messages=REQUIRED)
    text = forms.CharField(
        label="Nội dung", widget=forms.Textarea({"rows": 10}), error_messages=REQUIRED,
        help_text="Vấn đề, cách làm, kết quả. Bài chấm ẩn danh: không ghi tên người, tên đơn vị trong bài và trong tệp.",
    )  # fmt: skip
    file = forms.FileField(label="Tệp kèm theo", required=False, help_text="PDF hoặc ảnh.")
    team = forms.CharField(label="Tên đội", max_length=120, required=False, help_text="Dùng ở chung kết.")
    members = Lines(
        _person, label="Thành viên", rows=3, help_text="Mỗi người một dòng: họ và tên | ngày sinh | chức vụ."
    )
    officials = forms.BooleanField(
        label="Các thành viên đều là cán bộ, công chức, viên chức", required=False, initial=True
    )
    reform = forms.ModelChoiceField(
        Reform.objects.none(), label="Mô hình đã có trong kho", required=False, empty_label="chưa có trong kho"
    )

    def __init__(self, *args: Any, agency: Agency, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reform"].queryset = Reform.objects.filter(proposed_by__commune=agency.commune_id)  # type: ignore[attr-defined]  # a ModelChoiceField

    def paper(self) -> Paper:
        told = self.cleaned_data
        people = [Person(one.name, one.born_on, one.position, told["officials"]) for one in told["members"]]
        return Paper(told["title"], told["text"], tuple(people), told["team"], told["file"], told["reform"])


class CheckForm(forms.Form):
    """Why a team may not take part."""

    reason = forms.CharField(
        label="Lý do không đủ điều kiện", max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )


class JudgeForm(forms.Form):
    user = forms.ModelChoiceField(User.objects.none(), label="Giám khảo", empty_label=None)

    def __init__(self, *args: Any, people: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["user"].queryset = people  # type: ignore[attr-defined]  # a ModelChoiceField


class QuestionForm(forms.Form):
    """A choice question; the right choice is named by its letter."""

    field = forms.CharField(label="Lĩnh vực", max_length=80, error_messages=REQUIRED)
    text = forms.CharField(label="Câu hỏi", widget=forms.Textarea({"rows": 3}), error_messages=REQUIRED)
    choices = Lines(
        lambda pieces: " | ".join(pieces), label="Các phương án", rows=4, help_text="Mỗi phương án một dòng."
    )
    answer = forms.ChoiceField(label="Phương án đúng", choices=[(str(n), letter) for n, letter in enumerate(LETTERS)])
    source = forms.CharField(label="Căn cứ", max_length=240, required=False)

    def facts(self) -> QuestionFacts:
        told = self.cleaned_data
        return QuestionFacts(told["field"], told["text"], tuple(told["choices"]), int(told["answer"]), told["source"])

    @staticmethod
    def of(question: Question) -> dict[str, Any]:
        return {
            "field": question.field, "text": question.text, "choices": "\n".join(question.choices),
            "answer": str(question.answer), "source": question.source,
        }  # fmt: skip


class ImportForm(forms.Form):
    """A CSV file of questions: field, question, right letter, source, then the choices."""

    file = forms.FileField(
        label="Tệp CSV", error_messages=REQUIRED,
        help_text="Dòng đầu là tên cột: lĩnh vực, câu hỏi, đáp án (A đến F), căn cứ, rồi từng phương án.",
    )  # fmt: skip

    def clean_file(self) -> list[QuestionFacts]:
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise ValidationError("Tệp lớn hơn 1 MB. Chia thành nhiều tệp nhỏ.")
        try:
            rows = list(csv.reader(io.StringIO(upload.read().decode("utf-8-sig"))))[1:]
        except (UnicodeDecodeError, csv.Error):
            raise ValidationError("Tệp phải là CSV, mã UTF-8. Trong Excel chọn “CSV UTF-8”.") from None
        found = [_question(row, place) for place, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
        if not found:
            raise ValidationError("Tệp không có câu hỏi nào.")
        return found


def _question(row: list[str], place: int) -> QuestionFacts:
    cells = [cell.strip() for cell in row]
    answer = LETTERS.find(cells[2].upper()) if len(cells) > 2 and len(cells[2]) == 1 else -1
    choices = tuple(cell for cell in cells[4:] if cell)
    if answer < 0 or answer >= len(choices):
        raise ValidationError(f"Dòng {place}: đáp án phải là chữ cái của một phương án có trong dòng.")
    return QuestionFacts(cells[0], cells[1], choices, answer, cells[3])
