"""The final: start, score live, lock, give prizes and hand the winners to the registry."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.reforms.actions import Idea, merge, propose, write_idea
from gandan.reforms.alike import models_like
from gandan.reforms.models import Reform
from gandan.reforms.similarity import SAME
from gandan.reforms.workflow import PROPOSE

from .. import workflow
from ..events import PartScored
from ..marks import FULL
from ..models import Commendation, CommendationKind, Contest, Entry, Judge, Part, PartKind, PartScore, Stage
from ..results import finalists_of, reckon_final
from ..workflow import ContestStatus
from .commending import Decision, _complete, _told
from .contests import hold, step
from .exams import finish_sittings


@transaction.atomic
def start_final(contest: Contest, *, by: User, now: datetime) -> None:
    """Teams come on stage, judges may score, tests may be started."""
    step(contest, workflow.START_FINAL, by, now)


@transaction.atomic
def score_part(part: Part, entry: Entry, *, points: float, by: User, now: datetime) -> PartScore:
    """A judge gives a team a mark out of 100 for a live part; may be mended until the scores are locked."""
    contest = hold(part.contest)
    judge = contest.judges.filter(user=by).select_related("unit").first()
    if judge is None or entry.contest_id != contest.pk or not entry.is_finalist:
        raise NotThisOffice("Không phải giám khảo của đội này.")
    if contest.status != ContestStatus.FINAL:
        raise RuleBroken("Điểm chung kết đã khóa hoặc chung kết chưa bắt đầu.")
    if part.kind != PartKind.LIVE or part.stage != Stage.FINAL:
        raise RuleBroken(f"Phần “{part}” do máy chấm, giám khảo không cho điểm.")
    if not judge.may_judge(entry):
        raise RuleBroken("Giám khảo không cho điểm đội cùng đơn vị.")
    if not 0 <= points <= FULL:
        raise RuleBroken("Điểm mỗi phần từ 0 đến 100.")
    score, _ = PartScore.objects.update_or_create(
        part=part, entry=entry, judge=judge, defaults={"points": points, "at": now}
    )
    event = PartScored(
        contest_id=contest.pk, part_id=part.pk, entry_id=entry.pk, judge_id=judge.pk, points=points
    )  # fmt: skip
    record(event, about=entry, by=by, at=now)
    return score


def missing_scores(contest: Contest) -> int:
    """Scores still to come: each judge who sits in the hall owes every team, but the own, every live part."""
    parts = list(contest.parts.filter(stage=Stage.FINAL, kind=PartKind.LIVE))
    teams = finalists_of(contest)
    given = {(one.part_id, one.entry_id, one.judge_id) for team in teams for one in team.scores.all()}
    present = {judge for _, _, judge in given}
    judges: list[Judge] = list(contest.judges.filter(pk__in=present).select_related("unit"))
    if not judges:
        return len(parts) * len(teams)
    owed = {(part.pk, team.pk, one.pk) for part in parts for team in teams for one in judges if one.may_judge(team)}
    return len(owed - given)


@transaction.atomic
def finish_final(contest: Contest, *, by: User, now: datetime) -> None:
    """Totals and ranks are reckoned; from now on no score changes."""
    held = hold(contest)
    if held.status == ContestStatus.FINAL and (missing := missing_scores(held)):
        raise RuleBroken(f"Còn thiếu {missing} điểm của giám khảo. Chờ đủ điểm rồi khóa.")
    finish_sittings(held, Stage.FINAL, now)
    step(contest, workflow.FINISH_FINAL, by, now)
    Entry.objects.bulk_update(reckon_final(held), ["final", "final_rank", "final_reason"])


@transaction.atomic
def award(contest: Contest, decision: Decision, *, by: User, now: datetime) -> list[Commendation]:
    """Prizes by rank, each with its commendation; equals share the higher prize. Winners are proposed to the registry."""
    step(contest, workflow.AWARD, by, now)
    held = hold(contest)
    _complete(decision, now)
    made = []
    for entry in (
        held.entries.in_final()
        .select_related("agency", "author", "reform")
        .prefetch_related("members")
        .order_by("final_rank")
    ):
        entry.prize = prize_of(held, entry.final_rank or 0)
        if entry.prize:
            entry.reform = _into_registry(held, entry, decision, by, now)
            entry.save(update_fields=["prize", "reform"])
            made.append(_commend(held, entry, decision, by, now))
    return made


def prize_of(contest: Contest, rank: int) -> str:
    """The prize of a rank by the settings, "" beyond the last."""
    last = 0
    for prize in contest.prizes:
        last += int(prize["count"])
        if 0 < rank <= last:
            return str(prize["name"])
    return ""


def _into_registry(contest: Contest, entry: Entry, decision: Decision, by: User, now: datetime) -> Reform:
    """The idea of the team, proposed to be weighed; one that the registry knows already is filed as its replication."""
    reform = entry.reform or write_idea(
        Idea(
            name=entry.title[:200], problem="", summary=entry.text, field="Hội thi",
            benefit=f"{entry.prize}, {contest.name}, quyết định {decision.number.strip()}.",
        ),
        agency=entry.agency, by=entry.author, now=now,
    )  # fmt: skip
    if reform.status in PROPOSE.start:
        twin = next((one for one in models_like(reform) if one.score >= SAME), None)
        if twin is None:
            propose(reform, by=by, now=now)
        else:
            merge(reform, twin.model, by=by, now=now)
    return reform


def _commend(contest: Contest, entry: Entry, decision: Decision, by: User, now: datetime) -> Commendation:
    made = Commendation.objects.create(
        organiser=contest.organiser, contest=contest, kind=CommendationKind.PRIZE, agency=entry.agency,
        person_name=", ".join(str(one) for one in entry.members.all())[:240],
        reason=f"{entry.prize}, {contest.name}: “{entry.title}”"[:300], number=decision.number.strip(),
        decided_on=decision.decided_on, by=by, at=now,
    )  # fmt: skip
    _told(made, by, now)
    return made
