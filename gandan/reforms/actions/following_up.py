"""After the start, and where there is none: judge, remind, explain, rule, pause, end, decide for next year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.people.models import Assignment as Appointment
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.programmes.actions import call_off, switch_off

from .. import workflow
from ..deadlines import days_left, is_overdue
from ..events import (
    AdoptionDeadlineMissed,
    AdoptionEnded,
    AdoptionExplained,
    AdoptionJudged,
    AdoptionPaused,
    AdoptionReminded,
    AdoptionRuled,
    AdoptionUrged,
    DifficultyAnswered,
    DifficultyNoted,
    NextYearDecided,
    TimeGiven,
)
from ..judging import judged_from
from ..models import Adoption, Difficulty, Explanation, Obligation, Ruling
from .adoption import _keep, _need, _told

NEXT_YEAR = {
    "keep": "Giữ nguyên", "extend": "Mở rộng, bổ sung thủ tục", "stop": "Dừng", "replicate": "Đề nghị nhân rộng",
}  # fmt: skip
CAUSES = {
    "people": "con người", "money": "kinh phí", "equipment": "thiết bị, đường truyền", "habit": "thói quen của người dân",
    "law": "quy định", "coordination": "phối hợp", "other": "khác",
}  # fmt: skip


def head_of(agency: Agency, day: date) -> User | None:
    """Who leads the agency on the day, the longest in office first; of a division without a leader: nobody."""
    held = Appointment.objects.on(day).filter(agency=agency, role=Role.LEADER).select_related("user")
    found = held.order_by("since", "pk").first()
    return found.user if found else None


def _ask_why(adoption: Adoption, cause: str, now: datetime) -> Explanation:
    head = head_of(adoption.agency, localdate(now))
    return Explanation.objects.create(adoption=adoption, asked_at=now, cause=cause, head=head)


def _open(adoption: Adoption) -> Explanation:
    found = adoption.explanations.filter(ruling="").first()
    if found is None:
        raise RuleBroken(f"{adoption} không có yêu cầu giải trình nào đang chờ.")
    return found


def is_still_running(adoption: Adoption) -> bool:
    return adoption.started_on is not None and adoption.ended_on is None


@transaction.atomic
def judge_effective(adoption: Adoption, *, by: User | None, now: datetime) -> None:
    """At least one bound is met after thirty days, or a person says so with the figures before them."""
    _judge(adoption, workflow.JUDGE_EFFECTIVE, by=by, now=now)


@transaction.atomic
def judge_ineffective(adoption: Adoption, *, cause: str, by: User | None, now: datetime) -> Explanation:
    """Every bound is missed (rule 4): the unit is asked to explain. `cause` names the figures."""
    if not cause.strip():
        raise RuleBroken("Xin ghi chỉ tiêu nào chưa đạt, con số bao nhiêu.")
    _judge(adoption, workflow.JUDGE_INEFFECTIVE, by=by, now=now)
    return _ask_why(adoption, cause.strip()[:300], now)


def _judge(adoption: Adoption, step: Step, *, by: User | None, now: datetime) -> None:
    first = judged_from(adoption)
    if first is None or localdate(now) < first:
        when = f" từ {first:%d/%m/%Y}" if first else " khi đã vận hành"
        raise RuleBroken(f"Mô hình chạy đủ 30 ngày mới đánh giá được. Đánh giá{when}.")
    adoption.take(step)
    _keep(adoption, now=now)
    record(_told(AdoptionJudged, adoption, verdict=adoption.status), about=adoption, by=by, at=now)


@transaction.atomic
def miss_deadline(adoption: Adoption, *, by: User | None, now: datetime) -> Explanation:
    """Mandatory and not running after the last valid moment (rule 3; A33): its head is asked to explain."""
    if adoption.obligation != Obligation.MANDATORY:
        raise RuleBroken(f"{adoption} không bắt buộc, quá hạn thì nhắc chứ không yêu cầu giải trình.")
    if not is_overdue(adoption.due_at, now) or adoption.due_at is None:
        raise RuleBroken(f"{adoption} chưa quá hạn.")
    adoption.take(workflow.MISS)
    _keep(adoption, now=now)
    record(_told(AdoptionDeadlineMissed, adoption, due_at=adoption.due_at), about=adoption, by=by, at=now)
    return _ask_why(adoption, f"Bắt buộc áp dụng theo {adoption.directive_no or 'chỉ đạo'}, đến hạn chưa vận hành", now)


@transaction.atomic
def explain(adoption: Adoption, *, text: str, by: User, now: datetime) -> Explanation:
    """The unit says why, before anything is decided about its head (S3.45)."""
    found = _open(adoption)
    adoption.take(workflow.EXPLAIN)
    found.text, found.by, found.at = _need(text, "Xin ghi nội dung giải trình."), by, now
    found.save(update_fields=["text", "by", "at"])
    _keep(adoption, now=now)
    record(_told(AdoptionExplained, adoption, explanation_id=found.pk), about=adoption, by=by, at=now)
    return found


@dataclass(frozen=True)
class Decision:
    """What the level above decides after the explanation. `new_due_at` is needed to give time where nothing runs."""

    ruling: str
    number: str = ""
    note: str = ""
    new_due_at: datetime | None = None


@transaction.atomic
def rule_on(adoption: Adoption, decision: Decision, *, by: User, now: datetime) -> Explanation:
    """Remind, criticise, give time or exempt; kept on the record of who led the unit when it was asked."""
    found = _open(adoption)
    if not found.text:
        raise RuleBroken("Đơn vị chưa giải trình. Chờ giải trình rồi mới quyết định.")
    if decision.ruling not in Ruling.values:
        raise RuleBroken("Chọn nhắc nhở, phê bình, gia hạn hoặc miễn.")
    found.ruling, found.ruling_no, found.ruling_note = decision.ruling, decision.number.strip(), decision.note.strip()
    found.ruled_by, found.ruled_at, found.new_due_at = by, now, decision.new_due_at
    found.save(update_fields=["ruling", "ruling_no", "ruling_note", "ruled_by", "ruled_at", "new_due_at"])
    _follow_ruling(adoption, decision, by=by, now=now)
    event = _told(AdoptionRuled, adoption, explanation_id=found.pk, ruling=decision.ruling, head_id=found.head_id)
    record(event, about=adoption, by=by, at=now)
    return found


def _follow_ruling(adoption: Adoption, decision: Decision, *, by: User, now: datetime) -> None:
    if is_still_running(adoption):
        if decision.ruling == Ruling.EXEMPT:
            raise RuleBroken(f"{adoption} đang vận hành nên không miễn. Nếu không cần nữa, đơn vị bấm “Chấm dứt”.")
        adoption.take(workflow.RULE_ON)
        _keep(adoption, now=now)
    elif decision.ruling == Ruling.GIVE_TIME:
        _prolong(adoption, decision.new_due_at, by=by, now=now)
    elif decision.ruling == Ruling.EXEMPT:
        adoption.take(workflow.EXEMPT)
        _keep(adoption, now=now)


@transaction.atomic
def give_time(adoption: Adoption, *, due_at: datetime, by: User, now: datetime) -> None:
    """A later last moment; the unit plans anew."""
    _prolong(adoption, due_at, by=by, now=now)


def _prolong(adoption: Adoption, due_at: datetime | None, *, by: User, now: datetime) -> None:
    if due_at is None or due_at <= now:
        raise RuleBroken("Hạn mới phải sau hôm nay.")
    if is_still_running(adoption):
        raise RuleBroken(f"{adoption} đang vận hành nên không cần gia hạn.")
    adoption.take(workflow.GIVE_TIME)
    adoption.due_at = due_at
    _keep(adoption, "due_at", now=now)
    record(_told(TimeGiven, adoption, due_at=due_at), about=adoption, by=by, at=now)


@transaction.atomic
def pause_adoption(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """Its programmes hold until today; dossiers received under them keep what they were promised."""
    adoption.reason = _need(reason, "Xin ghi lý do tạm dừng.")
    adoption.take(workflow.PAUSE_ADOPTION)
    _stop_programmes(adoption, by=by, now=now)
    _keep(adoption, "reason", now=now)
    record(_told(AdoptionPaused, adoption, last_day=localdate(now)), about=adoption, by=by, at=now)


@transaction.atomic
def end_adoption(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """For good. The model may be taken up again later as a new adoption."""
    adoption.reason = _need(reason, "Xin ghi lý do chấm dứt.")
    adoption.take(workflow.END_ADOPTION)
    _stop_programmes(adoption, by=by, now=now)
    adoption.ended_on = localdate(now)
    _keep(adoption, "reason", "ended_on", now=now)
    record(_told(AdoptionEnded, adoption, last_day=localdate(now)), about=adoption, by=by, at=now)


def _stop_programmes(adoption: Adoption, *, by: User, now: datetime) -> None:
    """What has begun ends today; what has not begun is called off; what a clerk ended before stays as it is."""
    today = localdate(now)
    for programme in adoption.programmes.prefetch_related("terms"):
        terms = programme.terms.touching(today, None)
        if terms.filter(since__lte=today).exists():
            switch_off(programme, last_day=today, reason=adoption.reason, by=by, now=now)
        elif terms.exists():
            call_off(programme, by=by, now=now)


@transaction.atomic
def remind_adoption(adoption: Adoption, *, by: User | None, now: datetime) -> bool:
    """Note how many days are left, once for each day of the ladder; False where it was noted before (rules 2 and 5)."""
    if adoption.due_at is None:
        raise RuleBroken(f"{adoption} không có hạn để nhắc.")
    left = days_left(adoption.due_at, localdate(now))
    due = adoption.due_at.isoformat()
    noted = Entry.objects.about(adoption).filter(kind=AdoptionReminded.__name__)
    if noted.filter(data__days_left=left, data__due_at=due).exists():
        return False
    record(_told(AdoptionReminded, adoption, days_left=left, due_at=adoption.due_at), about=adoption, by=by, at=now)
    return True


@transaction.atomic
def urge_adoption(adoption: Adoption, *, by: User | None, now: datetime) -> None:
    """Nothing moved for two weeks, or a person above asks how it goes (S3.44)."""
    if adoption.status not in workflow.NOT_YET:
        raise RuleBroken(f"{adoption} đang ở bước “{adoption.status_label()}”, không cần đôn đốc.")
    still = (localdate(now) - localdate(adoption.changed_at)).days
    record(_told(AdoptionUrged, adoption, days_still=still), about=adoption, by=by, at=now)


@transaction.atomic
def decide_next_year(adoption: Adoption, *, choice: str, by: User, now: datetime) -> None:
    """At the end of the year: keep, extend, stop or propose for replication (S4.23)."""
    if choice not in NEXT_YEAR:
        raise RuleBroken("Chọn giữ nguyên, mở rộng, dừng hoặc đề nghị nhân rộng.")
    if not is_still_running(adoption):
        raise RuleBroken(f"{adoption} không vận hành nên không có gì để quyết cho năm sau.")
    adoption.next_year = choice
    _keep(adoption, "next_year", now=now)
    year = localdate(now).year + 1
    record(_told(NextYearDecided, adoption, year=year, choice=choice), about=adoption, by=by, at=now)


@dataclass(frozen=True)
class Remark:
    """What helps or hinders: the group of its cause (a key of CAUSES) and the words."""

    cause: str
    text: str
    is_advantage: bool = False


@transaction.atomic
def note_difficulty(adoption: Adoption, remark: Remark, *, by: User, now: datetime) -> Difficulty:
    """What helps or hinders here; a hindrance wants an answer (S4.22, S3.44)."""
    if remark.cause not in CAUSES:
        raise RuleBroken("Chọn nhóm nguyên nhân.")
    text = _need(remark.text, "Xin ghi nội dung.")
    noted = Difficulty.objects.create(
        adoption=adoption, cause=remark.cause, text=text, is_advantage=remark.is_advantage, by=by, at=now
    )
    _keep(adoption, now=now)
    event = _told(
        DifficultyNoted, adoption, difficulty_id=noted.pk, cause=remark.cause, is_advantage=remark.is_advantage
    )
    record(event, about=adoption, by=by, at=now)
    return noted


@transaction.atomic
def answer_difficulty(difficulty: Difficulty, *, answer: str, by: User, now: datetime) -> None:
    """How it is removed."""
    if difficulty.is_advantage:
        raise RuleBroken("Đây là thuận lợi, không cần tháo gỡ.")
    difficulty.answer = _need(answer, "Xin ghi cách tháo gỡ.")
    difficulty.answered_by, difficulty.answered_at = by, now
    difficulty.save(update_fields=["answer", "answered_by", "answered_at"])
    adoption = difficulty.adoption
    record(_told(DifficultyAnswered, adoption, difficulty_id=difficulty.pk), about=adoption, by=by, at=now)
