"""An adoption as pages tell it: what happened in words, which steps are open to whom, how late it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.workflow import Step
from gandan.journal.models import Entry
from gandan.people.offices import Office

from . import workflow
from .actions.following_up import NEXT_YEAR
from .adoption_rights import WHOSE, is_above, why_not
from .deadlines import is_overdue, say_left, say_overdue
from .judging import judged_from
from .models import Adoption, Obligation, Ruling
from .packages import Changed, differences, read
from .workflow import AdoptionStatus

HAPPENED = {
    "AdoptionBegun": "Tự nghiên cứu mô hình", "AdoptionAssigned": "Được giao", "AdoptionStudied": "Bắt đầu nghiên cứu",
    "AdoptionDeclined": "Không áp dụng", "ExemptionAsked": "Đề nghị miễn", "AdoptionExempted": "Được miễn",
    "ExemptionRefused": "Không được miễn", "PlanSubmitted": "Trình kế hoạch", "PlanApproved": "Duyệt kế hoạch",
    "PlanReturned": "Trả lại kế hoạch để sửa", "AdoptionStarted": "Áp dụng", "AdoptionJudged": "Đánh giá",
    "AdoptionDeadlineMissed": "Quá hạn, yêu cầu giải trình", "AdoptionExplained": "Đơn vị giải trình",
    "AdoptionRuled": "Quyết định sau giải trình", "TimeGiven": "Gia hạn", "AdoptionPaused": "Tạm dừng",
    "AdoptionEnded": "Chấm dứt", "AdoptionReminded": "Nhắc hạn", "AdoptionUrged": "Đôn đốc",
    "NextYearDecided": "Quyết định cho năm sau", "DifficultyNoted": "Ghi thuận lợi, khó khăn",
    "DifficultyAnswered": "Trả lời khó khăn",
}  # fmt: skip
LOUD = ("miss_deadline",)
"""Steps the clock takes: no button."""
QUIET = ("pause_adoption", "end_adoption", "decline", "judge_effective", "judge_ineffective", "decide_next_year")
DANGER = ("decline", "end_adoption")
JUDGING = ("judge_effective", "judge_ineffective")


@dataclass(frozen=True)
class Button:
    """A step as the page offers it: where it leads, and why not, if not."""

    verb: str
    label: str
    href: str
    look: str
    reason: str


@dataclass(frozen=True)
class Told:
    at: datetime
    who: str
    what: str


def fits(step: Step, adoption: Adoption) -> bool:
    """Steps that the status allows but the duty or the running programmes do not, are not offered."""
    is_mandatory, runs = (
        adoption.obligation == Obligation.MANDATORY,
        adoption.started_on is not None and not adoption.ended_on,
    )
    wrong = {"ask_exemption": not is_mandatory, "exempt": runs or adoption.status != AdoptionStatus.EXEMPTION_ASKED}
    wrong |= {"give_time": runs, "submit": runs, "judge_effective": adoption.status == AdoptionStatus.EFFECTIVE}
    wrong |= {"judge_ineffective": adoption.status == AdoptionStatus.INEFFECTIVE, "study": is_mandatory and runs}
    return step.verb not in LOUD and not wrong.get(step.verb, False)


def buttons(adoption: Adoption, office: Office, today: date) -> list[Button]:
    """The steps open from here; the first one this person may take is the main one."""
    may_judge = (judged_from(adoption) or date.max) <= today
    steps = {step.verb: step for step in adoption.possible_steps() if step.verb != "rule_on" and fits(step, adoption)}
    if not may_judge:
        steps = {verb: step for verb, step in steps.items() if verb not in JUDGING}
    found = [(verb, step.label) for verb, step in steps.items()]
    if adoption.status == AdoptionStatus.EXPLAINED:
        found.insert(0, ("rule_on", workflow.RULE_ON.label))
    if adoption.is_operating():
        found.append(("decide_next_year", "Quyết định cho năm sau"))
    if adoption.status in workflow.NOT_YET and adoption.obligation != Obligation.OWN:
        found.append(("urge_adoption", "Đôn đốc"))
    told = [_button(verb, label, adoption, office) for verb, label in found]
    shown = [one for one in told if _concerns(one, adoption, office)]
    return _with_main(sorted(shown, key=lambda one: one.look == "danger"))


def _button(verb: str, label: str, adoption: Adoption, office: Office) -> Button:
    look = "danger" if verb in DANGER else "quiet"
    return Button(verb, label, reverse(f"reforms:{verb}", args=[adoption.pk]), look, why_not(office, verb, adoption))


def _concerns(button: Button, adoption: Adoption, office: Office) -> bool:
    """Those of the other side of the table are not shown at all."""
    return not button.reason or (is_above(office, adoption.agency) == (WHOSE[button.verb] == "above"))


def _with_main(found: list[Button]) -> list[Button]:
    main = next((one for one in found if not one.reason and one.verb not in QUIET), None)
    return [Button(o.verb, o.label, o.href, "main", "") if o is main else o for o in found]


def history(adoption: Adoption) -> list[Told]:
    """From the journal, newest first."""
    entries = Entry.objects.about(adoption).select_related("actor").reverse()
    return [Told(one.at, str(one.actor or "Hệ thống"), _said(one.kind, one.data)) for one in entries]


def _said(kind: str, data: Mapping[str, Any]) -> str:
    words = HAPPENED.get(kind, kind)
    if kind == "AdoptionReminded":
        return f"{words}: {_left_words(int(data['days_left']))}"
    if kind == "AdoptionUrged":
        return f"{words}: {data['days_still']} ngày chưa có bước mới"
    if kind == "AdoptionJudged":
        return f"{words}: {AdoptionStatus(data['verdict']).label.lower()}"
    if kind == "AdoptionRuled":
        return f"{words}: {Ruling(data['ruling']).label.lower()}"
    if kind == "NextYearDecided":
        return f"{words} {data['year']}: {NEXT_YEAR[data['choice']].lower()}"
    return words + _day_words(data)


def _left_words(left: int) -> str:
    if left > 0:
        return f"còn {left} ngày"
    return "hôm nay là hạn cuối" if left == 0 else f"đã quá hạn {-left} ngày"


def _day_words(data: Mapping[str, Any]) -> str:
    for key, word in (("since", " từ"), ("start_on", ", bắt đầu"), ("last_day", ", ngày cuối"), ("due_at", ", hạn")):
        if data.get(key):
            return f"{word} {date.fromisoformat(str(data[key])[:10]):%d/%m/%Y}"
    return ""


def changes(adoption: Adoption) -> list[Changed]:
    """What this agency set differently from the package."""
    if adoption.version is None or not adoption.version.has_package:
        return []
    try:
        return differences(read(adoption.version.package), adoption.settings)
    except RuleBroken:
        return []


def lateness(adoption: Adoption, now: datetime) -> tuple[str, str]:
    """Words and look of the deadline while nothing runs; ("", "") where there is none or it was met."""
    waits = adoption.status in workflow.NOT_YET or adoption.status == AdoptionStatus.NOT_DEPLOYED
    if adoption.due_at is None or not waits or _is_answered(adoption):
        return "", ""
    words = say_left(adoption.due_at, now)
    return words, "late" if is_overdue(adoption.due_at, now) else ("soon" if _is_near(adoption.due_at, now) else "")


def _is_answered(adoption: Adoption) -> bool:
    """Declined with a reason, where one may decline: nothing is waited for."""
    return adoption.status == AdoptionStatus.DECLINED and adoption.obligation != Obligation.MANDATORY


def _is_near(due_at: datetime, now: datetime) -> bool:
    return (localdate(due_at) - localdate(now)).days <= 7


@dataclass(frozen=True)
class Unmet:
    """A directive whose deadline passed without one approved model (S0.2)."""

    directive_no: str
    words: str
    asked: int


PROPOSED = (AdoptionStatus.ASSIGNED, AdoptionStatus.STUDYING, AdoptionStatus.DECLINED, AdoptionStatus.SUBMITTED)


def unanswered(adoptions: Iterable[Adoption], now: datetime) -> list[Unmet]:
    """Directives under which the commune has approved nothing by the deadline, among its adoptions."""
    found: dict[tuple[str, datetime], list[Adoption]] = {}
    for one in adoptions:
        if one.due_at and one.obligation != Obligation.OWN and is_overdue(one.due_at, now):
            found.setdefault((one.directive_no, one.due_at), []).append(one)
    return [
        Unmet(number, say_overdue(due_at), len(rows))
        for (number, due_at), rows in found.items()
        if all(one.status in PROPOSED or one.status == AdoptionStatus.NOT_DEPLOYED for one in rows)
    ]
