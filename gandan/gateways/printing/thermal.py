"""Receipt printers that speak ESC/POS, over the network (port 9100) or a device file.

python-escpos turns the picture into the printer's language; the connection is our own, so that it ends in time and is closed.
"""

from __future__ import annotations

import socket
from pathlib import Path

from .failing import PrinterFailed
from .slip import Slip, picture

PORT = 9100
SECONDS = 5
ASK_PAPER = b"\x10\x04\x04"
"""DLE EOT 4: the state of the roll, answered in one byte."""
OUT_BITS, LOW_BITS = 0x60, 0x0C
DEVICE_FILE = "file:"


class ThermalPrinter:
    """`address` is “10.0.0.5:9100”, “10.0.0.5” or “file:/dev/usb/lp0” (which is written to only)."""

    def __init__(self, address: str) -> None:
        self.address = address

    def print(self, slip: Slip) -> None:
        drawn = _language_of(slip)
        try:
            if self.address.startswith(DEVICE_FILE):
                Path(self.address.removeprefix(DEVICE_FILE)).write_bytes(drawn)
                return
            with self._connected() as wire:
                if _paper_of(wire) == "out":
                    raise PrinterFailed("Máy in hết giấy.", is_out_of_paper=True)
                wire.sendall(drawn)
        except (OSError, ValueError) as error:
            raise PrinterFailed(f"Máy in {self.address} không in được: {error}") from error

    def paper(self) -> str:
        """“ok”, “low”, “out”, or "" where there is no answer."""
        if self.address.startswith(DEVICE_FILE):
            return ""
        try:
            with self._connected() as wire:
                return _paper_of(wire)
        except (OSError, ValueError) as error:
            raise PrinterFailed(f"Không nối được máy in {self.address}: {error}") from error

    def _connected(self) -> socket.socket:
        host, _, port = self.address.partition(":")
        return socket.create_connection((host, int(port or PORT)), timeout=SECONDS)


def _language_of(slip: Slip) -> bytes:
    # Here, not above: the library weighs 28 MB and most processes never print.
    from escpos.exceptions import Error  # type: ignore[import-untyped]  # the library has no types
    from escpos.printer import Dummy  # type: ignore[import-untyped]  # the library has no types

    paper = Dummy()
    try:
        paper.image(picture(slip), impl="bitImageRaster")
        paper.cut()
    except Error as error:
        raise PrinterFailed(f"Không vẽ được giấy in: {error}", permanent=True) from error
    drawn: bytes = paper.output
    return drawn


def _paper_of(wire: socket.socket) -> str:
    """A printer that does not answer in time is taken to print."""
    wire.sendall(ASK_PAPER)
    try:
        told = wire.recv(1)
    except TimeoutError:
        return ""
    if not told:
        return ""
    if told[0] & OUT_BITS:
        return "out"
    return "low" if told[0] & LOW_BITS else "ok"
