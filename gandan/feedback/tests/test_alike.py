"""Has it been reported already? The rule, by table."""

import pytest

from gandan.dossiers.photos import Position
from gandan.feedback.alike import alike, is_same, likeness, metres_between, near

from . import make


@pytest.mark.parametrize(
    ("metres", "hours", "alike_by", "category", "same"),
    [
        (10, 1, 0.0, False, True), (10, 5, 0.0, False, False), (10, 5, 0.0, True, True), (29, 50, 0.2, False, True),
        (200, 1, 0.4, False, True), (200, 1, 0.1, True, False), (900, 1, 1.0, True, False), (None, 1, 0.6, False, True),
        (None, 1, 0.4, True, False),
    ],
)  # fmt: skip
def test_the_rule(metres: float | None, hours: float, alike_by: float, category: bool, same: bool) -> None:
    assert is_same(metres, hours, alike_by, is_same_category=category) is same


def test_words_without_marks() -> None:
    assert likeness("Nắp hố ga bị mất", "mat nap ho ga") == 1.0
    assert likeness("Nắp hố ga", "") == 0.0
    assert round(metres_between(Position(20.8, 106.4), Position(20.801, 106.4))) == 111


@pytest.mark.django_db
def test_found_near_and_by_words() -> None:
    one = make.feedback("Nắp hố ga trước trường bị lật")
    here = Position(20.90005, 106.40005)
    assert [each.feedback for each in near(make.commune(), here, make.at(hours=1))] == [one]
    assert [each.feedback for each in alike(make.commune(), "hố ga lật", "", here, make.at(hours=3))] == [one]
    assert [each.feedback for each in alike(make.commune(), "nap ho ga bi lat", "", None, make.at(days=1))] == [one]
    assert alike(make.commune(), "Đèn tắt", "", None, make.NOW) == []
    assert alike(make.other_commune(), "nap ho ga bi lat truoc truong", "", here, make.NOW) == []
