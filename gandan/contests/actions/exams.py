"""The question bank and the written test: save, retire and import questions; start, answer and hand in a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..drawing import paper_of
from ..events import AnswersSaved, ExamStarted, ExamSubmitted, QuestionRetired, QuestionSaved, QuestionsImported
from ..models import Contest, Entry, Part, PartKind, Question, Sitting, Stage
from ..workflow import ContestStatus, EntryStatus

WHEN = {Stage.PRELIMINARY: ContestStatus.MARKING, Stage.FINAL: ContestStatus.FINAL}
MOST_CHOICES = 6


@dataclass(frozen=True)
class QuestionFacts:
    """A choice question; `answer` is the place of the right choice, from 0."""

    field: str
    text: str
    choices: tuple[str, ...]
    answer: int
    source: str = ""


def _sound(facts: QuestionFacts) -> None:
    if not facts.text.strip():
        raise RuleBroken("Xin ghi câu hỏi.")
    if not 2 <= len(facts.choices) <= MOST_CHOICES or len({one.strip() for one in facts.choices}) < len(facts.choices):
        raise RuleBroken(f"“{facts.text[:60]}”: cần từ 2 đến {MOST_CHOICES} phương án khác nhau.")
    if not 0 <= facts.answer < len(facts.choices):
        raise RuleBroken(f"“{facts.text[:60]}”: chưa chỉ ra phương án đúng.")


@transaction.atomic
def save_question(
    facts: QuestionFacts, *, owner: Agency, question: Question | None = None, by: User, now: datetime
) -> Question:
    """Into the bank of an organiser. Papers already drawn keep the question as it was."""
    _sound(facts)
    others = Question.objects.of(owner).filter(text=facts.text.strip())
    if others.exclude(pk=question.pk if question else 0).exists():
        raise RuleBroken("Ngân hàng đã có câu hỏi này.")
    question = question or Question(owner=owner)
    for name, value in {**asdict(facts), "text": facts.text.strip(), "choices": list(facts.choices)}.items():
        setattr(question, name, value)
    question.by, question.at = by, now
    question.save()
    record(QuestionSaved(question_id=question.pk), about=question, by=by, at=now)
    return question


@transaction.atomic
def retire_question(question: Question, *, is_retired: bool = True, by: User, now: datetime) -> None:
    """Out of use, or back in use again; never deleted."""
    question.is_retired = is_retired
    question.save(update_fields=["is_retired"])
    record(QuestionRetired(question_id=question.pk), about=question, by=by, at=now)


@transaction.atomic
def import_questions(rows: Iterable[QuestionFacts], *, owner: Agency, by: User, now: datetime) -> int:
    """All or none; what the bank knows already is left as it is. Returns how many are new."""
    known = set(Question.objects.of(owner).values_list("text", flat=True))
    fresh: dict[str, QuestionFacts] = {}
    for one in rows:
        _sound(one)
        if one.text.strip() not in known:
            fresh[one.text.strip()] = one
    made = [
        Question(
            owner=owner, field=one.field, text=text, choices=list(one.choices), answer=one.answer, source=one.source,
            by=by, at=now,
        )
        for text, one in fresh.items()
    ]  # fmt: skip
    Question.objects.bulk_create(made)
    record(QuestionsImported(count=len(made)), about=owner, by=by, at=now)
    return len(made)


@transaction.atomic
def start_test(part: Part, entry: Entry, *, by: User, now: datetime) -> Sitting:
    """The paper is drawn and the clock of the server runs. Started again, it is the same sitting."""
    held = Entry.objects.select_for_update(of=("self",)).select_related("contest__organiser").get(pk=entry.pk)
    if held.author_id != by.pk or part.contest_id != held.contest_id or part.kind != PartKind.TEST:
        raise NotThisOffice("Bài thi của đội khác.")
    if known := Sitting.objects.filter(part=part, entry=held).first():
        return known
    is_in = held.is_finalist if part.stage == Stage.FINAL else held.status == EntryStatus.ELIGIBLE
    if held.contest.status != WHEN[Stage(part.stage)] or not is_in:
        raise RuleBroken(f"Phần thi “{part}” không mở cho đội lúc này.")
    bank = Question.objects.of(held.contest.organiser).in_use()
    questions = {one.pk: one for one in bank}
    if len(questions) < part.questions:
        raise RuleBroken(f"Ngân hàng mới có {len(questions)} câu, đề cần {part.questions} câu. Xin báo ban tổ chức.")
    drawn = paper_of({pk: len(one.choices) for pk, one in questions.items()}, part.questions, _seed(part, held))
    sitting = Sitting.objects.create(
        part=part, entry=held, user=by, started_at=now, ends_at=now + timedelta(minutes=part.minutes),
        paper=[_asked(questions[pk], order) for pk, order in drawn],
    )  # fmt: skip
    record(ExamStarted(sitting_id=sitting.pk), about=sitting, by=by, at=now, is_first=True)
    return sitting


def _seed(part: Part, entry: Entry) -> int:
    """Of this team in this part: chance, but the same whenever it is drawn again."""
    return entry.contest.seed * 1_000_003 + part.pk * 1_009 + entry.pk


def _asked(question: Question, order: list[int]) -> dict[str, object]:
    return {
        "id": question.pk, "text": question.text, "choices": [question.choices[place] for place in order],
        "answer": order.index(question.answer),
    }  # fmt: skip


def _running(sitting: Sitting, by: User) -> Sitting:
    held = Sitting.objects.select_for_update(of=("self",)).select_related("part").get(pk=sitting.pk)
    if held.user_id != by.pk:
        raise NotThisOffice("Bài thi của người khác.")
    return held


@transaction.atomic
def save_answers(sitting: Sitting, *, answers: Mapping[str, int], by: User, now: datetime) -> None:
    """Kept as they are so far. RuleBroken: the time is over or the test is handed in."""
    held = _running(sitting, by)
    if held.is_over(now):
        raise RuleBroken("Đã hết giờ làm bài. Những câu đã lưu vẫn được chấm.")
    _keep(held, answers)
    record(AnswersSaved(sitting_id=held.pk, answered=len(held.answers)), about=held, by=by, at=now)


def _keep(sitting: Sitting, answers: Mapping[str, int]) -> None:
    known = {str(place): len(one["choices"]) for place, one in enumerate(sitting.paper)}
    sitting.answers = {key: value for key, value in answers.items() if 0 <= value < known.get(key, 0)}
    sitting.save(update_fields=["answers"])


@transaction.atomic
def submit_test(sitting: Sitting, *, answers: Mapping[str, int], by: User, now: datetime) -> Sitting:
    """Handed in and marked. After the time only what was saved before it counts; a second press changes nothing."""
    held = _running(sitting, by)
    if held.submitted_at is None:
        if not held.is_over(now):
            _keep(held, answers)
        _mark(held, now, by)
    return held


def _mark(sitting: Sitting, now: datetime, by: User | None) -> None:
    sitting.right, sitting.submitted_at = sitting.count_right(), min(now, sitting.ends_at)
    sitting.save(update_fields=["right", "submitted_at"])
    event = ExamSubmitted(sitting_id=sitting.pk, right=sitting.right, asked=len(sitting.paper))
    record(event, about=sitting, by=by, at=now)


def finish_sittings(contest: Contest, stage: str, now: datetime) -> None:
    """Sittings whose time is over are marked; RuleBroken while somebody still has time."""
    open_ones = list(Sitting.objects.filter(part__contest=contest, part__stage=stage, submitted_at=None))
    if writing := sum(one.ends_at > now for one in open_ones):
        raise RuleBroken(f"{writing} đội đang làm bài trắc nghiệm. Chờ hết giờ rồi làm lại.")
    for one in open_ones:
        _mark(one, now, None)
