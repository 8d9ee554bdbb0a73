"""`gandan reforms …`: the registry and the measured effect for the terminal and for programs."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from gandan.reforms import listing
from gandan.reforms.actions import refresh_effect
from gandan.reforms.effect.reading import as_line, measures_with_effect, verdict_words
from gandan.reforms.models import Effect, Reform


class Command(BaseCommand):
    help = "Kho mô hình cải cách và hiệu quả đo được của một mô hình."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        listed = verbs.add_parser("list", help="mọi mô hình trong kho")
        listed.add_argument("--json", action="store_true", help="mỗi dòng một mô hình")
        effect = verbs.add_parser("effect", help="trước và sau ở từng đơn vị áp dụng, rồi của cả các đơn vị")
        effect.add_argument("model", help="mã mô hình")
        effect.add_argument("--measure", help="chỉ một chỉ tiêu")
        effect.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['verb']}")(options)

    def _list(self, options: dict[str, Any]) -> None:
        for line in listing.lines():
            plain = "{code}  {name} ({owner}, {year})  {status}".format(**line)
            self.stdout.write(json.dumps(line, ensure_ascii=False) if options["json"] else plain)

    def _effect(self, options: dict[str, Any]) -> None:
        reform = Reform.objects.filter(code=options["model"]).first()
        if reform is None:
            raise CommandError(f"Không có mô hình mang mã “{options['model']}”.")
        refresh_effect(reform, now=timezone.now())
        names = [one.name for one in measures_with_effect(reform) if options["measure"] in (None, one.name)]
        if not names:
            raise CommandError("Chưa có đơn vị nào bắt đầu áp dụng mô hình này, hoặc không đo chỉ tiêu ấy.")
        rows = reform.effects.filter(measure__in=names).select_related("adoption__agency__commune").order_by("pk")
        for row in rows:
            self.stdout.write(json.dumps(as_line(row), ensure_ascii=False) if options["json"] else _said(row))


def _said(row: Effect) -> str:
    line = as_line(row)
    return "{measure}  {name}: {before} → {after} (n {n_before}, {n_after}), {difference} [{low}; {high}]  ".format(
        **line
    ) + verdict_words(row)
