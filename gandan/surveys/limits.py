"""How often the doors without an invitation may be used. A whole hall stands behind one network address: limits are wide."""

from datetime import datetime, timedelta

from gandan.core.actions import count_try

HOUR = timedelta(hours=1)
STARTS_PER_STATION, STARTS_PER_ADDRESS, ANSWERS_PER_ADDRESS, OPENINGS_PER_ADDRESS = 60, 60, 120, 60


def may_start(key: str, address: str, *, now: datetime) -> bool:
    """A person at a station begins to answer."""
    here = count_try(f"survey-start:{key}", now=now, limit=STARTS_PER_STATION, per=HOUR)
    return count_try(f"survey-start:*:{address}", now=now, limit=STARTS_PER_ADDRESS, per=HOUR) and here


def may_answer(address: str, *, now: datetime) -> bool:
    return count_try(f"survey-answer:{address}", now=now, limit=ANSWERS_PER_ADDRESS, per=HOUR)


def may_count_opening(address: str, *, now: datetime) -> bool:
    return count_try(f"survey-guide:{address}", now=now, limit=OPENINGS_PER_ADDRESS, per=HOUR)
