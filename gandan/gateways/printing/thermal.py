"""Receipt printers that speak ESC/POS, over the network (port 9100) or a device file, by python-escpos."""

from __future__ import annotations

from typing import Any

from escpos.escpos import Escpos
from escpos.exceptions import Error
from escpos.printer import File, Network

from .failing import PrinterFailed
from .slip import Slip, picture

PORT = 9100
SECONDS = 5
PAPER = {0: "out", 1: "low", 2: "ok"}
"""What the printer answers to DLE EOT 4."""


class ThermalPrinter:
    """`address` is “10.0.0.5:9100”, “10.0.0.5” or “file:/dev/usb/lp0”."""

    def __init__(self, address: str) -> None:
        self.address = address

    def print(self, slip: Slip) -> None:
        device = self._open()
        try:
            self._need_paper(device)
            device.image(picture(slip), impl="bitImageRaster")
            device.cut()
        except (Error, OSError) as error:
            raise PrinterFailed(f"Máy in {self.address} không in được: {error}") from error
        finally:
            device.close()

    def paper(self) -> str:
        """“ok”, “low”, “out”, or "" where the connection gives no answer (a device file)."""
        device = self._open()
        try:
            return self._paper_of(device)
        finally:
            device.close()

    def _need_paper(self, device: Any) -> None:
        if self._paper_of(device) == "out":
            raise PrinterFailed("Máy in hết giấy.", is_out_of_paper=True)

    def _paper_of(self, device: Any) -> str:
        """A device file is written to only."""
        if isinstance(device, File):
            return ""
        try:
            return PAPER.get(device.paper_status(), "")
        except (Error, OSError, IndexError):
            return ""

    def _open(self) -> Escpos:
        try:
            device = self._device()
            device.open()
        except (Error, OSError, ValueError) as error:
            raise PrinterFailed(f"Không nối được máy in {self.address}: {error}") from error
        return device

    def _device(self) -> Any:
        if self.address.startswith("file:"):
            return File(self.address.removeprefix("file:"))
        host, _, port = self.address.partition(":")
        return Network(host, port=int(port or PORT), timeout=SECONDS)
