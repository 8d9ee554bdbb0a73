"""A prepared question answers as the ORM does, in one statement and with the values of each time."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone

from gandan.core.models import TryCount
from gandan.core.statements import Prepared

pytestmark = pytest.mark.django_db


def _tries() -> list[TryCount]:
    now = timezone.now()
    return [TryCount.objects.create(what=f"door {number}", count=number, window=now) for number in (1, 2, 3)]


def test_it_answers_as_the_orm_does(django_assert_num_queries: Any) -> None:
    one, two, _three = _tries()
    asked = Prepared(lambda what: TryCount.objects.filter(what=what))
    assert asked.first("door 1") == one
    with django_assert_num_queries(1):
        found = asked.first("door 2")
    assert found == two
    assert (found.count, found.window) == (two.count, two.window)
    assert asked.first("door 9") is None


def test_each_value_goes_to_its_place_and_annotations_come_along() -> None:
    _tries()
    later = timezone.now() + timedelta(hours=1)
    asked = Prepared(
        lambda window, count: (
            TryCount.objects.filter(window__lt=window, count__gte=count)
            .annotate(twice=F("count") + F("count"))
            .order_by("count")
        )
    )
    assert [(one.count, one.twice) for one in asked.all(later, 2)] == [(2, 4), (3, 6)]  # type: ignore[attr-defined]
    assert [one.count for one in asked.all(later, 3)] == [3]
    assert asked.all(later - timedelta(days=1), 1) == []


def test_a_value_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="none of its own"):
        Prepared(lambda what: TryCount.objects.filter(what=what, count=7)).first("door 1")
