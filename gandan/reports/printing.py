"""A report as plain text for the terminal. Pure."""

from __future__ import annotations

from gandan.measures.periods import Period

from .registry import Report, Sheet

WIDTH = 30


def as_text(report: Report, sheet: Sheet, *, agency: str, period: Period) -> str:
    """Numbered columns with their legend, so that eleven of them fit a terminal."""
    legend = [f"({place}) {one.group}: {one.label.lower()}" for place, one in enumerate(report.columns, start=1)]
    head = f"{report.first_column:{WIDTH}}" + "".join(f"{f'({n + 1})':>7}" for n in range(len(report.columns)))
    lines = [_line(label, [figures[c.key] for c in sheet.columns]) for label, figures in sheet.lines]
    total = _line("Tổng số", [sheet.total[column.key] for column in sheet.columns])
    title = [f"{report.name}. {report.title}", f"{agency}. {period.label}"]
    return "\n".join([*title, "", *legend, "", head, *lines, total])


def _line(label: str, figures: list[int]) -> str:
    short = label if len(label) <= WIDTH else f"{label[: WIDTH - 1]}…"
    return f"{short:{WIDTH}}" + "".join(f"{figure:>7}" for figure in figures)
