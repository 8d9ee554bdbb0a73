"""Vietnamese text, dates and money as people write and say them. Pure."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
NBSP = "\u00a0"

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: index + 1 for index, letter in enumerate(_LETTERS)}
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: they make another letter
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng


def fold(text: str) -> str:
    """Lower case without diacritics: “Đăng ký” → “dang ky”. What people type on cheap phones."""
    plain = text.lower().replace("đ", "d")
    decomposed = unicodedata.normalize("NFD", plain)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def sort_key(text: str) -> bytes:
    """Order of the Vietnamese alphabet (a ă â … d đ …), tones second: for `ORDER BY` on a bytea column without ICU."""
    letters, tones = bytearray(), bytearray()
    for char in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        tone = next((_TONES[c] for c in parts if c in _TONES), 0)
        letters.append(_rank(base))
        tones.append(tone)
    return bytes(letters) + b"\0" + bytes(tones)


def _rank(base: str) -> int:
    if base in _LETTER_RANK:
        return 40 + _LETTER_RANK[base]
    if base.isdigit():
        return 20 + int(base)
    return 10 if base.isspace() else 15


def say_day(day: date, *, today: date | None = None, short: bool = False) -> str:
    """“thứ Năm, 26/11”, with the year when it is not this one."""
    year = f"/{day.year}" if today is None or day.year != today.year else ""
    name = SHORT_WEEKDAYS[day.weekday()] if short else WEEKDAYS[day.weekday()]
    return f"{name},{NBSP}{day:%d/%m}{year}".replace("thứ ", f"thứ{NBSP}")


def say_hour(at: datetime) -> str:
    """“17 giờ”, “9 giờ 05”."""
    minutes = f"{NBSP}{at.minute:02d}" if at.minute else ""
    return f"{at.hour}{NBSP}giờ{minutes}"


def say_due(at: datetime, *, today: date | None = None) -> str:
    """“thứ Năm, 26/11, trước 17 giờ”."""
    return f"{say_day(at.date(), today=today)}, trước {say_hour(at)}"


def say_money(amount: int | Decimal) -> str:
    """“50.000 đ”."""
    return f"{int(amount):,}".replace(",", ".") + f"{NBSP}đ"


def say_number(value: float | Decimal, digits: int = 1) -> str:
    """“14,4”; whole numbers lose the fraction."""
    text = f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    whole, _, fraction = text.partition(",")
    return text if fraction.strip("0") else whole


def say_minutes(minutes: int) -> str:
    """Working time in hours and minutes: “6 giờ 18 phút”."""
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours}{NBSP}giờ"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NBSP}phút")
    return " ".join(parts)


def mask_phone(phone: str) -> str:
    """“0912 ••• 118”."""
    return f"{phone[:4]}{NBSP}•••{NBSP}{phone[-3:]}" if len(phone) >= 9 else "•••"


def mask_id(number: str) -> str:
    """“030 1•• ••• 412”."""
    return f"{number[:3]}{NBSP}{number[3]}••{NBSP}•••{NBSP}{number[-3:]}" if len(number) == 12 else "•••"


def say_moment(at: datetime, *, today: date) -> str:
    """“hôm nay, 17:00”, “mai, 11:30”, “hôm qua, 17:00”, else “thứ Tư, 25/11, 9:05”."""
    near = {-1: "hôm qua", 0: "hôm nay", 1: "mai"}.get((at.date() - today).days)
    return f"{(near or say_day(at.date(), today=today)).replace(' ', NBSP)}, {at.hour}:{at:%M}"


def say_near(at: datetime, *, today: date) -> str:
    """As `say_moment` within a day of today; further away the day alone."""
    is_near = abs((at.date() - today).days) <= 1
    return say_moment(at, today=today) if is_near else say_day(at.date(), today=today)


def say_size(size: int) -> str:
    """“340 KB”, “2,4 MB”."""
    if size < 10**6:
        return f"{max(1, round(size / 1000))}{NBSP}KB"
    return f"{say_number(size / 10**6)}{NBSP}MB"
