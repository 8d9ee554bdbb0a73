"""Load what every installation needs: communes, legal calendar, curated procedures, models of reform. Safe to repeat."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gandan.catalog import actions as catalog
from gandan.places import actions as places
from gandan.reforms import actions as reforms
from gandan.surveys import actions as surveys


class Command(BaseCommand):
    help = "Nạp dữ liệu nền: đơn vị hành chính, lịch làm việc, danh mục thủ tục, kho mô hình. Chạy lại không sao."

    def handle(self, *_: Any, **__: Any) -> None:
        now = timezone.now()
        places.load_foundation(now=now)
        catalog.load_foundation(today=timezone.localdate(now))
        reforms.load_shipped(now=now)
        surveys.set_up_questionnaires(now=now)
        self.stdout.write("Dữ liệu nền đã đủ.")
