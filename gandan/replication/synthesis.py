"""What a quarter of replication looks like, as plain data: every unit and model, its state, figures, difficulties, findings.

For documents: `synthesis_data`. Findings: “không triển khai” = mandatory and not running at its deadline; “không hiệu quả” =
every threshold missed after thirty days of running (requirements 4.2, rules 3 and 4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate, localtime

from gandan.measures.periods import Period
from gandan.places.models import Agency
from gandan.reforms.judging import standings
from gandan.reforms.models import Adoption, Difficulty, Explanation, Obligation
from gandan.reforms.workflow import OPERATING, AdoptionStatus
from gandan.tasks.deadlines import until_end_of

from .models import DesignationTarget, Directive, Handling, Mention, Receipt
from .workflow import Status

NOT_DEPLOYED, INEFFECTIVE = "not_deployed", "ineffective"
GROUPS = {
    "effective": "Hiệu quả", "running": "Đang vận hành, chưa đánh giá", INEFFECTIVE: "Không hiệu quả",
    NOT_DEPLOYED: "Không triển khai, quá hạn", "preparing": "Đang chuẩn bị", "declined": "Không áp dụng, có lý do",
    "exempted": "Được miễn", "ended": "Tạm dừng, chấm dứt",
}  # fmt: skip
"""State of a unit with a model, in the words of the report; every adoption stands in exactly one."""
_BY_STATUS = {
    AdoptionStatus.EFFECTIVE: "effective", AdoptionStatus.RUNNING: "running", AdoptionStatus.INEFFECTIVE: INEFFECTIVE,
    AdoptionStatus.NOT_DEPLOYED: NOT_DEPLOYED, AdoptionStatus.DECLINED: "declined", AdoptionStatus.EXEMPTED: "exempted",
    AdoptionStatus.PAUSED: "ended", AdoptionStatus.ENDED: "ended",
}  # fmt: skip


def group_of(adoption: Adoption, moment: datetime) -> str:
    """The key of GROUPS at the moment, whether or not the clock has marked the adoption yet."""
    if adoption.status == AdoptionStatus.EXPLAINED:
        return INEFFECTIVE if adoption.started_on else NOT_DEPLOYED
    if is_unmet(adoption, moment):
        return NOT_DEPLOYED
    return _BY_STATUS.get(AdoptionStatus(adoption.status), "preparing")


def is_unmet(adoption: Adoption, moment: datetime) -> bool:
    """Mandatory, its deadline past, and not running."""
    if adoption.obligation != Obligation.MANDATORY or adoption.due_at is None or adoption.due_at >= moment:
        return False
    return adoption.started_on is None and adoption.status not in (AdoptionStatus.EXEMPTED, AdoptionStatus.ENDED)


def targets_of(agency: Agency, directive: Directive | None, period: Period) -> list[DesignationTarget]:
    """Units and models of one directive, or of all the agency issued up to the end of the period."""
    rows = DesignationTarget.objects.filter(designation__directive__issuer=agency)
    if directive is not None:
        rows = rows.filter(designation__directive=directive)
    else:
        rows = rows.exclude(designation__directive__status=Status.CLOSED)
    related = ("agency", "adoption__reform", "adoption__agency", "adoption__responsible", "designation__directive")
    found = rows.filter(designation__directive__issued_on__lte=period.end).select_related(*related)
    seen: dict[int, DesignationTarget] = {}
    for target in found.order_by("agency__sort_name", "pk"):
        seen.setdefault(target.adoption_id, target)
    return list(seen.values())


def synthesis_data(agency: Agency, directive: Directive | None, period: Period, now: datetime) -> dict[str, Any]:
    """JSON of the quarter: `lines` (a unit with a model each), `counts` by state, `units`, `difficulties`, `cascade`, mentions.

    Figures stand as of `now`; deadlines are judged at the end of the period or now, whichever is earlier.
    """
    moment = min(now, period_end(period))
    targets = targets_of(agency, directive, period)
    explanations = _explanations([one.adoption_id for one in targets])
    lines = [_line(one, explanations.get(one.adoption_id), moment, now) for one in targets]
    counts = Counter(line["group"] for line in lines)
    return {
        "agency": agency.name, "directive": directive.number if directive else "", "label": period.label,
        "start": period.start.isoformat(), "end": period.end.isoformat(), "at": now.isoformat(),
        "lines": lines, "counts": {name: counts.get(name, 0) for name in GROUPS},
        "units": len({one.agency_id for one in targets}), "models": len({one.adoption.reform_id for one in targets}),
        "difficulties": difficulties(targets, period), "cascade": cascade(directive) if directive else [],
        **_mentions(agency, period),
    }  # fmt: skip


def period_end(period: Period) -> datetime:
    return until_end_of(period.end)


def _explanations(adoptions: Sequence[int]) -> dict[int, Explanation]:
    """The latest of each adoption."""
    rows = Explanation.objects.filter(adoption__in=adoptions).order_by("asked_at").select_related("head")
    return {one.adoption_id: one for one in rows}


def _line(target: DesignationTarget, told: Explanation | None, moment: datetime, now: datetime) -> dict[str, Any]:
    adoption = target.adoption
    group = group_of(adoption, moment)
    is_running = adoption.status in OPERATING
    return {
        "adoption": adoption.pk, "unit": target.agency.name, "model": adoption.reform.name, "is_owner": target.is_owner,
        "obligation": adoption.get_obligation_display(), "status": adoption.status_label(), "group": group,
        "group_label": GROUPS[group], "due_on": _day(adoption.due_at), "started_on": _iso(adoption.started_on),
        "responsible": str(adoption.responsible or ""), "reason": adoption.reason,
        "figures": [
            {"label": one.label, "value": one.value, "n": one.n, "bound": one.bound, "is_met": one.is_met}
            for one in (standings(adoption, now) if is_running else [])
        ],
        "cause": told.cause if told else "", "explanation": told.text if told else "",
        "ruling": told.get_ruling_display() if told and told.ruling else "", "head": str(told.head or "") if told else "",
    }  # fmt: skip


def _day(at: datetime | None) -> str:
    return localdate(at).isoformat() if at else ""


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def difficulties(targets: Sequence[DesignationTarget], period: Period) -> list[dict[str, Any]]:
    """What units noted in the period, answered or not."""
    rows = Difficulty.objects.filter(
        adoption__in=[one.adoption_id for one in targets], at__date__gte=period.start, at__date__lte=period.end
    ).select_related("adoption__reform", "adoption__agency")
    return [
        {
            "unit": one.adoption.agency.name, "model": one.adoption.reform.name, "cause": one.cause, "text": one.text,
            "is_advantage": one.is_advantage, "answer": one.answer,
        }
        for one in rows.order_by("at")
    ]  # fmt: skip


def cascade(directive: Directive) -> list[dict[str, Any]]:
    """Every commune that received it: its own letter and after how many days; "" where there is none yet."""
    letters = {one.issuer_id: one for one in directive.derived.exclude(status=Status.DRAFT).select_related("parent")}
    receipts = Receipt.objects.filter(directive=directive, agency__kind="commune").select_related("agency")
    return [
        {
            "agency": one.agency_id, "unit": one.agency.name, "delivered": localtime(one.delivered_at).isoformat(),
            "acknowledged": localtime(one.acknowledged_at).isoformat() if one.acknowledged_at else "",
            "letter": letters[one.agency_id].number if one.agency_id in letters else "",
            "days": letters[one.agency_id].cascade_days if one.agency_id in letters else None,
        }
        for one in receipts.order_by("agency__sort_name")
    ]  # fmt: skip


def _mentions(agency: Agency, period: Period) -> dict[str, list[dict[str, Any]]]:
    rows = Mention.objects.filter(issuer=agency, start=period.start).select_related("agency", "person")
    told: dict[str, list[dict[str, Any]]] = {"commended": [], "named": []}
    for one in rows:
        told[one.kind].append(
            {"unit": one.agency.name, "person": str(one.person or ""), "reason": one.reason, "proof": one.proof, "reply": one.reply}
        )  # fmt: skip
    return told


def handling_lines(handlings: Sequence[Handling]) -> list[dict[str, Any]]:
    """Proposals as they are told in the report."""
    return [
        {
            "unit": one.adoption.agency.name, "model": one.adoption.reform.name, "finding": one.get_finding_display(),
            "cause": one.cause, "explanation": one.explanation.text if one.explanation else "",
            "head": str(one.explanation.head or "") if one.explanation else "",
            "ruling": one.explanation.get_ruling_display() if one.explanation and one.explanation.ruling else "",
        }
        for one in handlings
    ]  # fmt: skip
