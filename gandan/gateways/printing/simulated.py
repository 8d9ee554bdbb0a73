"""A printer without a printer: each receipt becomes a picture in the outbox folder, and the paper can be taken out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime

from .failing import PrinterFailed
from .slip import Slip, picture

MOST_KEPT = 200
NO_PAPER = "het-giay"


def folder(name: str = "may") -> Path:
    return Path(settings.OUTBOX_DIR) / "receipts" / name


class SimulatedPrinter:
    """`take_out_paper()` and `fill_paper()` play the roll; `printed()` lists the pictures, newest last."""

    def __init__(self, name: str = "may") -> None:
        self.folder = folder(name)

    def print(self, slip: Slip) -> None:
        if self.paper() == "out":
            raise PrinterFailed("Máy in hết giấy.", is_out_of_paper=True)
        now: datetime = localtime()
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            picture(slip).save(self.folder / f"{now:%Y%m%d-%H%M%S-%f}.png")
        except OSError as error:
            raise PrinterFailed(f"Không ghi được thư mục máy in thử: {error.strerror}.") from error
        for old in self.printed()[:-MOST_KEPT]:
            old.unlink(missing_ok=True)

    def paper(self) -> str:
        return "out" if (self.folder / NO_PAPER).exists() else "ok"

    def take_out_paper(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.folder / NO_PAPER).touch()

    def fill_paper(self) -> None:
        (self.folder / NO_PAPER).unlink(missing_ok=True)

    def printed(self) -> list[Path]:
        return sorted(self.folder.glob("*.png"))
