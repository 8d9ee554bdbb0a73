"""The number of a feedback, said on the telephone. Pure."""

from datetime import date


def feedback_code(day: date, sequence: int) -> str:
    """`PA-261123-0007`, one row of numbers a commune and day."""
    return f"PA-{day:%y%m%d}-{sequence:04d}"
