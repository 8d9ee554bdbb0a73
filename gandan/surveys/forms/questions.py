"""The builder of questionnaires: one block of fields a question, three empty ones at the end."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .. import actions
from ..models import QuestionKind, Questionnaire
from ..shipped import scales

NAMES = {
    "satisfied_5": "Hài lòng, 5 mức", "met_3": "Chưa đạt, đạt, tốt", "yes_no": "Không, có",
    "kept_3": "Chưa thực hiện, có lúc, thực hiện tốt",
}  # fmt: skip
OWN, CHOICE, TEXT = "own", "choice", "text"
EMPTY_BLOCKS = 3
KINDS = [*NAMES.items(), (OWN, "Thang riêng"), (CHOICE, "Chọn một trong các ý"), (TEXT, "Ý kiến bằng lời")]


class LineForm(forms.Form):
    """One question. Left without text it is left out."""

    text = forms.CharField(label="Câu hỏi", max_length=300, required=False)
    shape = forms.ChoiceField(label="Trả lời bằng", choices=KINDS, required=False)
    words = forms.CharField(
        label="Các mức", required=False, max_length=700, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chỉ cho thang riêng và chọn một: mỗi dòng một mức, từ kém đến tốt",
    )  # fmt: skip
    pass_at = forms.IntegerField(label="Đạt từ mức", required=False, min_value=2, max_value=7)
    good_at = forms.IntegerField(label="Tốt từ mức", required=False, min_value=2, max_value=7)
    group = forms.CharField(label="Đề mục phía trên", max_length=80, required=False)
    is_overall = forms.BooleanField(label="Câu đánh giá chung", required=False)
    is_attitude = forms.BooleanField(label="Câu về thái độ cán bộ", required=False)
    is_required = forms.BooleanField(label="Phải trả lời", required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        levels = [line.strip()[:80] for line in told.get("words", "").splitlines() if line.strip()]
        if told.get("text") and told.get("shape") in (OWN, CHOICE) and len(levels) < 2:
            raise ValidationError("Ghi ít nhất hai mức, mỗi dòng một mức.")
        return {**told, "levels": levels}

    def line(self) -> actions.Line:
        told = self.cleaned_data
        marks = {name: told[name] for name in ("group", "is_overall", "is_attitude", "is_required")}
        shape = told["shape"]
        if shape in NAMES:
            scale = scales()[shape]
            return actions.Line(told["text"], QuestionKind.SCALE, scale.words, scale.pass_at, scale.good_at, **marks)
        if shape == OWN:
            places = [None if told[name] is None else told[name] - 1 for name in ("pass_at", "good_at")]
            return actions.Line(told["text"], QuestionKind.SCALE, told["levels"], places[0], places[1], **marks)
        words = told["levels"] if shape == CHOICE else ()
        return actions.Line(told["text"], QuestionKind.CHOICE if words else QuestionKind.TEXT, words, **marks)


class QuestionnaireForm(forms.Form):
    """Title, introduction and the blocks. `blocks` is how many there are in the page."""

    title = forms.CharField(label="Tên bộ câu hỏi", max_length=160)
    intro = forms.CharField(
        label="Lời mở đầu", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any, *, of: Questionnaire | None = None) -> None:
        super().__init__(data, initial={"title": of.title, "intro": of.intro} if of else None)
        known = [_initial(one) for one in of.questions.all()] if of else []
        count = len(known) + EMPTY_BLOCKS
        if data is not None:
            count = min(40, int(data["blocks"])) if str(data.get("blocks", "")).isdigit() else count
        self.blocks = [
            LineForm(data, prefix=str(place), initial=known[place] if place < len(known) else {"shape": "satisfied_5"})
            for place in range(count)
        ]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(one.is_valid() for one in self.blocks)])

    def writing(self) -> actions.Writing:
        lines = [one.line() for one in self.blocks if one.cleaned_data["text"]]
        return actions.Writing(self.cleaned_data["title"], self.cleaned_data["intro"], lines)


def _initial(question: Any) -> dict[str, Any]:
    shape = next(
        (
            name for name, one in scales().items()
            if (list(one.words), one.pass_at, one.good_at) == (question.words, question.pass_at, question.good_at)
        ),
        {QuestionKind.TEXT: TEXT, QuestionKind.CHOICE: CHOICE}.get(question.kind, OWN),
    )  # fmt: skip
    own = shape in (OWN, CHOICE)
    return {
        "text": question.text, "shape": shape, "words": "\n".join(question.words) if own else "", "group": question.group,
        "pass_at": question.pass_at + 1 if own and question.pass_at is not None else None,
        "good_at": question.good_at + 1 if own and question.good_at is not None else None,
        "is_overall": question.is_overall, "is_attitude": question.is_attitude, "is_required": question.is_required,
    }  # fmt: skip
