"""The zone by age: the cases of phường An Phong on 14/10/2025."""

from datetime import date

import pytest

from gandan.hall.zones import age_on, is_assisted

DAY = date(2025, 10, 14)


@pytest.mark.parametrize(
    ("birthday", "assisted"),
    [
        pytest.param(date(1984, 10, 13), True, id="41 years"),
        pytest.param(date(1985, 10, 15), False, id="39 years, 40 tomorrow"),
        pytest.param(date(1985, 10, 14), True, id="exactly 40: assisted by default"),
    ],
)
def test_above_forty_is_assisted_below_files_alone(birthday: date, assisted: bool) -> None:
    assert is_assisted(age_on(DAY, birth_year=birthday.year, birthday=birthday)) is assisted


def test_a_commune_may_send_exactly_forty_to_self_service() -> None:
    assert not is_assisted(40, is_equal_assisted=False)


def test_with_the_year_alone_the_older_age_counts() -> None:
    assert age_on(DAY, birth_year=1985) == 40
    assert is_assisted(None)
