"""`gandan calendar import FILE`: days off and make-up days from a CSV file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gandan.places.actions import import_calendar
from gandan.places.management.reports import end_with, file_text
from gandan.places.reading import read_days


class Command(BaseCommand):
    help = "Nạp ngày nghỉ, ngày làm bù từ tệp CSV (day,kind,name,basis); dòng hỏng bị từ chối kèm lý do."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("import", help="nạp tệp CSV").add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        reading = read_days(file_text(options["file"]))
        end_with(self, import_calendar(reading.rows), reading.broken, what="ngày")
