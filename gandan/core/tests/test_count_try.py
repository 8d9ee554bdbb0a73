from datetime import UTC, datetime, timedelta

import pytest

from gandan.core.actions import count_try

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)


@pytest.mark.django_db
def test_the_fourth_try_in_a_window_is_one_too_many() -> None:
    tries = [count_try("look-up 1", now=NOON + timedelta(seconds=n), limit=3, per=TEN_MINUTES) for n in range(4)]
    assert tries == [True, True, True, False]


@pytest.mark.django_db
def test_each_thing_and_each_window_counts_by_itself() -> None:
    assert count_try("look-up 1", now=NOON, limit=1, per=TEN_MINUTES)
    assert count_try("look-up 2", now=NOON, limit=1, per=TEN_MINUTES)
    assert not count_try("look-up 1", now=NOON, limit=1, per=TEN_MINUTES)
    assert count_try("look-up 1", now=NOON + TEN_MINUTES, limit=1, per=TEN_MINUTES)
