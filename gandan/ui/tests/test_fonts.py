"""The cut fonts hold every character that our pages say."""

import runpy
import unicodedata
from pathlib import Path

from django.conf import settings

FONTS = runpy.run_path(str(settings.BASE_DIR / "deploy" / "fonts.py"))
FOLDERS = ("templates", "data", "static")


def told() -> dict[str, Path]:
    """Each character on our pages, with a file in which it stands."""
    files = [
        path
        for folder in FOLDERS
        for path in (settings.BASE_DIR / "gandan").glob(f"*/{folder}/**/*")
        if path.suffix in (".html", ".json")
    ]
    return {
        char: path for path in files for char in unicodedata.normalize("NFC", path.read_text()) if char.isprintable()
    }


def test_no_character_falls_back_to_another_font() -> None:
    known = set(FONTS["characters"]())
    strange = {char: path.name for char, path in told().items() if char not in known}
    assert not strange


def test_cutting_twice_changes_nothing(tmp_path: Path) -> None:
    main = FONTS["main"]
    main.__globals__["TARGET"] = tmp_path
    main()
    first = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    main()
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == first
    assert sorted(first) == ["OFL.txt", *(f"be-vietnam-pro-{weight}.woff2" for weight in (400, 500, 600))]
    assert all(path.stat().st_size < 14_000 for path in tmp_path.glob("*.woff2"))
