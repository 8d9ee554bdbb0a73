"""`gandan simulate`: a plausible history of many dossiers, with a model at work in some communes where one is planted."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gandan.dossiers.simulation.history import Plan, read_planted, simulate
from gandan.reforms.planting import plant, reform_to_plant


class Command(BaseCommand):
    help = "Ghi một lịch sử hồ sơ giả định nhưng hợp lý, để đo và để thử. Không chạy trên dữ liệu thật."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--province", required=True, help="mã tỉnh, thành phố, ví dụ 31")
        parser.add_argument("--communes", type=int, help="số xã; mặc định tất cả")
        parser.add_argument("--days", type=int, required=True, help="số ngày lịch sử, đến hôm nay")
        parser.add_argument("--dossiers-per-day", type=int, required=True, help="bình quân của tất cả các xã")
        parser.add_argument("--seed", type=int, required=True, help="cùng số này thì cùng một lịch sử")
        parser.add_argument("--plant", help="MÃ_MÔ_HÌNH:-0.30:20, từ giữa kỳ 20 xã nhanh hơn 30%%")
        parser.add_argument("--no-journal", action="store_true", help="không ghi nhật ký, nhanh và nhẹ hơn")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        plan = Plan(
            options["province"], options["days"], options["dossiers_per_day"], options["seed"], timezone.localtime(),
            communes=options["communes"], planted=read_planted(options["plant"]) if options["plant"] else None,
            with_journal=not options["no_journal"],
        )  # fmt: skip
        reform = reform_to_plant(plan.planted.model) if plan.planted else None
        told = simulate(plan, say=self.stderr.write if options["json"] else self.stdout.write)
        if reform:
            plant(reform, told.planted, started_on=timezone.localdate(plan.middle), now=plan.now)
        if options["json"]:
            self.stdout.write(json.dumps(vars(told), ensure_ascii=False))
            return
        self.stdout.write(f"Đã ghi {told.dossiers} hồ sơ của {told.communes} xã trong {told.seconds:.0f} giây.")
        if plan.planted:
            self.stdout.write(f"Mô hình {plan.planted.model} ở {len(told.planted)} xã: {', '.join(told.planted)}.")
