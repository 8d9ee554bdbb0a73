"""Drawing lots, pure and repeatable: the same seed gives the same papers to the same judges, the same questions in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random


def numbers(entries: Sequence[int], seed: int) -> dict[int, int]:
    """Entry → anonymous number from 1, in an order that tells nothing."""
    shuffled = sorted(entries)
    Random(seed).shuffle(shuffled)
    return {entry: place for place, entry in enumerate(shuffled, start=1)}


def least_busy(judges: Sequence[int], load: Mapping[int, int], random: Random) -> int:
    """The judge with the fewest papers, by lot among equals."""
    fewest = min(load.get(judge, 0) for judge in judges)
    return random.choice(sorted(judge for judge in judges if load.get(judge, 0) == fewest))


def share_out(fit: Mapping[int, Sequence[int]], each: int, seed: int) -> dict[int, list[int]]:
    """Entry → `each` judges of those fit for it, as evenly as can be; fewer where fewer are fit."""
    random, load = Random(seed), dict.fromkeys({judge for judges in fit.values() for judge in judges}, 0)
    given: dict[int, list[int]] = {}
    # Papers with the fewest fit judges choose first, or nobody may be left for them.
    for entry in sorted(fit, key=lambda one: (len(fit[one]), one)):
        given[entry] = []
        while len(given[entry]) < min(each, len(fit[entry])):
            chosen = least_busy([judge for judge in fit[entry] if judge not in given[entry]], load, random)
            given[entry].append(chosen)
            load[chosen] += 1
    return given


def paper_of(bank: Mapping[int, int], count: int, seed: int) -> list[tuple[int, list[int]]]:
    """`count` questions of the bank (question → number of choices), each with its choices in another order."""
    random = Random(seed)
    drawn = random.sample(sorted(bank), min(count, len(bank)))
    return [(question, random.sample(range(bank[question]), bank[question])) for question in drawn]
