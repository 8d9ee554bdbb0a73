"""A contest and its judges: save, add and remove judges, and the steps before the marking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from gandan.core.errors import RuleBroken
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import ContestDrafted, ContestMoved, JudgeAdded, JudgeRemoved
from ..marks import FULL
from ..models import Contest, Judge, Part, PartKind, Stage
from ..models.contest import usual_criteria, usual_prizes
from ..workflow import ContestStatus

EARLY = (ContestStatus.DRAFT, ContestStatus.OPEN, ContestStatus.CHECKING, ContestStatus.MARKING)


@dataclass(frozen=True)
class PartPlan:
    """One part of a stage: `weight` in percent; `questions` and `minutes` for a test."""

    name: str
    weight: float
    kind: str = PartKind.LIVE
    stage: str = Stage.FINAL
    questions: int = 20
    minutes: int = 30


USUAL_PARTS = (
    PartPlan("Bài dự thi", 100, PartKind.PAPER, Stage.PRELIMINARY),
    PartPlan("Chào hỏi", 20), PartPlan("Kiến thức cải cách hành chính", 40, PartKind.TEST), PartPlan("Sáng kiến", 40),
)  # fmt: skip
"""The contest of 2018 with the weights we propose (A35)."""


@dataclass(frozen=True)
class ContestFacts:
    """The settings of a contest. `criteria` are [{"key", "name", "most"}], `prizes` [{"name", "count"}]."""

    name: str
    year: int
    closes_at: datetime
    basis: str = ""
    rules: str = ""
    oldest: int | None = None
    officials_only: bool = True
    judges_each: int = 2
    threshold: float = 10.0
    finalists: int = 9
    criteria: Sequence[Mapping[str, Any]] = field(default_factory=usual_criteria)
    prizes: Sequence[Mapping[str, Any]] = field(default_factory=usual_prizes)
    parts: tuple[PartPlan, ...] = USUAL_PARTS


SETTINGS = (
    "name", "year", "closes_at", "basis", "rules", "oldest", "officials_only", "judges_each", "threshold", "finalists",
)  # fmt: skip


def hold(contest: Contest) -> Contest:
    """The row as it is now, locked until the end of the transaction."""
    return Contest.objects.select_for_update(of=("self",)).select_related("organiser").get(pk=contest.pk)


def step(contest: Contest, taken: Step, by: User, now: datetime) -> None:
    """Take the step and write it down."""
    contest.take(taken)
    record(ContestMoved(contest_id=contest.pk, status=str(contest.status)), about=contest, by=by, at=now)


@transaction.atomic
def save_contest(
    facts: ContestFacts, *, organiser: Agency, contest: Contest | None = None, by: User, now: datetime
) -> Contest:
    """Make a contest, or change its settings before it opens."""
    _check(facts)
    if contest is None:
        seed = int(now.timestamp()) % 2**31
        contest = Contest(organiser=organiser, made_by=by, made_at=now, seed=seed)
    elif hold(contest).status != ContestStatus.DRAFT:
        raise RuleBroken("Hội thi đã phát động nên không sửa thể lệ được nữa.")
    for name in SETTINGS:
        setattr(contest, name, getattr(facts, name))
    contest.criteria = [dict(one) for one in facts.criteria]
    contest.prizes = [dict(one) for one in facts.prizes]
    contest.save()
    contest.parts.all().delete()
    Part.objects.bulk_create(
        Part(
            contest=contest, stage=one.stage, order=place, name=one.name, kind=one.kind, weight=one.weight,
            questions=one.questions, minutes=one.minutes,
        )
        for place, one in enumerate(facts.parts, start=1)
    )  # fmt: skip
    record(ContestDrafted(contest_id=contest.pk), about=contest, by=by, at=now)
    return contest


def _check(facts: ContestFacts) -> None:
    if not facts.name.strip():
        raise RuleBroken("Xin ghi tên hội thi.")
    if min(facts.judges_each, facts.finalists) < 1:
        raise RuleBroken("Số giám khảo mỗi bài và số đội vào chung kết phải từ 1 trở lên.")
    if sum(float(one["most"]) for one in facts.criteria) != FULL:
        raise RuleBroken("Điểm tối đa của các tiêu chí cộng lại phải bằng 100.")
    for stage in Stage:
        weights = [one.weight for one in facts.parts if one.stage == stage]
        if sum(weights) != FULL or min(weights) <= 0:
            raise RuleBroken(f"Tỷ trọng các phần của vòng {stage.label.lower()} cộng lại phải bằng 100.")
    papers = [one for one in facts.parts if one.kind == PartKind.PAPER]
    if len(papers) != 1 or papers[0].stage != Stage.PRELIMINARY:
        raise RuleBroken("Vòng sơ khảo cần đúng một phần bài viết.")


@transaction.atomic
def add_judge(contest: Contest, *, user: User, by: User, now: datetime) -> Judge:
    """A person of the province or commune that organises, before the preliminary round ends."""
    held = hold(contest)
    if held.status not in EARLY:
        raise RuleBroken("Vòng sơ khảo đã xong, không thêm giám khảo được nữa.")
    if user.agency is None or not _is_within(held.organiser, user.agency):
        raise RuleBroken("Giám khảo phải là cán bộ thuộc nơi tổ chức hội thi.")
    if held.entries.standing().filter(Q(author=user)).exists():
        raise RuleBroken(f"{user} có bài dự thi nên không làm giám khảo được.")
    judge, is_new = Judge.objects.get_or_create(contest=held, user=user, defaults={"unit": user.agency})
    if not is_new:
        raise RuleBroken(f"{user} đã là giám khảo của hội thi này.")
    record(JudgeAdded(contest_id=held.pk, judge_id=judge.pk), about=held, by=by, at=now)
    return judge


def _is_within(organiser: Agency, agency: Agency) -> bool:
    return organiser.pk in (agency.pk, agency.commune_id, agency.province_id)


@transaction.atomic
def remove_judge(judge: Judge, *, by: User, now: datetime) -> None:
    """Only who has no paper yet."""
    held = hold(judge.contest)
    if judge.sheets.exists() or judge.scores.exists():
        raise RuleBroken(f"{judge} đã được giao bài nên không bỏ khỏi danh sách được.")
    event = JudgeRemoved(contest_id=held.pk, judge_id=judge.pk)
    judge.delete()
    record(event, about=held, by=by, at=now)


@transaction.atomic
def open_contest(contest: Contest, *, by: User, now: datetime) -> None:
    """Entries are received until the last moment of the rules."""
    if contest.closes_at <= now:
        raise RuleBroken("Hạn nhận bài đã qua. Sửa hạn nhận bài rồi hãy phát động.")
    step(contest, workflow.OPEN_CONTEST, by, now)


@transaction.atomic
def close_entries(contest: Contest, *, by: User, now: datetime) -> None:
    """No more entries; who may take part is checked one by one."""
    if not hold(contest).entries.standing().exists():
        raise RuleBroken("Chưa có bài dự thi nào.")
    step(contest, workflow.CLOSE_ENTRIES, by, now)
