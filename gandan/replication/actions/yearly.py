"""The yearly report: write its words, then close and send it with the figures of that moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reports.sealing import fingerprint

from .. import workflow
from ..events import YearReportSent, YearReportWritten
from ..models import YearReport
from ..models.yearly import SECTIONS, opens_on
from ..reporting.yearly import year_data
from .drafting import DRAFTERS, ISSUERS, check_role


@dataclass(frozen=True, kw_only=True)
class YearWords:
    """Number, signer, own words by section, and how figures are told (A10, A12)."""

    number: str = ""
    signer: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False
    keeps_about: bool = False


@transaction.atomic
def write_year_report(agency: Agency, *, year: int, words: YearWords, by: User, now: datetime) -> YearReport:
    """Keep what was written so far; the first time makes the draft."""
    check_role(agency, by, now, DRAFTERS)
    if year > localdate(now).year:
        raise RuleBroken(f"Năm {year} chưa đến nên chưa lập báo cáo được.")
    found = YearReport.objects.select_for_update().filter(agency=agency, year=year).first()
    if found is not None and found.is_sent:
        raise RuleBroken("Báo cáo đã gửi nên không sửa được. Cần đính chính thì ghi ở báo cáo năm sau.")
    made = found or YearReport(agency=agency, year=year, made_by=by, made_at=now)
    made.number, made.signer = words.number.strip(), words.signer.strip()
    made.texts = {name: text.strip() for name, text in words.texts.items() if name in SECTIONS and text.strip()}
    made.is_cut, made.keeps_about = words.is_cut, words.keeps_about
    made.save()
    event = YearReportWritten(report_id=made.pk, year=year)
    record(event, about=made, by=by, at=now, is_first=found is None)
    return made


@transaction.atomic
def send_year_report(report: YearReport, *, by: User, now: datetime) -> None:
    """Close and send: every figure stays as it is now, whatever happens to dossiers later."""
    check_role(report.agency, by, now, ISSUERS)
    first = opens_on(report.year)
    if localdate(now) < first:
        raise RuleBroken(f"Số liệu năm {report.year} chưa chốt. Gửi được từ ngày {first:%d/%m/%Y}.")
    data = year_data(report.agency, report.year, now)
    report.take(workflow.SEND_YEAR_REPORT)
    report.data, report.sha256, report.sent_by, report.sent_at = data, fingerprint(data), by, now
    report.save(update_fields=["data", "sha256", "sent_by", "sent_at"])
    event = YearReportSent(report_id=report.pk, year=report.year, sha256=report.sha256, is_late=report.is_late(now))
    record(event, about=report, by=by, at=now)
