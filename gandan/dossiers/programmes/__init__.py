"""The kinds of programmes that steer dossiers, each with how it marks a dossier at reception."""

from . import fast_day, on_the_spot, shortened_limit

__all__ = ["fast_day", "on_the_spot", "shortened_limit"]
