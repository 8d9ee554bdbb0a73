"""Figures of documents beside what their parts compute to."""

from dataclasses import dataclass

import pytest

from gandan.reforms.declared import differs, series_of


@dataclass
class Row:
    declared: str
    value: float | None = None
    of_value: float | None = None
    unit_name: str = ""
    series: str = "early_rate"
    label: str = "Tỷ lệ sớm hạn"
    period: str = "2020"
    unit: str = "%"
    source: str = "Báo cáo"


def test_the_rate_of_nga_bay() -> None:
    (one,) = series_of([Row("69,4%", 587, 845)])
    assert one.whole is not None
    assert (one.whole.computed, one.whole.differs) == ("69,47%", True)


def test_the_sum_of_the_units() -> None:
    units = [Row(str(value), value, unit_name=f"Xã {value}") for value in (178, 80, 204, 15, 188, 62)]
    (one,) = series_of([Row("hơn 727", 727), *units, Row("", None, unit_name="Thành phố")])
    assert one.whole is not None
    assert (one.whole.computed, one.differs) == ("727", False)
    assert one.units[-1].declared == ""


def test_a_sum_that_is_not_the_total_is_flagged() -> None:
    (one,) = series_of([Row("280", 280), Row("79", 79, unit_name="A"), Row("199", 199, unit_name="B")])
    assert one.differs


@pytest.mark.parametrize(
    ("declared", "computed", "expected"),
    [
        pytest.param("69,5%", 69.467, False, id="rounded half up"),
        pytest.param("69,4%", 69.467, True, id="cut off"),
        pytest.param("1.285", 1285.0, False, id="a point for thousands"),
        pytest.param("trên 5.716", 5716.0, False, id="over"),
        pytest.param("17 → 10", 10.0, False, id="two numbers say no one"),
        pytest.param("40/40", 100.0, False, id="a fraction"),
        pytest.param("", 3.0, False, id="nothing printed"),
        pytest.param("3", None, False, id="nothing to compute"),
    ],
)
def test_differs(declared: str, computed: float | None, expected: bool) -> None:
    assert differs(declared, computed) is expected
