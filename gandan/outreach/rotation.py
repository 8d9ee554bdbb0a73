"""Whose turn it is: sessions go round the hamlets, and nobody is served twice while another waits. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def days_of(weekdays: Collection[int], *, since: date, until: date, off: Collection[date] = ()) -> list[date]:
    """Days between both (both counted) that fall on one of the weekdays (Monday 0) and are no public holiday."""
    count = (until - since).days + 1
    days = (since + ONE_DAY * number for number in range(max(0, count)))
    return [day for day in days if day.weekday() in weekdays and day not in off]


def turns(hamlets: Sequence[int], days: Iterable[date], *, held: Mapping[int, int]) -> list[tuple[date, int]]:
    """A hamlet for each day: the one with the fewest sessions so far, of equals the first in the order.

    `held` counts sessions by hamlet, called-off ones left out, so that their hamlet has the next turn. A hamlet that joins
    later is one turn behind at most: it does not take every day until it has caught up.
    """
    if not hamlets:
        return []
    most = max((held.get(one, 0) for one in hamlets), default=0)
    counts = {one: max(held.get(one, 0), most - 1) for one in hamlets}
    planned = []
    for day in sorted(days):
        chosen = min(hamlets, key=lambda one: counts[one])
        counts[chosen] += 1
        planned.append((day, chosen))
    return planned


def missing_forces(needs: Iterable[str], present: Collection[str]) -> list[str]:
    """Forces that must be there and are not, in the order asked."""
    return [one for one in needs if one not in present]
