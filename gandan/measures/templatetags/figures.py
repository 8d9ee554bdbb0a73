"""Figures in templates: `{{ figures|said:"on_time_rate" }}` says the value in its unit, or “chưa có”."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from gandan.core.vietnamese import say_number
from gandan.measures.registry import measure_named
from gandan.measures.scope import Figure

register = template.Library()

Figures = Mapping[str, Figure | None]


@register.filter
def said(figures: Figures, name: str) -> str:
    figure = figures.get(name)
    return measure_named(name).say(figure.value if figure else None)


@register.filter
def fraction(figures: Figures, name: str) -> str:
    """“412 / 431”, or nothing for a figure that is no fraction."""
    figure = figures.get(name)
    return fraction_of(figure) if figure else ""


@register.filter
def fraction_of(figure: Figure) -> str:
    if figure.denominator is None or figure.numerator is None:
        return ""
    return f"{figure.numerator:.0f} / {figure.denominator:.0f}"


@register.filter
def say_count(count: int) -> str:
    """“3.412”."""
    return say_number(count, 0)


@register.filter
def figure_label(name: str) -> str:
    return measure_named(name).label
