"""The clock of the stories, for the tests of this app."""

from tests.conftest import clock, nothing_remembered

__all__ = ["clock", "nothing_remembered"]
