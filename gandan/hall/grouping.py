"""“Mỗi người một tay”, pure (S0.22): which people who wait may form a group, and how much time it saved."""

from __future__ import annotations

from collections.abc import Sequence

MOST_MEMBERS = 12


def same_procedure(waiting: Sequence[tuple[int, int | None]], *, least: int) -> dict[int, list[int]]:
    """Tickets by procedure, where at least `least` of them (ticket, procedure) in this order wait for the same one."""
    found: dict[int, list[int]] = {}
    for ticket, procedure in waiting:
        if procedure is not None:
            found.setdefault(procedure, []).append(ticket)
    return {procedure: tickets[:MOST_MEMBERS] for procedure, tickets in found.items() if len(tickets) >= least}


def saved(members: int, *, single_seconds: int | None, group_seconds: int) -> int | None:
    """Seconds saved against serving each alone; None where the single time is not known; negative when it took longer."""
    return None if single_seconds is None else members * single_seconds - group_seconds
