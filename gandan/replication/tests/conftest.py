"""The clock of the stories."""

from tests.conftest import clock, nothing_remembered

__all__ = ["clock", "nothing_remembered"]
