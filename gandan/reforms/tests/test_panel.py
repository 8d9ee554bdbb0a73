"""Difference in differences on made-up weeks, with fixed seeds: a planted effect is found, a planted null is not."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from gandan.reforms.effect.panel import LEAST_N, Finding, Panel, Study, Treated, each, together, verdict
from gandan.reforms.models import Verdict

MONDAY = date(2026, 1, 5)
WEEKS, START = 26, 12
COMMUNES, ADOPTERS = 114, 20


def province(
    seed: int,
    change: float,
    *,
    staggered: bool = False,
    drift: float = 0.0,
    a_week: float = 43.0,
    adopters: int = ADOPTERS,
) -> Study:
    """Weekly medians in hours: communes of unlike level and size, weeks that are slow for all, chance, and drift.

    The first `adopters` communes change by `change` (-0.3: 30 % quicker) from the week after their start on.
    """
    chance = np.random.default_rng(seed)
    level, size = 16 * chance.lognormal(0, 0.12, COMMUNES), a_week * chance.lognormal(0, 0.5, COMMUNES)
    counts = chance.poisson(np.repeat(size[:, None], WEEKS, axis=1)).astype(float)
    values = level[:, None] + chance.normal(0, 0.6, WEEKS) + chance.normal(0, 9, counts.shape) / np.sqrt(counts.clip(1))
    values += np.cumsum(chance.normal(0, drift, counts.shape), axis=1)
    codes, treated = tuple(f"{number:05}" for number in range(COMMUNES)), []
    for number in range(adopters):
        zero = START + (int(chance.integers(-3, 4)) if staggered else 0)
        values[number, zero + 1 :] *= 1 + change
        treated.append(Treated(number, codes[number], MONDAY + timedelta(weeks=zero, days=2)))
    values[counts == 0] = np.nan
    return Study(Panel(MONDAY, codes, values, counts), treated, dict.fromkeys(codes[adopters:]))


def flat(before: list[float], after: list[float], others: list[float] | None = None, n: float = 20) -> Study:
    """One adopter that began in the week between; `others` is a single commune without the model."""
    own = [*before, math.nan, *after]
    rows = [own] if others is None else [own, others]
    codes = ("00001", "00002")[: len(rows)]
    counts = np.where(np.isnan(np.array(rows)), 0, n)
    panel = Panel(MONDAY, codes, np.array(rows), counts)
    return Study(panel, [Treated(7, "00001", MONDAY + timedelta(weeks=len(before)))], dict.fromkeys(codes[1:]))


@pytest.mark.parametrize("seed", range(24))
def test_a_planted_effect_is_found_with_every_seed(seed: int) -> None:
    """-30 % in 20 of 114 communes; also while adopters begin in different weeks. Power over these seeds: 100 %."""
    found = together([province(seed, -0.3, staggered=seed % 2 == 0)], "down")
    assert found.verdict == Verdict.BETTER
    assert found.adopters == ADOPTERS
    assert found.compared == COMMUNES - ADOPTERS
    assert found.difference == pytest.approx(-0.3 * (found.before or 0), rel=0.15)


@pytest.mark.parametrize("drift", [0.0, 0.3], ids=["weeks of chance", "communes that wander"])
def test_a_planted_null_raises_few_alarms(drift: float) -> None:
    """The interval promises 5 %; over 200 seeds at most 10 % may be told, of all together and of single communes."""
    whole: Counter[Verdict] = Counter()
    single: Counter[Verdict] = Counter()
    for seed in range(200):
        study = province(1000 + seed, 0.0, staggered=seed % 2 == 0, drift=drift)
        study = replace(study, treated=study.treated[:4])
        whole[together([study], "down").verdict] += 1
        single.update(finding.verdict for finding in each(study, "down").values())
    assert 1 - whole[Verdict.NONE] / 200 <= 0.10, whole
    assert 1 - single[Verdict.NONE] / 800 <= 0.10, single


def test_most_adopters_are_told_one_by_one() -> None:
    verdicts = Counter(finding.verdict for finding in each(province(1, -0.3), "down").values())
    assert verdicts[Verdict.BETTER] >= 18


def test_what_all_communes_did_is_no_effect() -> None:
    study = flat([10, 11, 10, 11, 10], [5, 6, 5, 6, 5], [20, 21, 20, 21, 20, 15, 15, 16, 15, 16, 15])
    (finding,) = each(study, "down").values()
    assert finding.difference == pytest.approx(0)
    assert finding.verdict == Verdict.NONE
    assert [finding.before, finding.after] == pytest.approx([10.4, 5.4])
    assert finding.compared == 1


def test_without_others_it_is_welch_of_its_own_weeks() -> None:
    before, after = [10.0, 12, 11, 13, 9, 11], [8.0, 9, 7, 9, 8]
    (finding,) = each(flat(before, after), "down").values()
    welch = stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    assert [finding.low, finding.high] == pytest.approx([welch.low, welch.high])
    assert (finding.compared, finding.beside) == (0, ())
    assert finding.verdict == Verdict.BETTER


def test_the_week_of_the_start_counts_on_neither_side() -> None:
    study = flat([10, 11, 10, 11], [10, 11, 10, 11])
    study.panel.values[0, 4] = 500
    (finding,) = each(study, "down").values()
    assert finding.difference == pytest.approx(0)
    assert finding.own[12] == 500


@pytest.mark.parametrize(
    ("before", "after", "n"),
    [
        pytest.param([10.0] * 12, [2.0] * 3, 100, id="three weeks after"),
        pytest.param([10.0] * 3, [2.0] * 12, 100, id="three weeks before"),
        pytest.param([10.0, 11] * 3, [2.0, 3] * 3, LEAST_N / 6 - 1, id="too few dossiers"),
        pytest.param([math.nan] * 10 + [10.0] * 2, [2.0] * 12, 100, id="weeks without figures"),
    ],
)
def test_too_few_makes_no_claim(before: list[float], after: list[float], n: float) -> None:
    study = flat(before, after, n=n)
    (finding,) = each(study, "down").values()
    assert finding.verdict == Verdict.TOO_FEW
    assert finding.difference is not None
    whole = together([study], "down")
    assert (whole.verdict, whole.adopters, whole.waiting) == (Verdict.TOO_FEW, 0, 1)


def test_a_commune_unknown_to_the_figures_waits() -> None:
    study = flat([10.0] * 5, [2.0] * 5)
    missing = replace(study, treated=[replace(study.treated[0], code="99999")])
    assert each(missing, "down")[7] == Finding()


def test_missing_weeks_and_tiny_communes_do_not_bend_the_others() -> None:
    study = province(5, -0.3, a_week=2.0)
    found = together([study], "down")
    assert found.waiting > 0
    assert found.verdict in (Verdict.BETTER, Verdict.TOO_FEW)


def test_after_the_end_nothing_counts() -> None:
    study = flat([10.0, 11] * 3, [2.0, 3, 2, 3, 2, 30, 30, 30])
    ended = replace(study.treated[0], ended_on=MONDAY + timedelta(weeks=12) - timedelta(days=1))
    (finding,) = each(replace(study, treated=[ended]), "down").values()
    assert finding.after == pytest.approx(2.4)
    assert finding.own[-1] is None


def test_who_adopts_later_stands_for_those_without_until_then() -> None:
    study = province(3, -0.3)
    later = {code: MONDAY + timedelta(weeks=WEEKS + 5) for code in study.others}
    assert together([replace(study, others=later)], "down").compared == len(later)
    soon = dict.fromkeys(study.others, MONDAY + timedelta(weeks=START + 3))
    assert together([replace(study, others=soon)], "down").compared == 0


def test_one_adopter_is_told_as_itself() -> None:
    study = province(2, -0.3, adopters=1)
    (own,) = each(study, "down").values()
    whole = together([study], "down")
    assert (whole.low, whole.high, whole.difference) == (own.low, own.high, own.difference)


@pytest.mark.parametrize(
    ("low", "high", "better", "told"),
    [
        (-3.0, -1.0, "down", Verdict.BETTER),
        (-3.0, -1.0, "up", Verdict.WORSE),
        (1.0, 3.0, "up", Verdict.BETTER),
        (1.0, 3.0, "down", Verdict.WORSE),
        (-1.0, 3.0, "down", Verdict.NONE),
        (0.0, 0.0, "up", Verdict.NONE),
        (None, None, "up", Verdict.NONE),
    ],
)
def test_a_verdict_needs_the_whole_interval_on_one_side(
    low: float | None, high: float | None, better: str, told: Verdict
) -> None:
    assert verdict(low, high, better) == told


def test_weeks_that_never_vary_are_their_own_interval() -> None:
    (finding,) = each(flat([0.0] * 6, [100.0] * 6), "up").values()
    assert (finding.low, finding.high, finding.verdict) == (100.0, 100.0, Verdict.BETTER)
