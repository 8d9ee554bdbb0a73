"""Receipts. `printer(address, name=…).print(slip)`; without an address the simulator draws the receipt into a folder."""

from typing import Protocol

from .failing import PrinterFailed
from .simulated import SimulatedPrinter
from .slip import Slip
from .thermal import ThermalPrinter

__all__ = ["PrinterFailed", "ReceiptPrinter", "SimulatedPrinter", "Slip", "printer"]


class ReceiptPrinter(Protocol):
    def print(self, slip: Slip) -> None:
        """Return when the whole receipt is out; raise `PrinterFailed` otherwise."""

    def paper(self) -> str:
        """“ok”, “low”, “out”, or "" when the printer does not say. Raises `PrinterFailed` when it is not there."""


def printer(address: str, *, name: str = "may") -> ReceiptPrinter:
    """`name` keeps the simulated printers of several machines apart."""
    return ThermalPrinter(address) if address else SimulatedPrinter(name)
