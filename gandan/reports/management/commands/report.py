"""`gandan report NAME --agency CODE --from D --to D [--json]`: any report of the register."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from gandan.measures.periods import between
from gandan.places.models import Agency
from gandan.reports.printing import as_text
from gandan.reports.registry import all_reports, covered_by, report_named


def _day(text: str) -> date:
    return date.fromisoformat(text)


class Command(BaseCommand):
    help = "In một báo cáo của xã hoặc của cả tỉnh."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help=f"tên báo cáo: {', '.join(report.name for report in all_reports())}")
        parser.add_argument("--agency", required=True, help="mã đơn vị, ví dụ 11131 (xã) hoặc 31 (tỉnh)")
        parser.add_argument("--from", dest="start", required=True, type=_day, help="ngày đầu kỳ, năm-tháng-ngày")
        parser.add_argument("--to", dest="end", required=True, type=_day, help="ngày cuối kỳ, tính cả ngày này")
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        report = report_named(options["name"])
        agency = Agency.objects.filter(code=options["agency"]).first()
        if agency is None:
            raise CommandError(f"Không có đơn vị mã {options['agency']}.")
        if options["end"] < options["start"]:
            raise CommandError("Ngày cuối kỳ (--to) phải từ ngày đầu kỳ (--from) trở đi.")
        period = between(options["start"], options["end"])
        sheet = report.fill(covered_by(agency), period, timezone.now())
        facts = {"report": report.name, "agency": agency.code, "from": f"{period.start}", "to": f"{period.end}"}
        told = json.dumps({**facts, **sheet.as_data()}, ensure_ascii=False)
        self.stdout.write(told if options["json"] else as_text(report, sheet, agency=agency.name, period=period))
