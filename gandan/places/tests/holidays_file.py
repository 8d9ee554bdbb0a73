"""The official days off of 2019 to 2027 as the calendar of an ordinary commune, for tests only."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from gandan.places.deadlines import Calendar, DayOff

HOLIDAYS = Path(__file__).resolve().parents[4] / "shared" / "data" / "holidays_vn_2019_2027.csv"


@cache
def vietnam_calendar() -> Calendar:
    """Default office hours, every year of the file confirmed."""
    days_off: dict[date, DayOff] = {}
    makeup_days: dict[date, DayOff] = {}
    with HOLIDAYS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = DayOff(date.fromisoformat(row["date"]), row["name"], row["basis"])
            (makeup_days if row["kind"] == "makeup_working_saturday" else days_off)[day.date] = day
    return Calendar(days_off=days_off, makeup_days=makeup_days, complete_years=frozenset(range(2019, 2028)))
