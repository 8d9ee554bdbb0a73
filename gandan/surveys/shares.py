"""Shares of replies, pure: with n, with Wilson's interval, and hidden where so few answered that people could be told.

Wilson's score interval: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from gandan.core.vietnamese import say_number

Z95 = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Share:
    """`count` of `n`, as percent with its 95 % interval; all but `n` is None where `n` is too small to be shown."""

    n: int
    count: int | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_shown(self) -> bool:
        return self.percent is not None

    @property
    def said(self) -> str:
        """“97%”, or what stands for it."""
        if self.percent is None:
            return "chưa có" if self.n == 0 else "ít phiếu, chưa tính"
        return f"{say_number(self.percent)}%"

    @property
    def interval(self) -> str:
        """“từ 94,4 đến 98,4%”."""
        if self.low is None or self.high is None:
            return ""
        return f"từ {say_number(self.low)} đến {say_number(self.high)}%"


def wilson(count: int, n: int) -> tuple[float, float]:
    """Bounds of the 95 % interval of a share, in percent. n > 0."""
    share, zz = count / n, Z95 * Z95
    middle = (share + zz / (2 * n)) / (1 + zz / n)
    half = Z95 / (1 + zz / n) * sqrt(share * (1 - share) / n + zz / (4 * n * n))
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


def share(count: int, n: int, *, least: int) -> Share:
    """Hidden below `least` replies."""
    if n < max(1, least):
        return Share(n)
    low, high = wilson(count, n)
    return Share(n, count, 100 * count / n, low, high)


def shown_parts(sizes: Sequence[int], *, least: int) -> list[bool]:
    """Which parts of a whole may show their shares. A single small part could be had by taking the others from the whole,
    so the smallest of the others is hidden with it.
    """
    shown = [size >= least for size in sizes]
    small = [size for size, is_shown in zip(sizes, shown, strict=True) if not is_shown and size]
    if len(small) == 1 and any(shown):
        shown[min((size, place) for place, size in enumerate(sizes) if shown[place])[1]] = False
    return shown
