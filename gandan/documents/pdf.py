"""A sheet as PDF/A-2b, drawn by typst from one template; the words travel as JSON, so no name can become markup."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

import fontpkg
import typst
from fontTools.ttLib import TTFont
from pypdfium2 import PdfDocument

from gandan.core.vietnamese import SHORT_WEEKDAYS, WEEKDAYS
from gandan.documents.sheets import (
    MOTTO,
    NATION,
    Block,
    Highlight,
    Qr,
    Sheet,
    Signatures,
    Working,
    WorkingDay,
    printable,
)
from gandan.documents.wording import official_date
from gandan.ui import qr

TEMPLATE = Path(__file__).parent / "templates" / "sheet.typ"
FONT = "be-vietnam-pro"
LETTER_POINTS, REGISTER_POINTS = 11.5, 9
RECEIPT_POINTS = (9, 8.5, 8, 7.5)  # a receipt belongs on one page: the largest size at which it does
LONG_WORD = re.compile(r"\S{26}")
STRIP_DAYS = 7
UNDRAWABLE = "?"
_of_this_thread = threading.local()


def render(sheet: Sheet) -> bytes:
    """The bytes of a PDF/A-2b file; the same sheet gives the same pages. typst.TypstError means a broken template."""
    words = _payload(sheet)
    if sheet.paper == "a4":
        return _drawn(words, points=REGISTER_POINTS if sheet.landscape else LETTER_POINTS)
    for points in RECEIPT_POINTS:
        made = _drawn(words, points=points)
        if len(PdfDocument(made)) == 1:
            return made
    return _drawn(words, points=RECEIPT_POINTS[0])


def _drawn(words: dict[str, Any], *, points: float) -> bytes:
    inputs = {"sheet": json.dumps(words | {"points": points}, ensure_ascii=False)}
    return cast(bytes, _compiler().compile(sys_inputs=inputs, format="pdf", pdf_standards=["a-2b"]))


def _compiler() -> typst.Compiler:
    """One compiler a thread: it keeps fonts and template warm and may not be shared."""
    if not hasattr(_of_this_thread, "compiler"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_font_file().parent])
        _of_this_thread.compiler = typst.Compiler(str(TEMPLATE), font_paths=fonts, ignore_system_fonts=True)
    return cast(typst.Compiler, _of_this_thread.compiler)


def _font_file() -> Path:
    return cast(Path, fontpkg.path(FONT))


@cache
def _glyphs() -> frozenset[int]:
    with TTFont(_font_file(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _drawable(value: Any) -> Any:
    """The payload with every character the font lacks replaced: PDF/A refuses a page with a missing glyph."""
    if isinstance(value, str):
        glyphs = _glyphs()
        return "".join(char if char == "\n" or ord(char) in glyphs else UNDRAWABLE for char in printable(value))
    if isinstance(value, dict):
        return {key: item if key == "svg" else _drawable(item) for key, item in value.items()}
    return [_drawable(item) for item in value] if isinstance(value, list | tuple) else value


def _payload(sheet: Sheet) -> dict[str, Any]:
    signed_side_by_side = any(isinstance(block, Signatures) and len(block.people) > 1 for block in sheet.blocks)
    words = {
        "paper": sheet.paper,
        "landscape": sheet.landscape,
        "nation": NATION,
        "motto": MOTTO,
        "superior": sheet.superior,
        "agency": sheet.agency,
        "document_number": sheet.document_number,
        "place_and_date": f"{sheet.place}, {official_date(sheet.issued_on)}",
        "issued_on": sheet.issued_on.isoformat(),
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "reference": sheet.reference,
        "form_line": sheet.form_line,
        "recipients": sheet.recipients,
        "recipients_last": signed_side_by_side,
        "blocks": [_block(block) for block in sheet.blocks],
    }
    drawable: dict[str, Any] = _drawable(words)
    return drawable | {"has_long_words": _has_long_word(drawable["blocks"])}


def _has_long_word(value: Any) -> bool:
    if isinstance(value, str):
        return LONG_WORD.search(value) is not None
    items = [item for key, item in value.items() if key != "svg"] if isinstance(value, dict) else value
    return any(_has_long_word(item) for item in items) if isinstance(items, list) else False


def _block(block: Block) -> dict[str, Any]:
    kind = {"kind": type(block).__name__}
    if isinstance(block, Working):
        return kind | _working(block)
    if isinstance(block, Qr):
        return kind | _qr(block)
    if isinstance(block, Highlight):
        return kind | asdict(block) | {"qr": _qr(block.qr) if block.qr else None}
    return kind | asdict(block)


def _qr(block: Qr) -> dict[str, Any]:
    side = qr.modules(block.data)
    return {
        "svg": qr.svg(block.data),
        "modules": side,
        "side": side + 2 * qr.BORDER,
        "caption": block.caption,
        "code": block.code,
    }


def _working(block: Working) -> dict[str, Any]:
    return {
        "question": block.question,
        "steps": [asdict(step) for step in block.steps],
        "days": [_day(day) for day in block.days],
        "weeks": _weeks(block.days) if len(block.days) > STRIP_DAYS else [],
        "weekdays": SHORT_WEEKDAYS,
    }


def _day(day: WorkingDay) -> dict[str, str]:
    return {
        "kind": day.kind,
        "weekday": WEEKDAYS[day.on.weekday()],
        "short_date": f"{day.on:%d/%m}",
        "note": day.note,
    }


def _weeks(days: Sequence[WorkingDay]) -> list[list[dict[str, str] | None]]:
    """Monday-to-Sunday rows; days the strip does not name stay empty."""
    named = {day.on: _day(day) for day in days}
    monday = min(named) - timedelta(days=min(named).weekday())
    count = (max(named) - monday).days // 7 + 1
    return [[named.get(monday + timedelta(days=7 * week + day)) for day in range(7)] for week in range(count)]
