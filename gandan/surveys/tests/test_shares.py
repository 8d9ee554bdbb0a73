"""Shares, intervals and what is hidden; drawing; masking; reading a grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.surveys.masking import mask
from gandan.surveys.sampling import draw, shares_of, to_check
from gandan.surveys.shares import share, shown_parts, wilson


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        pytest.param(291, 300, 94.4, 98.4, id="97 of a hundred"),
        pytest.param(192, 300, 58.4, 69.2, id="64 of a hundred"),
        pytest.param(50, 50, 92.9, 100.0, id="all"),
        pytest.param(0, 10, 0.0, 27.8, id="none"),
    ],
)
def test_wilson(count: int, n: int, low: float, high: float) -> None:
    assert tuple(round(bound, 1) for bound in wilson(count, n)) == (low, high)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    low, high = wilson(*pair)
    assert 0 <= low <= 100 * pair[0] / pair[1] + 1e-9
    assert 100 * pair[0] / pair[1] - 1e-9 <= high <= 100


def test_few_replies_are_hidden() -> None:
    assert share(9, 9, least=10).said == "ít phiếu, chưa tính"
    assert share(0, 0, least=10).said == "chưa có"
    assert share(10, 10, least=10).said == "100%"


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        pytest.param([40, 30, 3], [True, False, False], id="a lone small one takes the next along"),
        pytest.param([40, 3, 4], [True, False, False], id="two small ones hide each other"),
        pytest.param([40, 30], [True, True], id="none small"),
        pytest.param([3], [False], id="nothing to subtract from"),
        pytest.param([40, 0], [True, False], id="an empty one tells nothing"),
    ],
)
def test_what_cannot_be_subtracted(sizes: list[int], shown: list[bool]) -> None:
    assert shown_parts(sizes, least=10) == shown


@given(st.dictionaries(st.integers(1, 50), st.integers(0, 900), min_size=1), st.integers(0, 5000))
def test_every_household_drawn_is_there(households: dict[int, int], total: int) -> None:
    drawn = shares_of(households, total)
    assert sum(drawn.values()) == min(total, sum(households.values()))
    assert all(0 <= drawn[key] <= count for key, count in households.items())
    for key, count in drawn.items():
        places = draw(households[key], count, seed=7, hamlet=key)
        assert places == draw(households[key], count, seed=7, hamlet=key)
        assert len(set(places)) == count


def test_one_of_five_is_typed_twice() -> None:
    assert len(to_check(list(range(1, 31)), every=5, seed=3)) == 6
    assert len(to_check([4], every=5, seed=3)) == 1
    assert to_check([], every=5, seed=3) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Gọi tôi 0912 345 118 nhé", "Gọi tôi [đã che] nhé"),
        ("Gọi +84912345118", "Gọi [đã che]"),
        ("CCCD 030190012412", "CCCD [đã che]"),
        ("a.b@mail.vn và www.x.vn/abc", "[đã che] và [đã che]"),
        ("Tôi tên là Nguyễn Văn An, ở đây", "Tôi tên là [đã che], ở đây"),
        ("Bà Trần Thị Mai tiếp tốt", "Bà [đã che] tiếp tốt"),
        ("Nhà ở số nhà 12A", "Nhà ở [đã che]"),
        ("Hồ sơ 000.31.52.H24-261123-0001 chậm", "Hồ sơ [đã che] chậm"),
        ("Chờ 45 phút, mất 50.000 đồng, ngày 23/11/2026", "Chờ 45 phút, mất 50.000 đồng, ngày 23/11/2026"),
    ],
)  # fmt: skip
def test_what_names_people_is_struck_out(text: str, kept: str) -> None:
    assert mask(text) == kept
