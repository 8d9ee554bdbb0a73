"""`gandan bench`: the table of speed and weight, measured on this machine."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from psycopg.conninfo import make_conninfo

from bench.processes import BenchFailed
from bench.run import Size, run
from bench.table import lines


class Command(BaseCommand):
    help = "Đo tốc độ và dung lượng trên máy này, bên cạnh một trang trống và một INSERT trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--large", type=int, default=100_000, help="số hồ sơ cỡ lớn, ví dụ 1000000")
        parser.add_argument("--quick", action="store_true", help="thật ít, để biết phép đo còn chạy")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        size = Size.quick() if options["quick"] else Size.full(options["large"])
        if size.large <= size.small:
            raise CommandError(f"--large phải lớn hơn {size.small}.")
        known = {name: value for name, value in connection.get_connection_params().items() if name in NEEDED and value}
        try:
            rows = run(make_conninfo(**{**known, "dbname": "postgres"}), size, say=self.stderr.write)
        except BenchFailed as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps([row.as_json() for row in rows], ensure_ascii=False))
            return
        self.stdout.write("\n".join(lines(rows)))


NEEDED = ("host", "port", "user", "password")
