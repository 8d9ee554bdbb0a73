"""Six-month reports: call for them, fill in, send before the day, remind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.measures.periods import Period
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.reports.sealing import fingerprint
from gandan.tasks.deadlines import reminder_stage, strictly_before

from .. import workflow
from ..events import ReportFilled, ReportReminded, ReportSent, RoundOpened
from ..half_year import period_report_data
from ..models import Directive, PeriodReport, ReportRound
from ..recipients import expand
from .drafting import ISSUERS, check_role

REPORTERS = frozenset({str(Role.LEADER), str(Role.CLERK), str(Role.SPECIALIST)})


@dataclass(frozen=True, kw_only=True)
class Call:
    """For which half year, from whom, strictly before which day (A33)."""

    title: str
    period: Period
    due_on: date
    groups: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()
    directive: Directive | None = None


@dataclass(frozen=True)
class Words:
    """What the unit adds to the figures; one proposed model a line."""

    results: str = ""
    difficulties: str = ""
    proposals: tuple[str, ...] = ()


@transaction.atomic
def open_round(call: Call, *, issuer: Agency, by: User, now: datetime) -> ReportRound:
    """Every unit gets its report, ready to be completed."""
    check_role(issuer, by, now, ISSUERS)
    due_at = strictly_before(call.due_on)
    if due_at <= now:
        raise RuleBroken(f"Hạn trước ngày {call.due_on:%d/%m/%Y} đã qua. Chọn ngày muộn hơn.")
    units = expand(issuer, call.groups, call.agencies)
    if not units:
        raise RuleBroken("Chưa có đơn vị nào phải báo cáo. Chọn nhóm hoặc từng đơn vị.")
    try:
        with transaction.atomic():
            made = ReportRound.objects.create(
                issuer=issuer, directive=call.directive, title=call.title, start=call.period.start, end=call.period.end,
                due_on=call.due_on, due_at=due_at, made_by=by, made_at=now,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(f"Đợt “{call.title}” của kỳ này đã mở rồi.") from None
    PeriodReport.objects.bulk_create(PeriodReport(round=made, agency=agency) for agency in units)
    event = RoundOpened(round_id=made.pk, units=len(units), due_at=due_at)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def fill_report(report: PeriodReport, *, words: Words, by: User, now: datetime) -> None:
    """Keep what was written so far."""
    _check_reporter(report, by, now)
    _check_unsent(report)
    _write(report, words)
    record(ReportFilled(report_id=report.pk), about=report, by=by, at=now)


@transaction.atomic
def send_report(report: PeriodReport, *, words: Words, by: User, now: datetime) -> None:
    """Figures and words are frozen as they are now. After the deadline it is taken too, and counted as late."""
    _check_reporter(report, by, now)
    _check_unsent(report)
    if not words.results.strip():
        raise RuleBroken("Xin ghi kết quả trong kỳ, một đoạn ngắn cũng đủ.")
    _write(report, words)
    data = period_report_data(report, now)
    report.take(workflow.SEND_REPORT)
    report.data, report.sha256, report.sent_by, report.sent_at = data, fingerprint(data), by, now
    report.save(update_fields=["data", "sha256", "sent_by", "sent_at"])
    event = ReportSent(report_id=report.pk, sha256=report.sha256, is_late=report.is_late(now))
    record(event, about=report, by=by, at=now)


@transaction.atomic
def remind_report(report: PeriodReport, *, now: datetime) -> bool:
    """Seven, three, one day before the last moment, and once after it; tells whether it did."""
    stage = reminder_stage(report.round.due_at, now) if report.status == workflow.Sending.DRAFT else None
    if stage is None or (report.reminded is not None and report.reminded <= stage):
        return False
    report.reminded = stage
    report.save(update_fields=["reminded"])
    record(ReportReminded(report_id=report.pk, stage=stage), about=report, at=now)
    return True


def _write(report: PeriodReport, words: Words) -> None:
    report.results, report.difficulties = words.results.strip(), words.difficulties.strip()
    report.proposals = [one.strip() for one in words.proposals if one.strip()]
    report.save(update_fields=["results", "difficulties", "proposals"])


def _check_unsent(report: PeriodReport) -> None:
    if report.status == workflow.Sending.SENT:
        raise RuleBroken("Báo cáo đã gửi nên không sửa được. Cần đính chính, ghi ở kỳ sau.")


def _check_reporter(report: PeriodReport, by: User, now: datetime) -> None:
    roles = by.roles_in(report.agency, today=localdate(now))
    if by.agency_id != report.agency_id and REPORTERS.isdisjoint(roles):
        raise NotThisOffice("Báo cáo này của đơn vị khác.")
