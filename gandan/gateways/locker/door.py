"""What a cabinet tells of one compartment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """`is_occupied` is None where the compartment has no sensor."""

    is_open: bool
    is_occupied: bool | None = None
