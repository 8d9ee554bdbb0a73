"""The clock of the stories."""

import pytest

from tests.conftest import Clock, clock, nothing_remembered

__all__ = ["clock", "nothing_remembered"]


@pytest.fixture(autouse=True)
def _at_monday(clock: Clock) -> None:
    """Every story begins Monday 23/11/2026, 9:00."""
