"""The kinds of programmes that steer dossiers, each with how it marks a dossier at reception."""

from . import chosen_procedures, extra_hours, fast_day, home_return, on_the_spot, one_copy, shortened_limit

__all__ = ["chosen_procedures", "extra_hours", "fast_day", "home_return", "on_the_spot", "one_copy", "shortened_limit"]
