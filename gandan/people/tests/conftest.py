"""Cheap password hashing and a text-message gateway that remembers: for the stories of this app."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from gandan.people.models import User

from . import make


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Sent:
    """What the carrier was given."""

    codes: list[tuple[str, str]] = []


def carry(contact: object, code: str, *, valid_minutes: int) -> None:
    Sent.codes.append((contact.value, code))  # type: ignore[attr-defined]  # a Contact


@pytest.fixture
def sent(settings: Settings) -> Iterator[list[tuple[str, str]]]:
    settings.CODE_CARRIER = "gandan.people.tests.conftest.carry"
    Sent.codes.clear()
    yield Sent.codes
    Sent.codes.clear()


@pytest.fixture
def quan(db: None) -> User:
    """The administrator of xã Chí Minh."""
    return make.administrator()
