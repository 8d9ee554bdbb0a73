"""`gandan model_report OUT --agency CODE --year Y` or `--history NAME`: a report on models as PDF, DOCX or XLSX."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.places.models import Agency
from gandan.replication.models import YearReport
from gandan.replication.reporting.history import shipped
from gandan.replication.reporting.making import KINDS, Paper, history_paper, year_paper


class Command(BaseCommand):
    help = "Ghi báo cáo mô hình của một năm, hoặc báo cáo trong kho tư liệu, ra tệp PDF, DOCX, XLSX."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("out", type=Path, help="tệp ghi ra; đuôi pdf, docx hoặc xlsx")
        parser.add_argument("--agency", help="mã đơn vị, ví dụ 11131 (xã) hoặc 31 (tỉnh)")
        parser.add_argument("--year", type=int, help="năm báo cáo")
        parser.add_argument("--history", help=f"báo cáo trong kho tư liệu: {', '.join(shipped())}")

    def handle(self, *args: Any, **options: Any) -> None:
        out: Path = options["out"]
        kind = out.suffix.lstrip(".").lower()
        if kind not in KINDS:
            raise CommandError(f"Đuôi tệp phải là {', '.join(KINDS)}.")
        try:
            out.write_bytes(self._paper(options).drawn(kind))
        except RuleBroken as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"Đã ghi {out}.")

    def _paper(self, options: dict[str, Any]) -> Paper:
        if options["history"]:
            return history_paper(options["history"])
        agency = Agency.objects.filter(code=options["agency"] or "").first()
        if agency is None or options["year"] is None:
            raise CommandError("Ghi --agency với mã đơn vị có trong hệ thống và --year, hoặc --history.")
        held = YearReport.objects.filter(agency=agency, year=options["year"]).first()
        return year_paper(agency, options["year"], held, timezone.now())
