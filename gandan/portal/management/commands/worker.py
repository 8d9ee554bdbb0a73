"""The worker: reactions to what happened, and what the clock does (gandan/schedule.py)."""

from argparse import ArgumentParser
from typing import Any, cast

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from gandan.gateways import listening
from gandan.journal.jobs import rescue


class Command(BaseCommand):
    help = "Chạy việc nền."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi dừng")

        parser.add_argument("--alone", action="store_true", help="không có tiến trình việc nền nào khác")

    def handle(self, *_: Any, **options: Any) -> None:
        rescue(everything=options["alone"])
        if not options["once"]:
            listening.start()
        connector = cast("DjangoConnector", app.connector).get_worker_connector()
        worker = app.with_connector(connector)
        worker.run_worker(
            wait=not options["once"], concurrency=2, name="gandan", delete_jobs="successful",
            fetch_job_polling_interval=5, listen_notify=not options["once"],
        )  # fmt: skip
