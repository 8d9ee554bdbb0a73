"""What stands on a receipt of 80 mm, and its picture: Vietnamese is drawn, because code pages of printers mangle it."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN = 576, 16
"""Dots of an 80 mm roll at 203 dpi (72 mm printable)."""
SMALL, TEXT, TITLE, HERO = 24, 28, 36, 120
GAP = 14
FALLBACK = "DejaVuSans.ttf"
QR_SCALE, QR_BORDER = 7, 4


@dataclass(frozen=True)
class Slip:
    """Head, title, perhaps one large word (a number, a day), lines, a code to scan and the words under it. No names."""

    head: str
    title: str
    lines: tuple[str, ...] = ()
    hero: str = ""
    qr: str = ""
    foot: tuple[str, ...] = ()


def picture(slip: Slip) -> Image.Image:
    """One bit a dot, `WIDTH` dots across."""
    canvas = _Canvas()
    canvas.write(slip.head, SMALL)
    canvas.write(slip.title, TITLE, is_bold=True)
    if slip.hero:
        canvas.write(slip.hero, HERO if len(slip.hero) < 6 else TITLE + 12, is_bold=True)
    for line in slip.lines:
        canvas.write(line, TEXT)
    if slip.qr:
        canvas.draw_code(slip.qr)
    for line in slip.foot:
        canvas.write(line, SMALL)
    return canvas.cut()


class _Canvas:
    """Paper that grows downwards."""

    def __init__(self) -> None:
        self.image = Image.new("L", (WIDTH, 4000), 255)
        self.draw = ImageDraw.Draw(self.image)
        self.y = GAP

    def write(self, text: str, size: int, *, is_bold: bool = False) -> None:
        font = _font(size, is_bold=is_bold)
        for line in _wrapped(text, font):
            self.draw.text((MARGIN, self.y), line, font=font, fill=0)
            self.y += round(size * 1.4)
        self.y += GAP // 2

    def draw_code(self, data: str) -> None:
        code = segno.make_qr(data, error="m")
        scale = QR_SCALE
        while len(code.matrix) * scale + 2 * QR_BORDER * scale > WIDTH and scale > 2:
            scale -= 1
        side = (len(code.matrix) + 2 * QR_BORDER) * scale
        left = (WIDTH - side) // 2 + QR_BORDER * scale
        for row, line in enumerate(code.matrix):
            for column, is_dark in enumerate(line):
                if is_dark:
                    x, y = left + column * scale, self.y + (row + QR_BORDER) * scale
                    self.draw.rectangle((x, y, x + scale - 1, y + scale - 1), fill=0)
        self.y += side

    def cut(self) -> Image.Image:
        return self.image.crop((0, 0, WIDTH, min(self.y + 3 * GAP, 4000))).convert("1", dither=Image.Dither.NONE)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_font_file("SemiBold" if is_bold else "Medium")), size)


def _font_file(weight: str) -> Path | str:
    """Be Vietnam Pro where its package is installed, else DejaVu, which the system brings."""
    found = importlib.util.find_spec("fontpkg_be_vietnam_pro")
    if found is None or not found.submodule_search_locations:
        return FALLBACK
    return Path(found.submodule_search_locations[0]) / "files" / f"BeVietnamPro-{weight}.ttf"
