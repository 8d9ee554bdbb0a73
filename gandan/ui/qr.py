"""QR codes for pages (SVG) and for drafts (PNG): error level M at least and four white modules around."""

from __future__ import annotations

import io
from html import escape

import segno

BORDER = 4
MASK = 2
"""The standard's mask by columns: for our addresses the best one in two of three, else within a few percent of it. Trying
all eight takes five times as long as the rest of the drawing."""


def modules(data: str) -> int:
    """Modules along one side, without the white border. Raises ValueError when the data does not fit a QR."""
    return len(_code(data).matrix)


def svg(data: str, *, label: str = "Mã QR để theo dõi hồ sơ", css_class: str = "qr__code") -> str:
    """An inline `<svg>` without XML header or size (the page sets it); `label` is read to those who do not see it."""
    matrix = _code(data).matrix
    side = len(matrix) + 2 * BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{escape(css_class)}" viewBox="0 0 {side} {side}"'
        f' role="img" aria-label="{escape(label)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{_dark_runs(matrix)}"/></svg>'
    )


def png(data: str, *, scale: int = 10) -> bytes:
    """The same code as PNG, `scale` pixels a module."""
    image = io.BytesIO()
    _code(data).save(image, kind="png", scale=scale, border=BORDER)
    return image.getvalue()


def _code(data: str) -> segno.QRCode:
    if not data:
        raise ValueError("A QR needs something to say.")
    return segno.make_qr(data, error="m", mask=MASK)


def _dark_runs(matrix: tuple[bytearray, ...]) -> str:
    runs = []
    for y, line in enumerate(matrix):
        x = 0
        while x < len(line):
            start = x
            while x < len(line) and line[x]:
                x += 1
            if x > start:
                runs.append(f"M{start + BORDER} {y + BORDER}h{x - start}v1h-{x - start}z")
            x += 1
    return "".join(runs)
