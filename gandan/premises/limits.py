"""How often the QR on a thing may be answered. A whole hall stands behind one network address, so limits there are wide."""

from datetime import datetime, timedelta

from gandan.core.actions import count_try

HOUR = timedelta(hours=1)
REPORTS_PER_THING, REPORTS_PER_ADDRESS, USES_PER_THING = 6, 30, 120


def may_report(key: str, address: str, *, now: datetime) -> bool:
    here = count_try(f"premises-report:{key}", now=now, limit=REPORTS_PER_THING, per=HOUR)
    return count_try(f"premises-report:*:{address}", now=now, limit=REPORTS_PER_ADDRESS, per=HOUR) and here


def may_count_use(key: str, *, now: datetime) -> bool:
    return count_try(f"premises-use:{key}", now=now, limit=USES_PER_THING, per=HOUR)
