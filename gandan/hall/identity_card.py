"""The QR of an identity card as a reader types it, pure: what it says, what is doubtful, why it cannot be read.

Seven fields between bars: number | old number | name | birthday ddmmyyyy | sex | address | issued ddmmyyyy. The old number
and the day of issue may be empty; newer cards add fields behind, which are passed over. The number carries century and
sex (4th digit: 0, 1 born 19xx male, female; 2, 3 born 20xx) and the year of birth (5th and 6th).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from gandan.core.errors import RuleBroken

FIELDS = 7
SEXES = ("Nam", "Nữ")
AGAIN = "Xin quét lại, hoặc nhập năm sinh."


@dataclass(frozen=True)
class Card:
    """What the card says. `doubts`: sentences for the officer where the number contradicts the rest."""

    number: str
    old_number: str
    name: str
    birthday: date
    sex: str
    address: str
    issued_on: date | None
    doubts: tuple[str, ...] = ()


def read_card(payload: str, *, today: date) -> Card:
    """Raises RuleBroken with a kind sentence when the payload is not that of an identity card."""
    parts = [unicodedata.normalize("NFC", " ".join(one.split())) for one in payload.strip().split("|")]
    if len(parts) < FIELDS:
        raise RuleBroken(f"Mã QR này không phải của thẻ căn cước. {AGAIN}")
    number, old_number, name, born, sex, address, issued = parts[:FIELDS]
    if not (number.isascii() and number.isdigit() and len(number) == 12):
        raise RuleBroken(f"Số định danh đọc được chưa đủ 12 chữ số. {AGAIN}")
    if not name or sex not in SEXES:
        raise RuleBroken(f"Thẻ căn cước đọc được thiếu họ tên hoặc giới tính. {AGAIN}")
    birthday = _day(born)
    if birthday is None or not date(1900, 1, 1) <= birthday <= today:
        raise RuleBroken(f"Ngày sinh đọc được từ thẻ không có trong lịch. {AGAIN}")
    return Card(
        number,
        old_number,
        name,
        birthday,
        sex,
        address,
        _day(issued) if issued else None,
        _doubts(number, birthday, sex),
    )


def _day(digits: str) -> date | None:
    if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
        return None
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def _doubts(number: str, birthday: date, sex: str) -> tuple[str, ...]:
    doubts = []
    century, is_female = divmod(int(number[3]), 2)
    if is_female != (sex == "Nữ"):
        doubts.append("Giới tính trên thẻ không khớp số định danh. Xin xem lại thẻ.")
    if 19 + century != birthday.year // 100 or number[4:6] != f"{birthday.year % 100:02d}":
        doubts.append("Năm sinh trên thẻ không khớp số định danh. Xin xem lại thẻ.")
    return tuple(doubts)
