"""`gandan deadline`: when a limit ends and why, one by one or in a batch."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from gandan.places.actions import load_calendar
from gandan.places.calendars import calendar_of, national_calendar
from gandan.places.counting import answer_json, answer_line, answer_words, question_of
from gandan.places.deadlines import Calendar, Unit
from gandan.places.management.reports import file_text
from gandan.places.models import Agency


class Command(BaseCommand):
    help = "Tính hạn của một thời hạn và cho biết vì sao."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="start", help="thời điểm nhận, ví dụ 2026-02-13T16:30 (giờ Việt Nam)")
        parser.add_argument("--count", help="số lượng, ví dụ 3")
        parser.add_argument("--unit", default=str(Unit.WORKING_DAY), help=" | ".join(Unit))
        parser.add_argument("--cutoff", help="giờ chốt của thời hạn trong ngày, mặc định 15:00")
        parser.add_argument("--agency", help="mã cơ quan, để dùng giờ làm việc của cơ quan đó")
        parser.add_argument("--batch", type=Path, help='tệp JSONL, mỗi dòng {"id","from","count","unit"}')
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        load_calendar(now=timezone.now())
        agency = _agency(options["agency"])
        if options["batch"]:
            self._answer_all(options["batch"], agency)
        elif options["start"] is None or options["count"] is None:
            raise CommandError("Cần --from và --count, hoặc --batch TỆP.")
        else:
            self._answer_one(options, agency)

    def _answer_one(self, options: dict[str, Any], agency: Agency | None) -> None:
        told = {"from": options["start"], **{name: options[name] for name in ("count", "unit", "cutoff")}}
        try:
            question = question_of(told)
            answer = question.answer(_calendar(agency, question.start.date()))
        except ValueError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            told_json = {**answer_json(answer), "working": answer.working.as_json()}
            self.stdout.write(json.dumps(told_json, ensure_ascii=False))
        else:
            self.stdout.write(answer_words(answer))

    def _answer_all(self, path: Path, agency: Agency | None) -> None:
        broken = 0
        for line in filter(str.strip, file_text(path).split("\n")):
            answer = answer_line(line, lambda day: _calendar(agency, day))
            broken += "error" in answer
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        if broken:
            raise CommandError(f"{broken} dòng không tính được, các dòng khác đã trả lời.")


def _agency(code: str | None) -> Agency | None:
    if not code:
        return None
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise CommandError(f"Không có cơ quan mang mã {code}.")
    return agency


def _calendar(agency: Agency | None, day: date) -> Calendar:
    return calendar_of(agency, on=day) if agency else national_calendar()
