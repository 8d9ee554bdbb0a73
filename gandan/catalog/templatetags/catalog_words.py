"""Times, channels and choices in words, for the pages of those who keep the catalogue."""

from collections.abc import Sequence

from django import template

from gandan.catalog import wording
from gandan.catalog.models import TimeLimit

register = template.Library()


@register.filter
def limit_words(limit: TimeLimit) -> str:
    return wording.limit_words(limit.count, limit.unit)


@register.filter
def channel_words(channels: Sequence[str]) -> str:
    return wording.channel_words(channels) or "mọi cách nộp"


@register.filter
def option_lines(options: Sequence[Sequence[str]] | None) -> str:
    """One choice a line: “nam | Nam”."""
    return "\n".join(" | ".join(option) for option in options or [])
