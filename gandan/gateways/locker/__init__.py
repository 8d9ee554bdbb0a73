"""Lockers of results. `locker(address, name=…).open(number)`; without an address the simulator plays the cabinet."""

from typing import Protocol

from .door import Door
from .failing import LockerFailed, UnknownDoor
from .http import HttpLocker
from .simulated import SimulatedLocker

__all__ = ["Door", "LockerFailed", "LockerPort", "SimulatedLocker", "UnknownDoor", "locker"]


class LockerPort(Protocol):
    def open(self, number: int) -> None:
        """Return when the door has sprung open; raise `LockerFailed` otherwise, `UnknownDoor` when nobody can say."""

    def close(self, number: int) -> None:
        """Lock the door, where the cabinet does not do so by itself."""

    def states(self) -> dict[int, Door]:
        """By number, as far as the cabinet knows; raise `LockerFailed` when it does not answer."""


def locker(address: str, *, name: str) -> LockerPort:
    """`name` keeps simulated cabinets apart."""
    return HttpLocker(address) if address else SimulatedLocker(name)
