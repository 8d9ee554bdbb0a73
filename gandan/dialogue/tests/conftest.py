"""The clock of the stories, and cheap password hashing."""

import pytest
from pytest_django import Settings

from tests.conftest import Clock, clock, nothing_remembered

__all__ = ["clock", "nothing_remembered"]


@pytest.fixture(autouse=True)
def _quick(settings: Settings, clock: Clock) -> None:
    """Every story begins Monday 23/11/2026, 9:00."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
