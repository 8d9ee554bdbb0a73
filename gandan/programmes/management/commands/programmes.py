"""`gandan programmes [--agency CODE] [--day YYYY-MM-DD] [--json]`: the kinds, and what runs on a day."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from gandan.places.models import Agency
from gandan.programmes.kinds import all_kinds
from gandan.programmes.running import on_day


class Command(BaseCommand):
    help = "Các loại chương trình, và chương trình nào chạy vào một ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--agency", default=settings.HOME_COMMUNE, help="mã đơn vị; mặc định xã của bản cài này")
        parser.add_argument("--day", type=date.fromisoformat, default=None, help="ngày hỏi; mặc định hôm nay")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *_: Any, agency: str, day: date | None, as_json: bool, **options: Any) -> None:
        unit = Agency.objects.filter(code=agency).first()
        if unit is None:
            raise CommandError(f"Không có đơn vị mang mã “{agency}”.")
        asked = day or localdate()
        kinds = [{"name": one.name, "label": one.label} for one in all_kinds()]
        runs = [{"id": one.programme_id, "kind": one.kind, "name": one.name} for one in on_day(unit, asked)]
        if as_json:
            told = {"agency": unit.code, "day": asked.isoformat(), "kinds": kinds, "running": runs}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        lines = [f"{one['name']:24} {one['label']}" for one in kinds]
        lines += [
            "",
            f"{unit.name}, {asked:%d/%m/%Y}:",
            *(f"  {one['id']:>6}  {one['kind']:20} {one['name']}" for one in runs),
        ]
        self.stdout.write("\n".join(lines if runs else [*lines, "  không có chương trình nào chạy."]))
