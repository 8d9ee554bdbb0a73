"""Pages that officers of a commune and leaders share have two addresses, one on each side."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

LEADERS = "/lanh-dao/"


def address(path: str, name: str, *parts: Any) -> str:
    """The address of page `name` on the side of `path`."""
    return reverse(f"contests:{'leader_' if path.startswith(LEADERS) else ''}{name}", args=parts)
