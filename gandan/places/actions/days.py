"""Verbs of the legal calendar: days off, make-up days, and years confirmed as complete."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.places.calendars import forget_calendars
from gandan.places.events import CalendarDayRemoved, CalendarDaySet, CalendarYearConfirmed, CalendarYearUnconfirmed
from gandan.places.models import CalendarDay, CalendarYear
from gandan.places.reading import DayRow, check_day

from .units import Imported

FEWEST_DAYS = 9
"""One Tết Dương lịch, five Tết, 30/4, 01/5, Quốc khánh: no year has fewer lines (Bộ luật Lao động 2019, Điều 112)."""


@transaction.atomic
def set_day(row: DayRow, *, by: models.Model | None = None) -> CalendarDay:
    """Write one day off or make-up day, new or instead of what stood there. RuleBroken when such a day cannot be."""
    day = _put(row, by)
    forget_calendars()
    return day


@transaction.atomic
def remove_day(day: CalendarDay, *, by: models.Model | None = None) -> DayRow:
    """Make the day ordinary again; the answer is what `set_day` needs to bring it back."""
    row = DayRow(day.day, day.kind, day.name, day.basis)
    record(CalendarDayRemoved(day=day.day, was=day.kind), about=day, by=by)
    day.delete()
    forget_calendars()
    return row


@transaction.atomic
def import_calendar(rows: Iterable[DayRow], *, by: models.Model | None = None) -> Imported:
    """Write many days; days already so stay untouched, days not in the file are kept."""
    days = list(rows)
    known = {day.day: day for day in CalendarDay.objects.filter(day__in=[row.day for row in days])}
    different = [row for row in days if not _is_same(known.get(row.day), row)]
    for row in different:
        _put(row, by)
    forget_calendars()
    added = sum(row.day not in known for row in different)
    return Imported(added, len(different) - added, len(days) - len(different))


@transaction.atomic
def confirm_year(year: int, *, basis: str, by: models.Model | None = None, now: datetime) -> CalendarYear:
    """“Đã nhập đủ năm N”: dates that touch the year are no longer provisional (rules §5)."""
    if not basis.strip():
        raise RuleBroken("Cần ghi căn cứ: số thông báo hoặc văn bản cho biết lịch nghỉ của năm đã đủ.")
    if CalendarDay.objects.in_year(year).count() < FEWEST_DAYS:
        raise RuleBroken(f"Lịch năm {year} chưa đủ các ngày lễ, Tết. Hãy nhập hết rồi xác nhận.")
    name = str(by) if by else "Gần Dân"
    told = {"basis": basis.strip(), "confirmed_by": name, "confirmed_at": now}
    confirmed, is_new = CalendarYear.objects.get_or_create(year=year, defaults=told)
    if not is_new:
        raise RuleBroken(f"Năm {year} đã được {confirmed.confirmed_by} xác nhận trước đó.")
    record(CalendarYearConfirmed(year=year, basis=confirmed.basis), about=confirmed, by=by)
    forget_calendars()
    return confirmed


@transaction.atomic
def unconfirm_year(year: int, *, by: models.Model | None = None) -> None:
    """Take the confirmation back, to correct the days of the year."""
    confirmed = CalendarYear.objects.filter(year=year).first()
    if confirmed is None:
        raise RuleBroken(f"Năm {year} chưa được xác nhận.")
    record(CalendarYearUnconfirmed(year=year), about=confirmed, by=by)
    confirmed.delete()
    forget_calendars()


def _put(row: DayRow, by: models.Model | None) -> CalendarDay:
    try:
        check_day(row.day, row.kind)
    except ValueError as error:
        raise RuleBroken(f"Không ghi được: {error}") from error
    was = CalendarDay.objects.filter(day=row.day).values_list("kind", flat=True).first() or ""
    told = {"kind": row.kind, "name": row.name, "basis": row.basis}
    day, _ = CalendarDay.objects.update_or_create(day=row.day, defaults=told)
    record(CalendarDaySet(day=row.day, kind=row.kind, was=was, basis=row.basis), about=day, by=by)
    return day


def _is_same(day: CalendarDay | None, row: DayRow) -> bool:
    return day is not None and (day.kind, day.name, day.basis) == (row.kind, row.name, row.basis)
