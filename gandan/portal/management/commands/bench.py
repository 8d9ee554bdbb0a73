"""`gandan bench`: the table of speed and weight, measured on this machine."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from psycopg.conninfo import make_conninfo

from bench import hall, hall_day, notices
from bench.processes import BenchFailed
from bench.run import Size, run
from bench.table import Row, lines


class Command(BaseCommand):
    help = "Đo tốc độ và dung lượng trên máy này, bên cạnh một trang trống và một INSERT trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "what",
            nargs="?",
            choices=("site", "hall", "notices"),
            default="site",
            help="hall: sảnh chờ, thứ tự gọi số; notices: gửi tin khi một bên gửi chết",
        )
        parser.add_argument("--rounds", type=int, default=20, help="hall: số lượt 50 quầy bấm cùng lúc")
        parser.add_argument("--large", type=int, default=100_000, help="số hồ sơ cỡ lớn, ví dụ 1000000")
        parser.add_argument("--quick", action="store_true", help="thật ít, để biết phép đo còn chạy")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["what"] == "hall":
            self._hall(**options)
            return
        if options["what"] == "notices":
            self._tell(self._measure(notices.run), **options)
            return
        size = Size.quick() if options["quick"] else Size.full(options["large"])
        if size.large <= size.small:
            raise CommandError(f"--large phải lớn hơn {size.small}.")
        self._tell(self._measure(run, size), **options)

    def _measure(self, measure: Callable[..., list[Row]], *more: Any) -> list[Row]:
        try:
            return measure(_server(), *more, say=self.stderr.write)
        except BenchFailed as error:
            raise CommandError(str(error)) from error

    def _tell(self, rows: list[Row], **options: Any) -> None:
        if options["json"]:
            self.stdout.write(json.dumps([row.as_json() for row in rows], ensure_ascii=False))
            return
        self.stdout.write("\n".join(lines(rows)))

    def _hall(self, **options: Any) -> None:
        rounds, days = (2, 3) if options["quick"] else (options["rounds"], hall_day.DAYS)
        try:
            rows, told = hall.run(_server(), rounds=rounds, days=days, say=self.stderr.write)
        except BenchFailed as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps([row.as_json() for row in rows], ensure_ascii=False))
            return
        self.stdout.write("\n".join([*lines(rows), "", *told]))


def _server() -> str:
    known = {name: value for name, value in connection.get_connection_params().items() if name in NEEDED and value}
    return make_conninfo(**{**known, "dbname": "postgres"})


NEEDED = ("host", "port", "user", "password")
