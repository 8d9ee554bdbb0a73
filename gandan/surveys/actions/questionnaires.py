"""Questionnaires: taken over, written, copied. An answered version is never touched: writing makes the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import QuestionnairesShipped, QuestionnaireWritten
from ..models import Question, QuestionKind, Questionnaire
from ..shipped import shipped_questionnaires

MOST_QUESTIONS = 40


@dataclass(frozen=True)
class Line:
    """One question as written. Places of `words` from 0; `pass_at`, `good_at` as in `Question`."""

    text: str
    kind: str = QuestionKind.SCALE
    words: Sequence[str] = ()
    pass_at: int | None = None
    good_at: int | None = None
    group: str = ""
    is_overall: bool = False
    is_attitude: bool = False
    is_required: bool = False


@dataclass(frozen=True)
class Writing:
    """What a questionnaire says."""

    title: str
    intro: str = ""
    lines: Sequence[Line] = field(default_factory=tuple)


@transaction.atomic
def set_up_questionnaires(*, now: datetime) -> int:
    """Take over the shipped questionnaires that are not there yet. Returns how many."""
    known = set(Questionnaire.objects.filter(agency__isnull=True).values_list("code", flat=True))
    added = 0
    for facts in shipped_questionnaires():
        if facts["code"] in known:
            continue
        questions = facts.pop("questions")
        made = Questionnaire.objects.create(**facts, made_at=now)
        Question.objects.bulk_create(Question(questionnaire=made, **one) for one in questions)
        record(QuestionnairesShipped(added=len(questions)), about=made, at=now, is_first=True)
        added += 1
    return added


@transaction.atomic
def add_questionnaire(commune: Agency, writing: Writing, *, by: User, now: datetime) -> Questionnaire:
    """A questionnaire of the commune's own."""
    code = slugify(fold(writing.title))[:50] or "bo-cau-hoi"
    if Questionnaire.objects.filter(agency=commune, code=code).exists():
        raise RuleBroken(f"Xã đã có bộ câu hỏi tên “{writing.title}”. Xin đặt tên khác.")
    made = Questionnaire.objects.create(
        agency=commune, code=code, title=writing.title, intro=writing.intro, made_by=by, made_at=now
    )
    _write(made, writing.lines)
    record(QuestionnaireWritten(questionnaire_id=made.pk, version=1), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def copy_questionnaire(source: Questionnaire, *, title: str, to: Agency, by: User, now: datetime) -> Questionnaire:
    """A commune's own, with the questions of another."""
    lines = [
        Line(
            one.text, one.kind, one.words, one.pass_at, one.good_at, one.group, one.is_overall, one.is_attitude,
            one.is_required,
        )
        for one in source.questions.all()
    ]  # fmt: skip
    made = add_questionnaire(to, Writing(title, source.intro, lines), by=by, now=now)
    Questionnaire.objects.filter(pk=made.pk).update(source=source.source or f"Sao từ “{source.title}”")
    return made


@transaction.atomic
def write_questions(questionnaire: Questionnaire, writing: Writing, *, by: User, now: datetime) -> Questionnaire:
    """Change title and questions; returns the next version where this one was answered already."""
    if questionnaire.agency_id is None:
        raise RuleBroken("Bộ câu hỏi mẫu không sửa được. Xin sao thành bộ của xã rồi sửa.")
    kept = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if kept.frozen_at is not None:
        last = Questionnaire.objects.filter(agency=kept.agency_id, code=kept.code).aggregate(last=Max("version"))
        kept = Questionnaire.objects.create(
            agency_id=kept.agency_id, code=kept.code, version=last["last"] + 1, title=writing.title, intro=writing.intro,
            source=kept.source, made_by=by, made_at=now,
        )  # fmt: skip
    else:
        kept.title, kept.intro = writing.title, writing.intro
        kept.save(update_fields=["title", "intro"])
        kept.questions.all().delete()
    _write(kept, writing.lines)
    record(QuestionnaireWritten(questionnaire_id=kept.pk, version=kept.version), about=kept, by=by, at=now)
    return kept


def _write(questionnaire: Questionnaire, lines: Sequence[Line]) -> None:
    if not lines:
        raise RuleBroken("Bộ câu hỏi cần ít nhất một câu.")
    if len(lines) > MOST_QUESTIONS:
        raise RuleBroken(f"Nhiều nhất {MOST_QUESTIONS} câu. Dài hơn thì ít người trả lời hết.")
    if sum(one.is_overall for one in lines) > 1:
        raise RuleBroken("Chỉ một câu là câu đánh giá chung.")
    for line in lines:
        _check(line)
    Question.objects.bulk_create(
        Question(
            questionnaire=questionnaire, number=number, text=one.text, group=one.group, kind=one.kind,
            words=list(one.words), pass_at=one.pass_at, good_at=one.good_at, is_overall=one.is_overall,
            is_attitude=one.is_attitude, is_required=one.is_required,
        )
        for number, one in enumerate(lines, start=1)
    )  # fmt: skip


def _check(line: Line) -> None:
    if line.kind == QuestionKind.TEXT:
        if line.words or line.is_overall:
            raise RuleBroken(f"Câu “{line.text}” trả lời bằng lời nên không có mức, không là câu chung.")
        return
    if not 2 <= len(line.words) <= 7:
        raise RuleBroken(f"Câu “{line.text}” cần từ 2 đến 7 mức trả lời.")
    places = [one for one in (line.pass_at, line.good_at) if one is not None]
    if any(not 0 < one < len(line.words) for one in places) or places != sorted(places):
        raise RuleBroken(f"Câu “{line.text}”: mức đạt rồi đến mức tốt, trong các mức đã ghi, không phải mức đầu tiên.")
    if line.is_overall and line.pass_at is None:
        raise RuleBroken(f"Câu chung “{line.text}” phải có mức đạt.")
