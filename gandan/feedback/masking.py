"""What identifies people is covered before the public reads it; what insults is held back. Pure, heuristic: an officer reads
the text once more before it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from gandan.core.vietnamese import fold

COVER = "[đã che]"
_U = "A-ZÀ-ỸĐ"
_TITLE = r"(?:ông|bà|anh|chị|cô|chú|bác|cậu|dì|em|thằng|con|đồng chí|đ/c|tôi là|tôi tên là|tôi tên|tên là|họ tên:?|chủ hộ|hộ)"
_WORD = rf"[{_U}][^\W\d_]*"
_MIDDLE = r"(?:văn|thị|van|thi|đình|đức|quang|xuân|ngọc|minh)"
_SURNAME = (
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đoàn|vương|trịnh|trương|lâm|phùng|mai|tô|hà|"
    r"nguyen|tran|pham|hoang|dang|bui|ngo|duong|dao|doan|vuong|trinh|truong|phung)"
)
_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|tổ|thôn|duong|pho|ngo|ngach|hem|to|thon)"
RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("link", re.compile(r"(?:https?://|www\.|(?:fb|facebook|zalo)\.(?:com|me)/)\S+", re.IGNORECASE)),
    ("bank", re.compile(
        r"(?i)\b(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk)\b[^\d\n]{0,25}(\d(?:[ .\-]?\d){5,18})(?!\d)")),
    ("plate", re.compile(r"(?<![\w])\d{2}\s?-?\s?[A-Z]{1,2}\d?\s?[-.\s]\s?\d{3}[. ]?\d{1,2}(?!\d)", re.IGNORECASE)),
    ("plate", re.compile(r"(?<![\w])\d{2}[A-Z]{1,2}\d?[-. ]?\d{4,5}(?!\d)", re.IGNORECASE)),
    ("phone", re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)")),
    ("id", re.compile(r"(?<!\d)\d(?:[ .\-]?\d){8,18}(?!\d)")),
    ("house", re.compile(
        r"(?i)\b(?:số nhà|nhà số|so nha|nha so|số|so)\s+(\d+[a-z]?(?:[/\-]\d+[a-z]?)*)(?!\s*(?:ngày|giờ|tháng|ngay|gio|\d))")),
    ("house", re.compile(rf"(?i)\b(?:nhà|ở|nha|o|trước|sau)\s+(\d+[a-z]?(?:/\d+[a-z]?)*)(?=\s*,?\s*{_STREET}\b)")),
    ("name", re.compile(rf"(?i:\b{_TITLE})\s+({_WORD}(?:\s+{_WORD}){{0,3}})")),
    ("name", re.compile(rf"(?i)\b(?:{_TITLE}|ong|ba|anh|chi)\s+({_SURNAME}(?:\s+{_MIDDLE})?\s+[^\W\d_]{{2,7}})\b")),
)  # fmt: skip
"""Kind and pattern; where a pattern has a group, the group alone is covered."""


@dataclass(frozen=True)
class Masked:
    """The text that may be read, and what kinds of personal data were covered."""

    text: str
    kinds: tuple[str, ...]


def masked(text: str) -> Masked:
    """Telephones, identity, account and plate numbers, e-mail, links, house numbers, names after “ông”, “bà”, “tôi là” …"""
    told, kinds = unicodedata.normalize("NFC", text), []
    for kind, pattern in RULES:
        covered = pattern.sub(_cover, told)
        if covered != told:
            kinds.append(kind)
        told = covered
    return Masked(told, tuple(dict.fromkeys(kinds)))


def _cover(found: re.Match[str]) -> str:
    if not found.re.groups:
        return COVER
    start, end = found.start(1) - found.start(), found.end(1) - found.start()
    return f"{found[0][:start]}{COVER}{found[0][end:]}"


MARKED_ABUSE = ("địt", "lồn", "cặc", "đéo", "đụ", "buồi", "đĩ", "chó má", "súc vật", "khốn nạn", "mất dạy")
"""With their marks: without them they are everyday words."""
FOLDED_ABUSE = (
    "dit me", "du ma", "dmm", "dcm", "vcl", "vkl", "clgt", "do cho", "thang cho", "con cho chet", "oc cho", "ngu nhu", "lu an cap",
    "thang khon", "do mat day", "con di",
)  # fmt: skip


def insults(text: str) -> bool:
    """Words an officer should read before anybody else does."""
    told = re.sub(SIGNS, " ", f" {unicodedata.normalize('NFC', text.lower())} ")
    plain = f" {' '.join(re.findall('[a-z0-9]+', fold(text)))} "
    marked = any(f" {word} " in told for word in MARKED_ABUSE)
    return marked or any(f" {word} " in plain for word in FOLDED_ABUSE)


SIGNS = r"[\W_]+"

SUSPECT = 0.5
"""From this score on a text waits for an officer before it is shown."""


def suspicion(text: str) -> float:
    """0 to 1: insults, advertising links, no words at all, one sign over and over."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    links = len(re.findall(r"https?://|www\.", text, re.IGNORECASE))
    is_empty = len(words) < 2
    is_noise = bool(re.search(r"(.)\1{9,}", text)) or len(set(words)) * 4 < len(words)
    return min(1.0, 0.6 * insults(text) + 0.35 * min(links, 2) + 0.6 * is_empty + 0.6 * is_noise)
