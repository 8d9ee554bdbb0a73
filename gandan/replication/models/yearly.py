"""The yearly report on reform models: its own words and choices while it is written, everything frozen once it is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models

from gandan.core.workflow import Step, Stepping
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.tasks.deadlines import until_end_of

from ..workflow import SEND_YEAR_REPORT, Sending

SECTIONS = {
    "directing": "I. Công tác chỉ đạo, điều hành", "results": "II. Kết quả triển khai", "noted": "III. Thuận lợi, khó khăn",
    "next_year": "IV. Phương hướng năm sau", "proposals": "V. Đề xuất, kiến nghị",
}  # fmt: skip
"""Where the office may add its own words."""


def due_at(year: int) -> datetime:
    """The last valid moment: the end of 25 January of the year after, the day the report of 2020 was signed (assumption)."""
    return until_end_of(date(year + 1, 1, 25))


def opens_on(year: int) -> date:
    """The first day it may be closed: figures of a year end on 14 December (Nghị định 09/2019/NĐ-CP, Điều 12)."""
    return date(year, 12, 15)


class YearReportQuerySet(models.QuerySet["YearReport"]):
    def seen_by(self, office: Office) -> YearReportQuerySet:
        """A commune its own; the province its own and what its communes have sent."""
        if office.commune is not None:
            return self.filter(agency=office.commune)
        sent = models.Q(agency__province=office.agency, status=Sending.SENT)
        return self.filter(models.Q(agency=office.agency) | sent)


class YearReport(Stepping):
    """One commune's or province's report of one year. `data` is empty until it is sent: figures are live till then."""

    steps: ClassVar[tuple[Step, ...]] = (SEND_YEAR_REPORT,)

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=5, choices=Sending, default=Sending.DRAFT)
    number = models.CharField(max_length=60, blank=True, help_text="số, ký hiệu: 22/BC-UBND")
    signer = models.CharField(max_length=120, blank=True)
    texts = models.JSONField(default=dict, help_text="own words by section")
    is_cut = models.BooleanField(default=False, help_text="decimals cut, not rounded (requirements, A10)")
    keeps_about = models.BooleanField(default=False, help_text="“hơn” of declared figures is kept (A12)")
    data = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)

    objects = YearReportQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "agency__sort_name"]
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="year_report_once")]

    def __str__(self) -> str:
        return f"Báo cáo mô hình, sáng kiến năm {self.year}, {self.agency.name_within}"

    @property
    def is_sent(self) -> bool:
        return self.status == Sending.SENT

    def is_late(self, now: datetime) -> bool:
        return (self.sent_at or now) > due_at(self.year)
