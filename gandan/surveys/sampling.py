"""Drawing households: how many of each hamlet, and which, so that anybody can draw the same again. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping


def shares_of(households: Mapping[int, int], total: int) -> dict[int, int]:
    """How many of each hamlet (by key) when `total` are drawn: in proportion, by the largest remainder, never more than
    there are.
    """
    everybody = sum(households.values())
    total = min(total, everybody)
    if total <= 0:
        return dict.fromkeys(households, 0)
    exact = {key: total * count / everybody for key, count in households.items()}
    drawn = {key: int(value) for key, value in exact.items()}
    rest = total - sum(drawn.values())
    by_remainder = sorted(exact, key=lambda key: (drawn[key] - exact[key], key))
    for key in by_remainder[:rest]:
        drawn[key] += 1
    return drawn


def draw(households: int, count: int, *, seed: int, hamlet: int) -> list[int]:
    """`count` places of a list of `households`, from 1, in order. Seed and hamlet decide."""
    chance = random.Random(f"{seed}:{hamlet}")
    return sorted(chance.sample(range(1, households + 1), count))


def to_check(numbers: list[int], *, every: int, seed: int) -> list[int]:
    """Which sheets of a batch are typed twice: one of `every`, at least one."""
    count = max(1, -(-len(numbers) // every)) if numbers else 0
    return sorted(random.Random(seed).sample(sorted(numbers), count))
