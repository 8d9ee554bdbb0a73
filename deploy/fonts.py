"""Cut Be Vietnam Pro to what our pages say: `python deploy/fonts.py`, run once at set-up, harmless to run again.

Writes one woff2 for each weight, and the licence of the fonts, into gandan/ui/static/ui/fonts/.
"""

from __future__ import annotations

import importlib.util
import shutil
import unicodedata
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parent.parent / "gandan" / "ui" / "static" / "ui" / "fonts"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
LETTERS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
SIGNS = "đĐ\u00a0–—‘’“”…•·‹›₫×÷±≤≥°§←→↑↓−%‰½²³€"


def characters() -> str:
    """ASCII, every Vietnamese letter with every tone, loose tones, and the signs of look.md."""
    marked = "".join(unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in ("", *TONES))
    printable = "".join(chr(code) for code in range(0x20, 0x7F))
    return "".join(sorted(set(printable + marked + marked.upper() + TONES + SIGNS)))


def package() -> Path:
    """The folder of the pip package with the full fonts. Raises SystemExit when it is not installed."""
    found = importlib.util.find_spec("fontpkg_be_vietnam_pro")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("Chưa cài gói fontpkg-be-vietnam-pro. Hãy chạy lại bước cài đặt.")
    return Path(found.submodule_search_locations[0])


def cut(source: Path, target: Path) -> None:
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True)
    unfinished = target.with_suffix(".part")
    with subset.load_font(str(source), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters())
        cutter.subset(font)
        subset.save_font(font, str(unfinished), options)
    unfinished.rename(target)


def main() -> None:
    folder = package()
    TARGET.mkdir(parents=True, exist_ok=True)
    missing = {weight: name for weight, name in WEIGHTS.items() if not target_of(weight).exists()}
    for weight, name in missing.items():
        cut(folder / "files" / f"BeVietnamPro-{name}.ttf", target_of(weight))
    if not (TARGET / "OFL.txt").exists():
        shutil.copyfile(folder / "LICENSE", TARGET / "OFL.txt")
    total = sum(target_of(weight).stat().st_size for weight in WEIGHTS)
    print(f"Phông chữ Be Vietnam Pro: {len(WEIGHTS)} nét, {total / 1000:.0f} KB, cắt mới {len(missing)}.")


def target_of(weight: int) -> Path:
    return TARGET / f"be-vietnam-pro-{weight}.woff2"


if __name__ == "__main__":
    main()
