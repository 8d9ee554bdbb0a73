"""Which zone to propose, pure (S0.18; A01, A02): a proposal by age that anyone may change, never a refusal."""

from __future__ import annotations

from datetime import date


def age_on(day: date, *, birth_year: int, birthday: date | None = None) -> int:
    """Completed years. With the year alone the birthday is taken as past: the older, so the safer side."""
    if birthday is None:
        return day.year - birth_year
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))


def is_assisted(age: int | None, *, threshold: int = 40, is_equal_assisted: bool = True) -> bool:
    """Above the threshold: helped by an officer; below: files alone; equal: as the commune has set. Unknown: helped."""
    if age is None or age > threshold:
        return True
    return age == threshold and is_equal_assisted
