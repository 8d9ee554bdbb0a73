"""Setting up counters."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_the_same_number_is_the_same_counter() -> None:
    first, again = make.counter(3, name="Quầy hộ tịch"), make.counter(3, name="Quầy tư pháp")

    assert first.pk == again.pk
    assert str(again) == "Quầy tư pháp"


def test_a_number_beyond_two_digits_is_refused() -> None:
    with pytest.raises(RuleBroken, match="1 đến 99"):
        make.counter(100)
