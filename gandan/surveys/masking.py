"""What identifies people in free words is struck out before the words are kept. Pure."""

from __future__ import annotations

import re
import unicodedata

MARK = "[đã che]"
_UPPER = "A-ZÀ-ỸĐ"
_NAME = rf"[{_UPPER}][^\W\d_]*(?:\s+[{_UPPER}][^\W\d_]*){{1,4}}"
_RULES = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"https?://\S+|www\.\S+"),
    re.compile(r"\b\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{3,6}\b"),
    re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)"),
    re.compile(r"(?<!\d)\d(?:[ .\-]?\d){8,}(?!\d)"),
)
_AFTER_A_TITLE = re.compile(
    rf"(?i:\b(?:tôi\s+(?:là|tên\s+là|tên)|tên\s+là|họ\s+tên\s*:?|ông|bà|anh|chị|cô|chú|bác|em|đồng\s+chí|đ/c))\s+({_NAME})"
)
_HOUSE = re.compile(r"(?i)\b(?:số nhà|nhà số)\s+\d+[\w/\-]*")


def mask(text: str) -> str:
    """Telephones, identity and account numbers, e-mail, addresses on the web, dossier codes, house numbers, and full names
    after “ông”, “bà”, “tôi tên là” …: replaced by “[đã che]”.
    """
    told = " ".join(unicodedata.normalize("NFC", text).split())
    for rule in _RULES:
        told = rule.sub(MARK, told)
    told = _HOUSE.sub(MARK, told)
    return _AFTER_A_TITLE.sub(lambda found: found[0].replace(found[1], MARK), told)
