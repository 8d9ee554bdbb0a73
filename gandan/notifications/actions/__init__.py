"""The verbs of notifications."""

from .reading import read
from .telling import tell

__all__ = ["read", "tell"]
