"""`gandan catalog load | import FILE | search "…"`."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from gandan.catalog import actions, search
from gandan.catalog.actions import ImportReport


class Command(BaseCommand):
    help = "Bộ thủ tục: nạp bộ đi kèm, nhập từ tệp, tìm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="load|import|search")
        verbs.add_parser("load", help="nạp bộ thủ tục đi kèm")
        importing = verbs.add_parser("import", help="nhập thủ tục từ tệp, mỗi dòng một đối tượng JSON")
        importing.add_argument("file", type=Path)
        searching = verbs.add_parser("search", help="tìm thủ tục, không cần dấu")
        searching.add_argument("query")
        searching.add_argument("--limit", type=int, default=10)
        for verb in (importing, searching):
            verb.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *_: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(options)

    def _load(self, _: dict[str, Any]) -> None:
        self.stdout.write(f"Đã nạp {actions.load_foundation(today=localdate())} bản thủ tục đi kèm.")

    def _import(self, options: dict[str, Any]) -> None:
        file: Path = options["file"]
        try:
            with file.open(encoding="utf-8-sig", errors="replace") as lines:
                report = actions.import_procedures(lines, source=f"tệp {file.name}", today=localdate())
        except OSError as error:
            raise CommandError(f"Không đọc được tệp {file}: {error.strerror}.") from error
        self.stdout.write(json.dumps(asdict(report), ensure_ascii=False) if options["as_json"] else self._say(report))
        if report.refused and not (report.added or report.renewed or report.unchanged or report.kept):
            raise CommandError("Không nhập được dòng nào.")

    def _say(self, report: ImportReport) -> str:
        refused = [f"  dòng {one.line}{f' ({one.code})' if one.code else ''}: {one.reason}" for one in report.refused]
        counts = (
            f"Thêm {len(report.added)}, cập nhật {len(report.renewed)}, không đổi {len(report.unchanged)}, "
            f"giữ nguyên {len(report.kept)}, từ chối {len(report.refused)}."
        )
        return "\n".join([counts, *refused])

    def _search(self, options: dict[str, Any]) -> None:
        hits = search.search(options["query"], limit=options["limit"])
        if options["as_json"]:
            self.stdout.write(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False))
            return
        lines = [f"{hit.code}  {hit.short_name}" for hit in hits]
        self.stdout.write("\n".join(lines) or "Không tìm thấy thủ tục nào. Thử tên khác, không cần dấu.")
