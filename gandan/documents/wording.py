"""Dates, hours and sums as official papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I).

What people say aloud stands in `core.vietnamese`; here is the register of letters and of table cells.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from gandan.core.vietnamese import NBSP

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ")


def local(moment: datetime) -> datetime:
    """The moment on a Vietnamese clock. Raises ValueError for a moment without time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment on a paper needs its time zone.")
    return moment.astimezone(VIETNAM)


def _kept_together(text: str) -> str:
    return text.replace(" ", NBSP)


def official_date(day: date) -> str:
    """“ngày 05 tháng 02 năm 2026”: days under 10 and months 1 and 2 take a leading zero, as the decree asks."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    pairs = (f"ngày {day.day:02d}", f"tháng {month}", f"năm {day.year}")
    return " ".join(_kept_together(pair) for pair in pairs)


def official_hour(moment: datetime) -> str:
    """“17 giờ 00”."""
    here = local(moment)
    return _kept_together(f"{here.hour} giờ {here.minute:02d}")


def official_moment(moment: datetime) -> str:
    """“17 giờ 00, ngày 22 tháng 11 năm 2026”."""
    return f"{official_hour(moment)}, {official_date(local(moment).date())}"


def short_date(day: date) -> str:
    """“05/02/2026”, for table cells."""
    return day.strftime("%d/%m/%Y")


def short_moment(moment: datetime) -> str:
    """“15:20 23/11/2026”, for table cells."""
    here = local(moment)
    return f"{here:%H:%M} {short_date(here.date())}"


def money_in_words(dong: int) -> str:
    """“Năm mươi nghìn đồng”. Raises ValueError below zero or from 10^18 up."""
    if not 0 <= dong < 10**18:
        raise ValueError("Only amounts from 0 to under 10^18 đồng can be read out.")
    groups = []
    rest = dong
    while rest:
        rest, group = divmod(rest, 1000)
        groups.append(group)
    words = [
        f"{_group_in_words(group, leading=index == len(groups) - 1)} {scale}".strip()
        for index, (group, scale) in reversed(list(enumerate(zip(groups, _SCALES, strict=False))))
        if group
    ]
    sentence = " ".join(words) or _DIGITS[0]
    return f"{sentence[0].upper()}{sentence[1:]} đồng"


def _group_in_words(group: int, *, leading: bool) -> str:
    hundreds, below = divmod(group, 100)
    words = [] if leading and not hundreds else [f"{_DIGITS[hundreds]} trăm"]
    if below:
        words.append(_below_hundred_in_words(below, after_hundreds=bool(words)))
    return " ".join(words)


def _below_hundred_in_words(number: int, *, after_hundreds: bool) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return f"linh {_DIGITS[unit]}" if after_hundreds else _DIGITS[unit]
    words = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if unit == 0:
        return words
    if unit == 5:
        return f"{words} lăm"
    return f"{words} mốt" if unit == 1 and tens > 1 else f"{words} {_DIGITS[unit]}"
