"""Everything in one go: database, migrations, pages, live streams, worker. Ctrl-C or SIGTERM stops all of it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from gandan.supervisor import add_serve_arguments, serve


class Command(BaseCommand):
    help = "Chạy toàn bộ: cơ sở dữ liệu, trang web, luồng trực tiếp, việc nền."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_serve_arguments(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        serve(host=options["host"], port=options["port"], workers=options["workers"], is_demo=options["demo"])
