"""What a citizen fills in: the questions of a survey, the questions of a consultation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from .. import actions
from ..models import Question

TRAP, FEW = "website", 3
"""A field people do not see. What fills it is no person."""


class AnswerForm(forms.Form):
    """One field a question, best level first."""

    def __init__(self, data: Any, questions: Iterable[Question]) -> None:
        super().__init__(data)
        self.asked = list(questions)
        for one in self.asked:
            self.fields[f"q{one.number}"] = _field(one)
        self.fields[TRAP] = forms.CharField(
            label="Để trống ô này", required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
        )  # fmt: skip

    def rows(self) -> list[tuple[str, Any]]:
        """Heading (empty for most) and bound field, in order."""
        return [(one.group, self[f"q{one.number}"]) for one in self.asked]

    def _is_more(self, question: Question) -> bool:
        """Of many questions that may be left out, none stands between a person and the button."""
        optional = [one for one in self.asked if not one.is_required and not one.is_text]
        return len(optional) > FEW and question in optional

    def first_rows(self) -> list[tuple[str, Any]]:
        return [
            row for row, one in zip(self.rows(), self.asked, strict=True) if not one.is_text and not self._is_more(one)
        ]

    def more_rows(self) -> list[tuple[str, Any]]:
        """Folded on the page."""
        return [row for row, one in zip(self.rows(), self.asked, strict=True) if self._is_more(one)]

    def last_rows(self) -> list[tuple[str, Any]]:
        return [row for row, one in zip(self.rows(), self.asked, strict=True) if one.is_text]

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get(TRAP))

    def given(self) -> actions.Given:
        told = self.cleaned_data
        marks = {one.number: told[f"q{one.number}"] for one in self.asked if not one.is_text}
        return actions.Given(
            {number: int(place) for number, place in marks.items() if place != ""},
            {one.number: told[f"q{one.number}"] for one in self.asked if one.is_text},
        )


def _field(question: Question) -> forms.Field:
    if question.is_text:
        return forms.CharField(
            label=question.text, required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
            help_text="Xin không ghi tên, số điện thoại, số căn cước",
        )  # fmt: skip
    choices = [(str(place), word) for place, word in enumerate(question.words)]
    return forms.ChoiceField(
        label=question.text, required=question.is_required, choices=choices[::-1] if question.pass_at else choices,
        widget=forms.RadioSelect, error_messages={"required": "Xin chọn một mức."},
    )  # fmt: skip


STANCES = [("agree", "Đồng ý"), ("partly", "Đồng ý một phần"), ("disagree", "Không đồng ý")]


class StanceForm(forms.Form):
    """Agree or not, question by question, and in one's own words."""

    text = forms.CharField(
        label="Ý kiến của ông/bà", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Điều nào cần sửa, sửa thế nào. Xin không ghi tên, số điện thoại.",
    )  # fmt: skip

    def __init__(self, data: Any, questions: Sequence[str], *, has_sheet: bool = False) -> None:
        super().__init__(data)
        self.count = len(questions)
        for place, text in enumerate(questions):
            self.fields[f"c{place}"] = forms.ChoiceField(
                label=text, required=False, choices=STANCES, widget=forms.RadioSelect
            )
        if has_sheet:
            self.fields["sheet"] = forms.IntegerField(label="Số phiếu", min_value=1, max_value=999_999)
        self.order_fields(["sheet", *(f"c{place}" for place in range(self.count)), "text"])

    def words(self) -> actions.Words:
        told = self.cleaned_data
        return actions.Words({place: told[f"c{place}"] for place in range(self.count)}, told["text"])
