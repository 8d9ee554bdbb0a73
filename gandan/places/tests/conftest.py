"""Nothing read in one test is kept for the next."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    cache.clear()
