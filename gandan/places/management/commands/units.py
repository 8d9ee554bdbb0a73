"""`gandan units import FILE`: provinces and communes from a CSV file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gandan.places.actions import import_units
from gandan.places.management.reports import end_with, file_text
from gandan.places.reading import read_units


class Command(BaseCommand):
    help = "Nạp danh mục tỉnh, xã từ tệp CSV; dòng hỏng bị từ chối kèm lý do, các dòng khác vẫn được nạp."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("import", help="nạp tệp CSV").add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        reading = read_units(file_text(options["file"]))
        end_with(self, import_units(reading.rows), reading.broken, what="đơn vị")
