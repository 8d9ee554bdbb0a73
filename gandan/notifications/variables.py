"""The variables of a text, pure: which ones an event offers, a commune's words checked against them, Zalo's limits.

A text of the house is a Django template; what stands in its `{{ … }}` is what the event offers. A commune writes the
same variables in brackets by their Vietnamese names: “Hồ sơ [mã hồ sơ]”. A file may name its own: `{# mã phiếu = slip.code #}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.template.base import Lexer, TokenType

STANDARD = {
    "liên kết": "link",
    "tên xã": "place",
    "điện thoại xã": "commune.phone",
    "người nhận": "called",
}
"""Every event offers these."""
LABELS = {
    "dossier.code": "mã hồ sơ",
    "dossier.form_of_address": "người nộp",
    "dossier.procedure": "tên thủ tục",
    "dossier.reason": "lý do",
    "due_at|say_due": "ngày hẹn trả",
    "receive_by|say_due": "hạn kiểm tra",
    "close_on|say_day": "hạn bổ sung",
    "old_due_at|say_due": "ngày hẹn cũ",
    "new_due_at|say_due": "ngày hẹn mới",
    "payment.amount|money": "số tiền",
    "payment.purpose": "khoản thu",
    "payment.memo": "nội dung chuyển khoản",
    "payment.citation": "căn cứ thu",
    "cause": "nguyên nhân chậm",
    "responsible": "cơ quan gây chậm",
}
SAMPLES = {
    "liên kết": "https://dichvu.example.vn/theo-doi/Ab3xY9/",
    "tên xã": "xã Chí Minh",
    "điện thoại xã": "0220 3000 101",
    "người nhận": "bà Lan",
    "mã hồ sơ": "000.31.52.H24-261123-0007",
    "người nộp": "bà Lan",
    "tên thủ tục": "Thủ tục đăng ký khai sinh",
    "lý do": "Còn thiếu ảnh mặt sau Giấy chứng sinh",
    "ngày hẹn trả": "thứ Năm, 26/11, trước 17 giờ",
    "hạn kiểm tra": "thứ Ba, 24/11, trước 9 giờ",
    "hạn bổ sung": "thứ Hai, 30/11",
    "ngày hẹn cũ": "thứ Năm, 26/11, trước 17 giờ",
    "ngày hẹn mới": "thứ Hai, 30/11, trước 17 giờ",
    "số tiền": "8.000 đ",
    "khoản thu": "Lệ phí đăng ký khai sinh",
    "nội dung chuyển khoản": "GD 0007 K7",
    "căn cứ thu": "Nghị quyết 23/2026/NQ-HĐND",
    "nguyên nhân chậm": "Công an xã chưa xác minh xong.",
    "cơ quan gây chậm": "Công an xã",
}
BRACKET = re.compile(r"\[([^\[\]\n]{1,60})\]")
TITLE, PARAGRAPHS, PARAGRAPH, PARAMETERS = (9, 65), 4, (9, 400), 10
"""Zalo ZNS: letters of a title, number of paragraphs, letters of each, parameters (rules §13)."""
_NAMED = re.compile(r"^\s*([^=]{2,40}?)\s*=\s*(\S.*?)\s*$")


def offered(source: str) -> dict[str, str]:
    """Vietnamese name → template expression of every variable that a text of the house uses, standard ones first."""
    found, own = dict(STANDARD), _named_in(source)
    known = set(found.values())
    for token in Lexer(source).tokenize():
        expression = token.contents.strip()
        if token.token_type == TokenType.VAR and expression not in known:
            known.add(expression)
            found[own.get(expression) or LABELS.get(expression) or expression] = expression
    return found


def _named_in(source: str) -> dict[str, str]:
    """Expression → name, from the comments of the file."""
    told = (_NAMED.match(one) for one in re.findall(r"\{#(.*?)#\}", source))
    return {match[2]: match[1] for match in told if match}


def used(text: str) -> list[str]:
    """Names in brackets, in the order they stand."""
    return list(dict.fromkeys(BRACKET.findall(text)))


def unknown(text: str, offers: Mapping[str, str]) -> list[str]:
    """Names in brackets that the event does not offer."""
    return [name for name in used(text) if name not in offers]


def as_template(text: str, offers: Mapping[str, str]) -> str:
    """A commune's words as a Django template. Nothing but the offered variables is ever run."""
    plain = re.sub(r"\{(?=[{%#])", "{ ", text)
    body = BRACKET.sub(lambda found: f"{{{{ {offers[found[1]]} }}}}" if found[1] in offers else found[0], plain)
    return f"{{% autoescape off %}}{body}{{% endautoescape %}}"


def with_samples(text: str) -> str:
    """The text as it may look, for the preview."""
    return BRACKET.sub(lambda found: SAMPLES.get(found[1], f"({found[1]})"), text)


def zalo_faults(subject: str, text: str, parameters: Iterable[str]) -> list[str]:
    """What Zalo would refuse in an approved text, in words; measured on the samples."""
    faults = []
    title = len(with_samples(subject))
    if not TITLE[0] <= title <= TITLE[1]:
        faults.append(f"Zalo nhận tiêu đề từ {TITLE[0]} đến {TITLE[1]} chữ cái, tiêu đề này dài {title}.")
    paragraphs = [one for one in (line.strip() for line in with_samples(text).splitlines()) if one]
    if len(paragraphs) > PARAGRAPHS:
        faults.append(f"Zalo nhận nhiều nhất {PARAGRAPHS} đoạn, lời này có {len(paragraphs)} đoạn.")
    for number, paragraph in enumerate(paragraphs, start=1):
        if not PARAGRAPH[0] <= len(paragraph) <= PARAGRAPH[1]:
            faults.append(
                f"Đoạn {number} dài {len(paragraph)} chữ cái, Zalo nhận từ {PARAGRAPH[0]} đến {PARAGRAPH[1]}."
            )
    count = len(set(parameters))
    if count > PARAMETERS:
        faults.append(f"Zalo nhận nhiều nhất {PARAMETERS} tham số, lời này có {count}.")
    return faults
