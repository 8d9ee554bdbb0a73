"""`gandan figures refresh [--months N]`: reckon the period store anew, after an import or a simulation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.measures.periods import last_months
from gandan.reports.jobs import KEPT_MONTHS, refresh_figures


class Command(BaseCommand):
    help = "Tính lại số liệu lưu theo tháng của mọi xã đang dùng hệ thống."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        refresh = verbs.add_parser("refresh", help="tính lại")
        refresh.add_argument("--months", type=int, default=KEPT_MONTHS, help="số tháng gần nhất, kể cả tháng này")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        written = refresh_figures(last_months(localdate(now), max(1, options["months"])), now=now)
        self.stdout.write(f"Đã ghi {written} số liệu của {max(1, options['months'])} tháng.")
