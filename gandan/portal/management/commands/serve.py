"""Everything in one go: database, migrations, pages, live streams, worker. Ctrl-C or SIGTERM stops all of it."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from gandan.supervisor import serve


class Command(BaseCommand):
    help = "Chạy toàn bộ: cơ sở dữ liệu, trang web, luồng trực tiếp, việc nền."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("GANDAN_PORT", "8000")))
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--workers", type=int, default=2, help="số tiến trình phục vụ trang")
        parser.add_argument("--demo", action="store_true", help="nạp xã Chí Minh và người dùng thử")

    def handle(self, *_: Any, **options: Any) -> None:
        serve(host=options["host"], port=options["port"], workers=options["workers"], is_demo=options["demo"])
