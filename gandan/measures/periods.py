"""Periods of figures and reports, pure: whole days, the last one included."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.core.errors import RuleBroken

YEARS = range(1945, 2101)


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both counted, and how it is said."""

    start: date
    end: date
    label: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")


def month_of(day: date) -> Period:
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last), f"Tháng {day:%m/%Y}")


def quarter_of(day: date) -> Period:
    quarter = (day.month - 1) // 3
    start = date(day.year, quarter * 3 + 1, 1)
    return Period(
        start, month_of(date(day.year, quarter * 3 + 3, 1)).end, f"Quý {['I', 'II', 'III', 'IV'][quarter]}/{day.year}"
    )


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), f"Năm {day.year}")


def reporting_month(day: date) -> Period:
    """From the 15th of the month before to the 14th: the closing days of periodic reports (rules §9)."""
    first = day.replace(day=1) if day.day <= 14 else following_month(day)
    return Period(preceding_month(first).replace(day=15), first.replace(day=14), f"Kỳ báo cáo tháng {first:%m/%Y}")


def preceding_month(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def following_month(day: date) -> date:
    """The first day of the month after."""
    return month_of(day).end + timedelta(days=1)


def last_months(day: date, count: int) -> list[date]:
    """First days of `count` months, the last one that of `day`, oldest first."""
    months = [day.replace(day=1)]
    while len(months) < count:
        months.append(preceding_month(months[-1]))
    return months[::-1]


def month_asked(text: str, today: date) -> date:
    """The first day of “2026-11”; of the month of `today` for what is no month of our times."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return first if first.year in YEARS else today.replace(day=1)


def between(start: date, end: date) -> Period:
    """Any two days; said as days unless they are a month, a quarter or a year."""
    whole = next(
        (one for one in (month_of(start), quarter_of(start), year_of(start)) if (one.start, one.end) == (start, end)),
        None,
    )
    return whole or Period(start, end, f"{start:%d/%m/%Y} – {end:%d/%m/%Y}")


def last_year(day: date) -> Period:
    """Twelve months up to and with the month of `day`."""
    return Period(last_months(day, 12)[0], month_of(day).end, "12 tháng qua")


CHOICES: dict[str, tuple[str, Callable[[date], Period]]] = {
    "thang-nay": ("Tháng này", month_of),
    "thang-truoc": ("Tháng trước", lambda day: month_of(preceding_month(day))),
    "quy-nay": ("Quý này", quarter_of),
    "nam-nay": ("Năm nay", year_of),
    "12-thang": ("12 tháng qua", last_year),
    "15-14": ("Kỳ ngày 15 đến 14", reporting_month),
}
"""The periods a page offers: word of the address → label, period around a day."""


def chosen(query: Mapping[str, str], today: date, *, default: str = "thang-nay") -> Period:
    """The period of an address: `ky` by name, or `tu` and `den` as ISO days. Raises RuleBroken for what is no period."""
    if query.get("tu") and query.get("den"):
        try:
            return between(date.fromisoformat(query["tu"]), date.fromisoformat(query["den"]))
        except ValueError:
            raise RuleBroken(
                "Kỳ xem chưa đúng. Ngày cuối kỳ phải từ ngày đầu kỳ trở đi, ví dụ 01/10 đến 31/10."
            ) from None
    _, period = CHOICES.get(query.get("ky", ""), CHOICES[default])
    return period(today)
