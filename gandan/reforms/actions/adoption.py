"""From the duty or the own wish to the first day: begin, study, plan, approve, switch on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record, record_firsts
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.actions import Switch
from gandan.programmes.actions import switch_on as switch_programme_on
from gandan.programmes.kinds import Proposal, kind_named
from gandan.programmes.models import Programme

from .. import workflow
from ..deadlines import is_overdue
from ..events import (
    AdoptionAssigned,
    AdoptionBegun,
    AdoptionDeclined,
    AdoptionEvent,
    AdoptionExempted,
    AdoptionStarted,
    AdoptionStudied,
    ExemptionAsked,
    ExemptionRefused,
    PlanApproved,
    PlanReturned,
    PlanSubmitted,
)
from ..models import Adoption, Obligation, Reform, ReformVersion
from ..packages import Package, Threshold, read
from ..workflow import AdoptionStatus, Status

STRENGTH = [str(one) for one in (Obligation.OWN, Obligation.REFERENCE, Obligation.ENCOURAGED, Obligation.MANDATORY)]
ADOPTABLE = (Status.PILOTING, Status.EVALUATED, Status.RECOGNISED)
PAST = "Hạn triển khai đã qua. Đặt hạn từ hôm nay trở đi."
AGREEMENT = "agreement"
"""The check of a package that asks for the agreement of a higher level before the start (S4.2)."""


@dataclass(frozen=True)
class Assignment:
    """What a directive asks of one agency about one model. `due_at` is the last valid moment, in Vietnam's time zone."""

    reform: Reform
    agency: Agency
    obligation: str
    directive_no: str
    due_at: datetime | None = None
    thresholds: tuple[Mapping[str, Any], ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """How an agency takes a model up. Rule 1 of 4.2 wants start, responsible person, scope and live measures.

    `settings` are the programmes of the package in its order, with the parameters as adopted; empty: as packaged.
    `replacing` are programmes that end the day before, decided by the leader where they contradict the model's;
    `decision_no` the agreement of a higher level; both matter where a leader applies the plan at once.
    """

    start_on: date
    responsible: User | None
    scope: str
    settings: tuple[Mapping[str, Any], ...] = ()
    measures: tuple[str, ...] = ()
    thresholds: tuple[Mapping[str, Any], ...] = ()
    text: str = ""
    is_pilot: bool = False
    pilot_until: date | None = None
    replacing: tuple[int, ...] = ()
    decision_no: str = ""


def _hold(agency: Agency) -> None:
    """Two people of one agency act one after the other, so that each sees what the other has done."""
    Agency.objects.select_for_update().only("pk").get(pk=agency.pk)


def _current(reform: Reform, agency: Agency) -> Adoption | None:
    rows = Adoption.objects.filter(reform=reform, agency=agency).exclude(status=AdoptionStatus.ENDED)
    return rows.select_related("reform", "agency", "version").first()


def _package(adoption: Adoption) -> Package:
    return read(adoption.version.package) if adoption.version and adoption.version.has_package else Package()


def _told(kind: type[AdoptionEvent], adoption: Adoption, **more: Any) -> AdoptionEvent:
    return kind(adoption_id=adoption.pk, reform_id=adoption.reform_id, agency_id=adoption.agency_id, **more)


def _keep(adoption: Adoption, *fields: str, now: datetime) -> None:
    adoption.changed_at = now
    adoption.save(update_fields=[*fields, "changed_at"])


def _need(reason: str, sentence: str) -> str:
    if not reason.strip():
        raise RuleBroken(sentence)
    return reason.strip()


def _adoptable(reform: Reform) -> None:
    if reform.status not in ADOPTABLE:
        raise RuleBroken(
            f"“{reform}” đang ở bước “{reform.status_label()}” nên chưa áp dụng được. Chọn mô hình đang thí điểm hoặc đã công nhận."
        )


def _new(reform: Reform, agency: Agency, now: datetime, **more: Any) -> Adoption:
    _adoptable(reform)
    return Adoption.objects.create(
        reform=reform, agency=agency, version=reform.newest(), made_at=now, changed_at=now, **more
    )


@transaction.atomic
def begin_adoption(reform: Reform, *, agency: Agency, by: User, now: datetime) -> Adoption:
    """The agency looks into a model of its own accord, or takes up the duty it was given."""
    _hold(agency)
    adoption = _current(reform, agency)
    if adoption is None:
        adoption = _new(reform, agency, now, obligation=Obligation.OWN)
        record(_told(AdoptionBegun, adoption), about=adoption, by=by, at=now, is_first=True)
    if adoption.status in workflow.STUDY.start:
        study(adoption, by=by, now=now)
    elif adoption.status not in workflow.SUBMIT.start | {str(AdoptionStatus.SUBMITTED)}:
        raise RuleBroken(f"{adoption} đang ở bước “{adoption.status_label()}”. Mở hồ sơ áp dụng để làm tiếp.")
    return adoption


@transaction.atomic
def assign(assignment: Assignment, *, by: User | None, now: datetime) -> Adoption:
    """A directive asks an agency to take up a model. The same again changes nothing; what asks more, prevails."""
    _hold(assignment.agency)
    adoption = _current(assignment.reform, assignment.agency)
    if adoption is not None and _asks_no_more(assignment, adoption):
        return adoption
    if is_overdue(assignment.due_at, now):
        raise RuleBroken(PAST)
    adoption = adoption or _new(assignment.reform, assignment.agency, now)
    adoption.obligation = max(adoption.obligation, str(assignment.obligation), key=STRENGTH.index)
    adoption.directive_no, adoption.due_at = assignment.directive_no, assignment.due_at
    adoption.measures = list(assignment.measures) or adoption.measures
    adoption.thresholds = [dict(one) for one in assignment.thresholds] or adoption.thresholds
    _keep(adoption, "obligation", "directive_no", "due_at", "measures", "thresholds", now=now)
    event = _told(AdoptionAssigned, adoption, obligation=adoption.obligation, due_at=adoption.due_at)
    record(event, about=adoption, by=by, at=now)
    return adoption


@transaction.atomic
def assign_all(assignments: Sequence[Assignment], *, by: User | None, now: datetime) -> list[Adoption]:
    """As `assign`, of many agencies in a few statements; in the order given. Each pair of model and agency stands once."""
    agencies, models = {one.agency.pk for one in assignments}, {one.reform.pk: one.reform for one in assignments}
    list(Agency.objects.select_for_update().filter(pk__in=agencies).order_by("pk").values_list("pk"))
    running = Adoption.objects.filter(agency__in=agencies, reform__in=models).exclude(status=AdoptionStatus.ENDED)
    taken = set(running.values_list("reform", "agency"))
    newest = {pk: reform.newest() for pk, reform in models.items()}
    fresh = [one for one in assignments if (one.reform.pk, one.agency.pk) not in taken]
    rows = [_first_duty(one, newest[one.reform.pk], now) for one in fresh]
    made = {(one.reform_id, one.agency_id): one for one in Adoption.objects.bulk_create(rows)}
    told = [(_told(AdoptionAssigned, one, obligation=one.obligation, due_at=one.due_at), one) for one in made.values()]
    record_firsts(told, by=by, at=now)
    keys = ((one, (one.reform.pk, one.agency.pk)) for one in assignments)
    return [made[key] if key in made else assign(one, by=by, now=now) for one, key in keys]


def _first_duty(assignment: Assignment, version: ReformVersion | None, now: datetime) -> Adoption:
    """Not saved yet."""
    _adoptable(assignment.reform)
    if is_overdue(assignment.due_at, now):
        raise RuleBroken(PAST)
    return Adoption(
        reform=assignment.reform, agency=assignment.agency, version=version, made_at=now, changed_at=now,
        obligation=assignment.obligation, directive_no=assignment.directive_no, due_at=assignment.due_at,
        measures=list(assignment.measures), thresholds=[dict(one) for one in assignment.thresholds],
    )  # fmt: skip


def _asks_no_more(assignment: Assignment, adoption: Adoption) -> bool:
    is_known = (adoption.directive_no, adoption.due_at) == (assignment.directive_no, assignment.due_at)
    is_weaker = STRENGTH.index(str(assignment.obligation)) <= STRENGTH.index(adoption.obligation)
    return is_known and is_weaker


@transaction.atomic
def study(adoption: Adoption, *, by: User, now: datetime) -> None:
    """The unit looks into it: fitting or not, and why."""
    adoption.take(workflow.STUDY)
    _keep(adoption, now=now)
    record(_told(AdoptionStudied, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def decline(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """Not here, for a reason. A mandatory model is not declined: its exemption is asked for (4.2)."""
    if adoption.obligation == Obligation.MANDATORY:
        raise RuleBroken("Mô hình này bắt buộc áp dụng nên không từ chối được. Nếu có lý do, bấm “Đề nghị miễn”.")
    adoption.reason = _need(reason, "Xin ghi lý do không áp dụng.")
    adoption.take(workflow.DECLINE)
    _keep(adoption, "reason", now=now)
    record(_told(AdoptionDeclined, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def ask_exemption(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """Of the level that asks for a mandatory model."""
    if adoption.obligation != Obligation.MANDATORY:
        raise RuleBroken("Mô hình này không bắt buộc. Nếu không phù hợp, bấm “Không áp dụng, ghi lý do”.")
    adoption.reason = _need(reason, "Xin ghi lý do đề nghị miễn.")
    adoption.take(workflow.ASK_EXEMPTION)
    _keep(adoption, "reason", now=now)
    record(_told(ExemptionAsked, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def exempt(adoption: Adoption, *, decision_no: str, by: User, now: datetime) -> None:
    """The level above agrees. What runs is ended first, not exempted."""
    if adoption.started_on and not adoption.ended_on:
        raise RuleBroken(f"{adoption} đang vận hành nên không miễn. Nếu không cần nữa, đơn vị bấm “Chấm dứt”.")
    adoption.take(workflow.EXEMPT)
    adoption.decision_no, adoption.decided_by, adoption.decided_at = decision_no.strip(), by, now
    _keep(adoption, "decision_no", "decided_by", "decided_at", now=now)
    record(_told(AdoptionExempted, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def refuse_exemption(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """The duty and its deadline stay."""
    adoption.reason = _need(reason, "Xin ghi lý do không cho miễn.")
    adoption.take(workflow.REFUSE_EXEMPTION)
    _keep(adoption, "reason", now=now)
    record(_told(ExemptionRefused, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def submit(adoption: Adoption, plan: Plan, *, by: User, now: datetime) -> None:
    """The plan goes to the leader. RuleBroken: something of rule 1 is missing, or a parameter is out of law."""
    adoption.version = adoption.reform.newest()
    package = _package(adoption)
    settings = _settled(package, plan)
    thresholds = list(plan.thresholds) or adoption.thresholds or [one.plain() for one in package.thresholds]
    measures = list(plan.measures) or adoption.measures or list(package.measures)
    _complete(adoption, plan, measures, localdate(now))
    _lawful(adoption.agency, settings, plan)
    adoption.take(workflow.SUBMIT)
    adoption.start_on, adoption.responsible, adoption.scope = plan.start_on, plan.responsible, plan.scope.strip()
    adoption.is_pilot, adoption.pilot_until, adoption.plan = plan.is_pilot, plan.pilot_until, plan.text.strip()
    adoption.settings, adoption.measures = settings, measures
    adoption.thresholds = [Threshold(**one).plain() for one in thresholds]
    _keep(
        adoption, "version", "start_on", "responsible", "scope", "is_pilot", "pilot_until", "plan", "settings", "measures",
        "thresholds", now=now,
    )  # fmt: skip
    assert plan.responsible is not None
    event = _told(PlanSubmitted, adoption, start_on=plan.start_on, responsible_id=plan.responsible.pk)
    record(event, about=adoption, by=by, at=now)


def _settled(package: Package, plan: Plan) -> list[dict[str, Any]]:
    """The programmes as adopted: one for each of the package, every parameter written out."""
    wanted: Sequence[Mapping[str, Any]] = plan.settings or [one.plain() for one in package.programmes]
    if [str(one.get("kind")) for one in wanted] != [one.kind for one in package.programmes]:
        raise RuleBroken("Chương trình trong kế hoạch khác gói của mô hình. Xin tải lại trang rồi lập lại kế hoạch.")
    kinds = [kind_named(str(one["kind"])) for one in wanted]
    return [
        {"kind": kind.name, "name": str(one.get("name") or kind.label), "parameters": kind.plain(kind.clean(one["parameters"]))}
        for kind, one in zip(kinds, wanted, strict=True)
    ]  # fmt: skip


def _complete(adoption: Adoption, plan: Plan, measures: Sequence[str], today: date) -> None:
    """Rule 1 of 4.2, and dates that can be kept."""
    missing = [
        words
        for words, value in (
            ("người phụ trách", plan.responsible), ("phạm vi áp dụng", plan.scope.strip()), ("chỉ tiêu theo dõi", measures),
        )
        if not value
    ]  # fmt: skip
    if missing:
        raise RuleBroken(f"Kế hoạch còn thiếu {', '.join(missing)}. Xin bổ sung rồi gửi lại.")
    if plan.start_on < today:
        raise RuleBroken("Ngày bắt đầu đã qua. Chọn từ hôm nay trở đi.")
    if plan.is_pilot and (plan.pilot_until is None or plan.pilot_until <= plan.start_on):
        raise RuleBroken("Thí điểm cần ngày kết thúc, sau ngày bắt đầu.")
    due_on = localdate(adoption.due_at) if adoption.due_at else None
    if adoption.obligation == Obligation.MANDATORY and due_on and today <= due_on < plan.start_on:
        raise RuleBroken(f"Hạn triển khai là {due_on:%d/%m/%Y}. Chọn ngày bắt đầu từ ngày đó trở về trước.")


def _lawful(agency: Agency, settings: Sequence[Mapping[str, Any]], plan: Plan) -> None:
    """What is out of law is refused when the plan is made, not when it is switched on."""
    for one in settings:
        kind = kind_named(one["kind"])
        broken = list(kind.check(Proposal(agency, kind.clean(one["parameters"]), plan.start_on, plan.pilot_until)))
        if broken:
            raise RuleBroken(f"{one['name']}: {' '.join(broken)}")


@transaction.atomic
def approve(adoption: Adoption, *, decision_no: str = "", by: User, now: datetime) -> None:
    """The leader agrees; with the agreement of the higher level where the model asks for one (S4.2)."""
    if AGREEMENT in _package(adoption).checks and not decision_no.strip():
        raise RuleBroken("Mô hình này cần văn bản thống nhất của cấp trên. Xin ghi số, ký hiệu văn bản.")
    adoption.take(workflow.APPROVE)
    adoption.decision_no, adoption.decided_by, adoption.decided_at = decision_no.strip(), by, now
    _keep(adoption, "decision_no", "decided_by", "decided_at", now=now)
    assert adoption.start_on is not None
    record(_told(PlanApproved, adoption, start_on=adoption.start_on), about=adoption, by=by, at=now)


@transaction.atomic
def return_plan(adoption: Adoption, *, reason: str, by: User, now: datetime) -> None:
    """To be mended; the reason is kept."""
    adoption.reason = _need(reason, "Xin ghi chỗ cần sửa.")
    adoption.take(workflow.SEND_BACK)
    _keep(adoption, "reason", now=now)
    record(_told(PlanReturned, adoption), about=adoption, by=by, at=now)


@transaction.atomic
def switch_on(adoption: Adoption, *, replacing: Sequence[int] = (), by: User, now: datetime) -> None:
    """Every programme of the plan begins to hold, or none does. RuleBroken: out of law; Clash: contradicts one that runs."""
    _hold(adoption.agency)
    since = _first_day(adoption, localdate(now))
    adoption.take(workflow.SWITCH_ON)
    ending = _own(adoption.agency, replacing)
    for place, one in enumerate(adoption.settings):
        switch = Switch(
            kind=one["kind"], agency=adoption.agency, name=one["name"], parameters=one["parameters"], since=since,
            until=adoption.pilot_until if adoption.is_pilot else None, origin=adoption.reform.code,
            basis=adoption.decision_no or adoption.directive_no, replacing=() if place else ending,
        )  # fmt: skip
        adoption.programmes.add(switch_programme_on(switch, by=by, now=now))
    adoption.started_on = min(adoption.started_on or since, since)
    adoption.ended_on = None
    _keep(adoption, "started_on", "ended_on", now=now)
    event = _told(AdoptionStarted, adoption, since=since, programmes=len(adoption.settings))
    record(event, about=adoption, by=by, at=now)


def _own(agency: Agency, programmes: Sequence[int]) -> tuple[int, ...]:
    """Those of the agency's own commune: what the province or another commune runs is not ours to end."""
    own = Programme.objects.filter(pk__in=programmes, agency__commune=agency.commune_id)
    return tuple(own.values_list("pk", flat=True))


def _first_day(adoption: Adoption, today: date) -> date:
    """The planned day, or today where it is past; the day after where its paused programmes still hold today."""
    first = max(adoption.start_on or today, today)
    still_holds = adoption.programmes.filter(terms__since__lte=first, terms__until=first).exists()
    return first + timedelta(days=1) if still_holds else first


@transaction.atomic
def submit_here(reform: Reform, plan: Plan, *, agency: Agency, by: User, now: datetime) -> Adoption:
    """An officer plans a model for the leader to decide: begin and submit."""
    adoption = begin_adoption(reform, agency=agency, by=by, now=now)
    if adoption.status == AdoptionStatus.SUBMITTED:
        raise RuleBroken(f"{adoption} đã có kế hoạch chờ duyệt. Mở kế hoạch để duyệt hoặc trả lại.")
    submit(adoption, plan, by=by, now=now)
    return adoption


@transaction.atomic
def apply_here(reform: Reform, plan: Plan, *, agency: Agency, by: User, now: datetime) -> Adoption:
    """A leader does it in one press: begin, plan, approve, switch on, as the same steps in their order."""
    adoption = submit_here(reform, plan, agency=agency, by=by, now=now)
    approve(adoption, decision_no=plan.decision_no, by=by, now=now)
    switch_on(adoption, replacing=plan.replacing, by=by, now=now)
    return adoption
