"""QR codes: right level and border, and an SVG fit to stand inside a page."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
import segno
from PIL import Image

from gandan.documents.tests.make import TRACKING
from gandan.ui import qr


def modules_of(svg: str) -> set[tuple[int, int]]:
    """Dark modules read back from the path, border taken off."""
    root = ET.fromstring(svg)
    dark = root.findall("{http://www.w3.org/2000/svg}path")[1].attrib["d"]
    found: set[tuple[int, int]] = set()
    for run in dark.split("M")[1:]:
        corner, length = run.split("h")[0], int(run.split("h")[1].split("v")[0])
        x, y = (int(number) - qr.BORDER for number in corner.split())
        found.update((x + step, y) for step in range(length))
    return found


def test_the_svg_holds_exactly_the_modules_of_the_code() -> None:
    matrix = segno.make_qr(TRACKING, error="m", mask=qr.MASK).matrix
    expected = {(x, y) for y, line in enumerate(matrix) for x, value in enumerate(line) if value}
    assert modules_of(qr.svg(TRACKING)) == expected


def test_the_svg_can_stand_inside_a_page() -> None:
    drawn = qr.svg(TRACKING, label='Mã QR của "bà Hạnh" <1>', css_class="qr__code")
    side = qr.modules(TRACKING) + 8
    assert drawn.startswith("<svg ")
    assert f'viewBox="0 0 {side} {side}"' in drawn
    assert 'role="img"' in drawn
    assert ET.fromstring(drawn).attrib["aria-label"] == 'Mã QR của "bà Hạnh" <1>'


def test_the_code_survives_fifteen_percent_of_damage() -> None:
    assert segno.make_qr(TRACKING, error="m").error in {"M", "Q", "H"}


def test_four_white_modules_stand_around_the_png() -> None:
    image = Image.open(io.BytesIO(qr.png(TRACKING, scale=3))).convert("L")
    assert image.width == 3 * (qr.modules(TRACKING) + 8)
    assert image.crop((0, 0, image.width, 12)).getextrema() == (255, 255)


def test_nothing_is_not_a_code() -> None:
    with pytest.raises(ValueError, match="something to say"):
        qr.svg("")
