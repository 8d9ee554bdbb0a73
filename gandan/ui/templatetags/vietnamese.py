"""Filters for what people read: dates, hours, money, minutes. Built into every template."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from gandan.core import vietnamese as words

register = template.Library()

Moment = date | datetime | str | None


def _moment(value: Moment) -> datetime | None:
    """The moment in Vietnamese time; ISO text from stored JSON is read too."""
    if isinstance(value, str) and value:
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        return None
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _day(value: Moment) -> date | None:
    if moment := _moment(value):
        return moment.date()
    return value if isinstance(value, date) else None


@register.filter
def say_day(value: Moment, today: date | None = None) -> str:
    """“thứ Năm, 26/11”."""
    day = _day(value)
    return words.say_day(day, today=today or timezone.localdate()) if day else ""


@register.filter
def say_weekday(value: Moment) -> str:
    """“thứ Năm”: above a short date, in columns too narrow for both."""
    day = _day(value)
    return words.WEEKDAYS[day.weekday()].replace(" ", words.NBSP) if day else ""


@register.filter
def say_due(value: Moment, today: date | None = None) -> str:
    """“thứ Năm, 26/11, trước 17 giờ”."""
    moment = _moment(value)
    return words.say_due(moment, today=today or timezone.localdate()) if moment else ""


@register.filter
def say_moment(value: Moment, today: date | None = None) -> str:
    """“hôm nay, 17:00”, else “thứ Tư, 25/11, 16:05”: for officers."""
    moment = _moment(value)
    return words.say_moment(moment, today=today or timezone.localdate()) if moment else ""


@register.filter
def say_near(value: Moment, today: date | None = None) -> str:
    """As `say_moment` within a day of today, else the day alone: for columns of a table."""
    moment = _moment(value)
    return words.say_near(moment, today=today or timezone.localdate()) if moment else ""


@register.filter
def say_hour(value: Moment) -> str:
    """“17 giờ”."""
    moment = _moment(value)
    return words.say_hour(moment) if moment else ""


@register.filter
def money(value: int | Decimal | None) -> str:
    """“50.000 đ”. An amount nobody confirmed is said to be so."""
    return words.say_money(value) if value is not None else "chưa được xác nhận"


@register.filter
def minutes(value: int | None) -> str:
    """Working minutes as “6 giờ 18 phút”."""
    return words.say_minutes(value) if value is not None else "chưa có"


@register.filter
def number(value: float | Decimal | None, digits: int = 1) -> str:
    """“14,4”."""
    return words.say_number(value, digits) if value is not None else "chưa có"


@register.filter
def size(value: int | None) -> str:
    """Bytes as “340 KB”, “2,4 MB”."""
    return words.say_size(value or 0)


@register.filter
def mask_phone(value: str | None) -> str:
    return words.mask_phone(value) if value else ""


@register.filter
def mask_id(value: str | None) -> str:
    return words.mask_id(value) if value else ""


@register.filter
def capital(value: str) -> str:
    """First letter as a capital, the rest untouched."""
    return value[:1].upper() + value[1:]


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """The query string of this page with changes. Changing anything but the page goes back to the first page."""
    kept = context["request"].GET.copy()
    if "page" not in changes:
        kept.pop("page", None)
    for name, value in changes.items():
        kept.pop(name, None)
        if value not in (None, ""):
            kept[name] = str(value)
    return f"?{kept.urlencode()}"
