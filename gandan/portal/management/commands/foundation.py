"""Load what every installation needs: communes, the legal calendar, the curated procedures. Safe to repeat."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gandan.catalog import actions as catalog
from gandan.places import actions as places


class Command(BaseCommand):
    help = "Nạp dữ liệu nền: đơn vị hành chính, lịch làm việc, danh mục thủ tục. Chạy lại không sao."

    def handle(self, *_: Any, **__: Any) -> None:
        now = timezone.now()
        places.load_foundation(now=now)
        catalog.load_foundation(today=timezone.localdate(now))
        self.stdout.write("Dữ liệu nền đã đủ.")
