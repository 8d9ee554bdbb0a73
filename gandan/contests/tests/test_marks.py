"""Which marks count, how units stand, who comes before whom."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gandan.contests.eligibility import giveaways
from gandan.contests.marks import Runner, Target, differ_too_much, paper_mark, ranking, standing, weighted


@pytest.mark.parametrize(
    ("marks", "usual", "mark"),
    [
        pytest.param([80, 70], 2, 75, id="two"),
        pytest.param([80, 60, 66], 2, 63, id="the third is nearer to the lower"),
        pytest.param([60, 80, 70], 2, 75, id="as near to both: the higher pair"),
        pytest.param([60, 70, 80], 3, 70, id="three judges by the rules"),
        pytest.param([], 2, None, id="nobody yet"),
    ],
)
def test_the_mark_of_a_paper(marks: Sequence[float], usual: int, mark: float | None) -> None:
    assert paper_mark(marks, usual) == mark


def test_exactly_the_threshold_calls_nobody() -> None:
    assert not differ_too_much([80, 70], 10)
    assert differ_too_much([80, 69.9], 10)


def test_parts_that_were_not_sat_count_nothing() -> None:
    assert weighted([(20, 80), (40, 90), (40, None)]) == pytest.approx(52)
    assert weighted([(20, None)]) is None


@pytest.mark.parametrize(
    ("target", "reached", "margin"),
    [
        pytest.param(Target(95, 98.8), True, 4, id="up"),
        pytest.param(Target(10, 8, "down"), True, 20, id="down"),
        pytest.param(Target(10, None), False, -100, id="missing is not reached"),
        pytest.param(Target(0, 0), True, 0, id="nothing promised"),
    ],
)
def test_targets(target: Target, reached: bool, margin: float) -> None:
    assert (target.is_reached, round(target.margin, 6)) == (reached, margin)


def test_standing_of_nothing() -> None:
    assert standing([]) == (0, 0)


def test_equals_share_a_rank_and_ties_are_explained() -> None:
    runners = [
        Runner(1, (("tổng điểm", 80), ("điểm sáng kiến", 70))),
        Runner(2, (("tổng điểm", 80), ("điểm sáng kiến", 75))),
        Runner(3, (("tổng điểm", 80), ("điểm sáng kiến", 70))),
    ]
    places = ranking(runners)
    assert [(one.key, one.rank) for one in places] == [(2, 1), (1, 2), (3, 2)]
    assert places[0].reason == "Bằng tổng điểm, hơn điểm sáng kiến"
    assert places[1].reason == "Bằng nhau ở mọi tiêu chí"


def test_names_are_found_without_diacritics() -> None:
    assert giveaways("Cach lam cua XA CHI MINH", ["Xã Chí Minh", "Lê Thị Xuân"]) == ["Xã Chí Minh"]
