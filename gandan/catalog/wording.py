"""Times, fees and ways of filing in the words people read. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from gandan.core.vietnamese import NBSP, say_money
from gandan.places.deadlines import CUTOFF, Unit

UNIT_WORDS = {
    Unit.WORKING_DAY: f"ngày{NBSP}làm{NBSP}việc",
    Unit.DAY: "ngày",
    Unit.WORKING_HOUR: f"giờ{NBSP}làm{NBSP}việc",
    Unit.HALF_DAY: f"buổi{NBSP}làm{NBSP}việc",
    Unit.MONTH: "tháng",
}
CHANNEL_WORDS = {"counter": "tại quầy", "online": "trực tuyến", "post": "qua bưu chính"}


def limit_words(count: int, unit: Unit | str) -> str:
    """“3 ngày làm việc”, “Trong ngày”: always the unit the law uses."""
    unit = Unit(unit)
    return "Trong ngày" if unit is Unit.SAME_DAY else f"{count}{NBSP}{UNIT_WORDS[unit]}"


def cutoff_words(unit: Unit | str, cutoff: time = CUTOFF) -> str:
    """“Nhận sau 15 giờ thì trả ngày làm việc tiếp theo”; "" for other units."""
    if Unit(unit) is not Unit.SAME_DAY:
        return ""
    minutes = f"{NBSP}{cutoff.minute:02d}" if cutoff.minute else ""
    return f"Nhận sau {cutoff.hour}{NBSP}giờ{minutes}: trả vào ngày làm việc tiếp theo."


def channel_words(channels: Sequence[str]) -> str:
    """“tại quầy, trực tuyến hoặc qua bưu chính”; "" when it is all the same."""
    words = [CHANNEL_WORDS[channel] for channel in CHANNEL_WORDS if channel in channels]
    return " hoặc ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def price_words(amount: int, unit: str, tiers: Sequence[Sequence[int | None]] = (), cap: int | None = None) -> str:
    """“50.000 đ một lần”; tiers as “2.000 đ một trang, từ trang thứ 3: 1.000 đ, nhiều nhất 200.000 đ”."""
    if amount == 0 and not tiers:
        return say_money(0)
    parts = [f"{say_money(tiers[0][1] or 0) if tiers else say_money(amount)} một {unit}"]
    for (upto, _), (_, price) in pairwise(tiers):
        parts.append(f"từ {unit} thứ {(upto or 0) + 1}: {say_money(price or 0)}")
    if cap:
        parts.append(f"nhiều nhất {say_money(cap)}")
    return ", ".join(parts)
