"""Marks and ranks of a contest, reckoned from what judges gave and teams answered."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from .marks import Runner, counted, paper_mark, ranking, weighted
from .models import Contest, Entry, MarkSheet, Part, PartKind, Stage


def _sheets(entry: Entry) -> list[MarkSheet]:
    return [one for one in entry.sheets.all() if one.total is not None]


def counted_sheets(entry: Entry) -> list[MarkSheet]:
    """The mark sheets whose mean is the mark of the paper."""
    sheets = _sheets(entry)
    places = counted([float(one.total or 0) for one in sheets], entry.contest.judges_each)
    return [sheets[place] for place in places]


def mark_of_paper(entry: Entry) -> float | None:
    return paper_mark([float(one.total or 0) for one in _sheets(entry)], entry.contest.judges_each)


def mark_of_part(part: Part, entry: Entry) -> float | None:
    """Out of 100: mean of the judges for a live part, share of right answers for a test; None where nobody has yet."""
    if part.kind == PartKind.PAPER:
        return mark_of_paper(entry)
    if part.kind == PartKind.TEST:
        sat = [one.mark for one in entry.sittings.all() if one.part_id == part.pk]
        return sat[0] if sat else None
    given = [one.points for one in entry.scores.all() if one.part_id == part.pk]
    return fmean(given) if given else None


def total_of(parts: Sequence[Part], entry: Entry) -> float | None:
    """Out of 100, by the weights of the parts."""
    return weighted((part.weight, mark_of_part(part, entry)) for part in parts)


def reckon_preliminary(contest: Contest) -> list[Entry]:
    """Every eligible paper with its mark and rank, not saved; the best are in the final.

    Equal totals: the heavier criterion decides, then who handed in earlier.
    """
    parts = list(contest.parts.filter(stage=Stage.PRELIMINARY))
    found = contest.entries.eligible().prefetch_related("sheets", "sittings", "scores")
    entries = {one.pk: one for one in found}
    for one in entries.values():
        one.contest = contest
        one.paper_mark, one.preliminary = mark_of_paper(one), total_of(parts, one)
    heaviest = max(contest.criteria, key=lambda one: float(one["most"]))
    for place in ranking(_preliminary_runner(one, heaviest) for one in entries.values()):
        entry = entries[place.key]
        entry.preliminary_rank, entry.preliminary_reason = place.rank, place.reason[:120]
        entry.is_finalist = place.rank <= contest.finalists
    return list(entries.values())


def _preliminary_runner(entry: Entry, heaviest: dict[str, object]) -> Runner:
    key = str(heaviest["key"])
    points = [float(one.points.get(key, 0)) for one in counted_sheets(entry)]
    return Runner(entry.pk, (
        ("tổng điểm", _rounded(entry.preliminary)),
        (f"điểm “{heaviest['name']}”", _rounded(fmean(points) if points else None)),
        ("ở thời điểm nộp bài", -entry.at.timestamp()),
    ))  # fmt: skip


def reckon_final(contest: Contest) -> list[Entry]:
    """The teams of the final with total and rank, not saved. Equal totals: the parts decide, the heavier and later ones first."""
    parts = list(contest.parts.filter(stage=Stage.FINAL))
    entries = {one.pk: one for one in finalists_of(contest)}
    for one in entries.values():
        one.final = total_of(parts, one)
    for place in ranking(_final_runner(one, parts) for one in entries.values()):
        entry = entries[place.key]
        entry.final_rank, entry.final_reason = place.rank, place.reason[:120]
    return sorted(entries.values(), key=lambda one: one.final_rank or 0)


def finalists_of(contest: Contest) -> list[Entry]:
    """The teams of the final with all that was given them, in the order of their numbers."""
    teams = contest.entries.in_final().select_related("agency", "author").prefetch_related("scores", "sittings")
    found = list(teams.order_by("number"))
    for one in found:
        one.contest = contest
    return found


def _final_runner(entry: Entry, parts: Sequence[Part]) -> Runner:
    order = sorted(parts, key=lambda one: (-one.weight, -one.order))
    tie = [(f"điểm phần “{part.name}”", _rounded(mark_of_part(part, entry))) for part in order]
    keys = (("tổng điểm", _rounded(entry.final)), *tie, ("điểm sơ khảo", _rounded(entry.preliminary)))
    return Runner(entry.pk, keys)


def _rounded(value: float | None) -> float:
    """Two digits, as shown: what reads equal is equal."""
    return round(value or 0.0, 2)
