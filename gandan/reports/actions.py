"""The verb of reports: freeze."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.measures.periods import Period
from gandan.people.models import User
from gandan.places.models import Agency

from .events import ReportFrozen
from .models import FrozenReport
from .registry import Report, covered_by
from .sealing import fingerprint


@transaction.atomic
def freeze(report: Report, *, of: Agency, period: Period, by: User, now: datetime) -> FrozenReport:
    """Close a period that is over: its figures stay as they are now, whatever happens to the dossiers later."""
    if period.end >= localdate(now):
        raise RuleBroken(f"{period.label} chưa hết, chốt được từ ngày sau ngày cuối kỳ.")
    data = report.fill(covered_by(of), period, now).as_data()
    try:
        with transaction.atomic():
            frozen = FrozenReport.objects.create(
                name=report.name, agency=of, start=period.start, end=period.end, data=data, sha256=fingerprint(data),
                frozen_by=by, at=now,
            )  # fmt: skip
    except IntegrityError:
        raise RuleBroken(
            f"Báo cáo {report.name} của {period.label.lower()} đã chốt rồi. Xem lại ở danh sách đã chốt."
        ) from None
    event = ReportFrozen(
        report=report.name, agency_id=of.pk, start=period.start, end=period.end, sha256=frozen.sha256
    )  # fmt: skip
    record(event, about=frozen, by=by, at=now)
    return frozen
