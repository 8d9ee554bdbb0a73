"""The quarter: build it from what units did, propose what to consider, send it once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.measures.periods import Period
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.actions import miss_deadline
from gandan.reforms.models import Adoption, Explanation
from gandan.reforms.workflow import NOT_YET
from gandan.reports.sealing import fingerprint

from .. import workflow
from ..events import DesignationSummarised, SynthesisCompiled, SynthesisSent
from ..models import Designation, Directive, Handling, Synthesis
from ..synthesis import INEFFECTIVE, NOT_DEPLOYED, handling_lines, is_unmet, period_end, synthesis_data, targets_of
from .drafting import DRAFTERS, ISSUERS, check_role


@transaction.atomic
def compile_synthesis(
    agency: Agency, *, period: Period, directive: Directive | None = None, by: User | None, now: datetime
) -> Synthesis:
    """Build or rebuild the quarter; every finding becomes a proposal with a request to explain. `by` empty: the clock."""
    if by is not None:
        check_role(agency, by, now, DRAFTERS)
    if period_end(period).date() > now.date() and period.start > now.date():
        raise RuleBroken(f"{period.label} chưa bắt đầu. Chọn quý đang diễn ra hoặc đã qua.")
    found = Synthesis.objects.select_for_update().filter(agency=agency, directive=directive, start=period.start).first()
    if found is not None and found.status == workflow.Sending.SENT:
        raise RuleBroken(f"{found} đã gửi nên không lập lại. Xem bản đã gửi.")
    _mark_unmet(agency, directive, period, now)
    data = synthesis_data(agency, directive, period, now)
    if found is None:
        found = Synthesis(agency=agency, directive=directive, start=period.start, end=period.end, made_by=by)
    found.data, found.compiled_at = data, now
    found.save()
    _propose(found)
    counts = data["counts"]
    event = SynthesisCompiled(
        synthesis_id=found.pk, not_deployed=counts[NOT_DEPLOYED], ineffective=counts[INEFFECTIVE]
    )  # fmt: skip
    record(event, about=found, by=by, at=now)
    return found


def _mark_unmet(agency: Agency, directive: Directive | None, period: Period, now: datetime) -> None:
    """What the clock has not marked yet: its head is asked to explain before anything is proposed."""
    moment = min(now, period_end(period))
    for target in targets_of(agency, directive, period):
        if is_unmet(target.adoption, moment) and target.adoption.status in NOT_YET:
            miss_deadline(target.adoption, by=None, now=now)


def _propose(synthesis: Synthesis) -> None:
    """One proposal for each finding of the data; those no longer found go, unless they were explained."""
    lines = {line["adoption"]: line for line in synthesis.data["lines"] if line["group"] in (NOT_DEPLOYED, INEFFECTIVE)}
    synthesis.handlings.exclude(adoption__in=lines).filter(explanation__at__isnull=True).delete()
    latest = {
        one.adoption_id: one for one in Explanation.objects.filter(adoption__in=list(lines)).order_by("asked_at")
    }  # fmt: skip
    for adoption in Adoption.objects.filter(pk__in=list(lines)):
        told = latest.get(adoption.pk)
        line = lines[adoption.pk]
        facts = {"explanation": told, "finding": line["group"], "cause": line["cause"] or line["status"]}
        Handling.objects.update_or_create(synthesis=synthesis, adoption=adoption, defaults=facts)


@transaction.atomic
def send_synthesis(synthesis: Synthesis, *, remarks: str = "", by: User, now: datetime) -> None:
    """To the People's Committee, after the quarter ended: figures, proposals and words stay as they are now."""
    check_role(synthesis.agency, by, now, ISSUERS)
    if now <= period_end(synthesis.period):
        raise RuleBroken(f"{synthesis.period.label} chưa hết. Gửi được từ ngày sau ngày cuối quý.")
    synthesis.take(workflow.SEND_SYNTHESIS)
    related = ("adoption__agency", "adoption__reform", "explanation__head")
    handlings = list(synthesis.handlings.select_related(*related))
    data = {**synthesis.data, "remarks": remarks.strip(), "handlings": handling_lines(handlings)}
    synthesis.data, synthesis.remarks, synthesis.sha256 = data, remarks.strip(), fingerprint(data)
    synthesis.sent_by, synthesis.sent_at = by, now
    synthesis.save()
    if synthesis.directive is not None:
        _summarise(synthesis.directive, synthesis, by, now)
    record(SynthesisSent(synthesis_id=synthesis.pk, sha256=synthesis.sha256), about=synthesis, by=by, at=now)


def _summarise(directive: Directive, synthesis: Synthesis, by: User, now: datetime) -> None:
    """Models whose deadline lies in or before the quarter are summarised with it."""
    due = Designation.objects.filter(directive=directive, due_on__lte=synthesis.end)
    for one in due.filter(status__in=workflow.SUMMARISE.start):
        one.take(workflow.SUMMARISE)
        event = DesignationSummarised(directive_id=directive.pk, designation_id=one.pk)
        record(event, about=directive, by=by, at=now)
